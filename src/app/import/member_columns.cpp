// Columns of members: the heads of the clean-up sheet of 2025, of DS_DANGVIEN.xlsx and of the full phiếu (forms.md §8).
#include "app/import/kind.hpp"

#include <array>

namespace phusa
{

namespace
{

using Heads = std::string_view;

constexpr std::array identity_heads{Heads("Số định danh cá nhân"), Heads("Số CCCD"),           Heads("CCCD"),
                                    Heads("Số căn cước"),          Heads("CCCD/CMND"),         Heads("CCCD_CMND"),
                                    Heads("Số căn cước công dân"), Heads("Số định danh"),      Heads("CMND/CCCD"),
                                    Heads("Số CCCD/CMND"),         Heads("Căn cước công dân"), Heads("Mã định danh")};
constexpr std::array name_heads{Heads("Họ và tên"),           Heads("Họ tên"),
                                Heads("Họ tên khai sinh"),    Heads("Họ, tên"),
                                Heads("Họ và tên đảng viên"), Heads("Họ và chữ đệm và tên"),
                                Heads("Họ chữ đệm tên")};
constexpr std::array other_name_heads{Heads("Các tên gọi khác"), Heads("Họ tên đang dùng"), Heads("Bí danh"),
                                      Heads("Họ và tên thường dùng"), Heads("Họ và tên đang dùng")};
constexpr std::array sex_heads{Heads("Nam, nữ"), Heads("Nam/Nữ"), Heads("Giới")};
constexpr std::array born_heads{Heads("Ngày sinh"), Heads("Ngày tháng năm sinh"), Heads("Ngày, tháng, năm sinh"),
                                Heads("Sinh ngày tháng năm"), Heads("Năm sinh")};
constexpr std::array cell_heads{Heads("Chi bộ đang sinh hoạt"),
                                Heads("Tổ chức đảng đang sinh hoạt"),
                                Heads("Chi bộ sinh hoạt"),
                                Heads("Nơi sinh hoạt"),
                                Heads("Mã chi bộ"),
                                Heads("Đơn vị sinh hoạt đảng"),
                                Heads("Mã tổ chức đảng"),
                                Heads("Tên chi bộ")};
constexpr std::array above_heads{Heads("Đảng bộ"), Heads("Tổ chức cơ sở đảng"), Heads("Đảng uỷ"),
                                 Heads("Đảng bộ trực thuộc"), Heads("Đảng uỷ cơ sở")};
constexpr std::array birthplace_heads{Heads("Nơi sinh"), Heads("Nơi khai sinh")};
constexpr std::array home_heads{Heads("Quê"), Heads("Nguyên quán")};
constexpr std::array residence_heads{Heads("Thường trú"), Heads("Hộ khẩu thường trú"), Heads("Địa chỉ thường trú"),
                                     Heads("Nơi ở hiện nay"), Heads("Nơi cư trú")};
constexpr std::array stay_heads{Heads("Tạm trú"), Heads("Địa chỉ tạm trú")};
constexpr std::array birthplace_parts{Heads("Nơi đăng ký khai sinh - Địa chỉ chi tiết"),
                                      Heads("Nơi đăng ký khai sinh - Tỉnh"), Heads("Nơi đăng ký khai sinh - Quốc gia")};
constexpr std::array home_parts{Heads("Quê quán - Địa chỉ chi tiết"), Heads("Quê quán - Tỉnh"),
                                Heads("Quê quán - Quốc gia")};
constexpr std::array residence_parts{Heads("Thường trú - Địa chỉ chi tiết"), Heads("Thường trú - Tỉnh"),
                                     Heads("Thường trú - Quốc gia")};
constexpr std::array work_heads{
    Heads("Nghề nghiệp, đơn vị công tác"), Heads("Nghề nghiệp hiện nay"),     Heads("Nghề nghiệp"),
    Heads("Công việc hiện nay"),           Heads("Chức vụ, đơn vị công tác"), Heads("Đơn vị công tác")};
constexpr std::array occupation_heads{Heads("Nhóm nghề nghiệp")};
constexpr std::array admission_occupation_heads{Heads("Nghề nghiệp của bản thân khi vào Đảng"),
                                                Heads("Nghề nghiệp trước khi vào Đảng")};
constexpr std::array general_heads{Heads("Trình độ giáo dục phổ thông"), Heads("Trình độ văn hoá"), Heads("Văn hoá"),
                                   Heads("Giáo dục PT"), Heads("Học vấn phổ thông")};
constexpr std::array qualification_heads{Heads("Trình độ chuyên môn"), Heads("Trình độ chuyên môn, nghiệp vụ"),
                                         Heads("Chuyên môn"), Heads("CMNV")};
constexpr std::array academic_heads{Heads("Học hàm"), Heads("Học hàm cao nhất")};
constexpr std::array theory_heads{Heads("Trình độ lý luận chính trị"), Heads("LLCT"), Heads("Lý luận CT")};
constexpr std::array language_heads{Heads("Trình độ ngoại ngữ")};
constexpr std::array union_heads{Heads("Ngày kết nạp Đoàn"), Heads("Ngày vào Đoàn TNCS Hồ Chí Minh")};
constexpr std::array employed_heads{Heads("Ngày tuyển dụng")};
constexpr std::array discharged_heads{Heads("Ngày xuất ngũ")};
constexpr std::array phone_heads{Heads("Số điện thoại"), Heads("Di động"), Heads("SĐT"), Heads("Số ĐT")};
constexpr std::array card_heads{Heads("Số thẻ Đảng"), Heads("Số thẻ"), Heads("Số TĐV"), Heads("Thẻ đảng viên")};
constexpr std::array file_heads{Heads("Số LL"), Heads("Số hồ sơ")};
constexpr std::array admitted_heads{Heads("Ngày kết nạp"), Heads("Ngày kết nạp Đảng"), Heads("Ngày vào ĐCSVN"),
                                    Heads("Ngày tổ chức lễ kết nạp")};
constexpr std::array decided_heads{Heads("Ngày cấp có thẩm quyền ra quyết định kết nạp"),
                                   Heads("Ngày ra quyết định kết nạp")};
constexpr std::array number_heads{Heads("Số quyết định"), Heads("Số QĐ kết nạp")};
constexpr std::array recognised_heads{Heads("Ngày vào Đảng chính thức"), Heads("Ngày công nhận chính thức"),
                                      Heads("Chính thức"), Heads("Ngày chính thức vào Đảng"),
                                      Heads("Ngày công nhận đảng viên chính thức")};
constexpr std::array standing_heads{Heads("Trạng thái hoạt động"), Heads("Loại đảng viên"), Heads("Tình trạng"),
                                    Heads("Tình trạng sinh hoạt")};
constexpr std::array standing_on_heads{Heads("Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng"),
                                       Heads("Ngày rời khỏi"),
                                       Heads("Ngày mất"),
                                       Heads("Ngày từ trần"),
                                       Heads("Ngày miễn sinh hoạt"),
                                       Heads("Ngày chuyển đi")};

constexpr std::string_view standings =
    "Đang sinh hoạt; Dự bị; Chính thức; Miễn sinh hoạt; Chuyển đi; Từ trần; Xoá tên; "
    "Xin ra khỏi Đảng; Khai trừ";
constexpr std::string_view partial = "dd/mm/yyyy, mm/yyyy hoặc yyyy";
constexpr std::string_view full_day = "dd/mm/yyyy";
constexpr std::string_view unit = "mã hoặc tên chi bộ; trùng tên thì ghi cả cấp trên";

constexpr ImportColumn columns[] = {
    {"identity", "Số định danh", CellMeaning::identity, false, identity_heads, nullptr,
     "12 chữ số, hoặc 9 chữ số CMND"},
    {"full_name", "Họ và tên khai sinh", CellMeaning::name, true, name_heads},
    {"other_name", "Tên gọi khác", CellMeaning::text, false, other_name_heads},
    {"sex", "Giới tính", CellMeaning::code, false, sex_heads, &sexes},
    {"born", "Sinh ngày", CellMeaning::date, true, born_heads, nullptr, partial},
    {"cell", "Chi bộ", CellMeaning::unit, true, cell_heads, nullptr, unit},
    {"above", "Đảng bộ cơ sở", CellMeaning::text, false, above_heads, nullptr, "tên hoặc mã cấp trên của chi bộ",
     "cell"},
    {"birthplace", "Nơi đăng ký khai sinh", CellMeaning::text, false, birthplace_heads},
    {"birthplace_detail",
     "Nơi sinh - Địa chỉ chi tiết",
     CellMeaning::text,
     false,
     std::span(birthplace_parts).subspan(0, 1),
     nullptr,
     {},
     "birthplace"},
    {"birthplace_province",
     "Nơi sinh - Tỉnh",
     CellMeaning::text,
     false,
     std::span(birthplace_parts).subspan(1, 1),
     nullptr,
     {},
     "birthplace"},
    {"birthplace_country",
     "Nơi sinh - Quốc gia",
     CellMeaning::text,
     false,
     std::span(birthplace_parts).subspan(2, 1),
     nullptr,
     {},
     "birthplace"},
    {"home", "Quê quán", CellMeaning::text, false, home_heads},
    {"home_detail",
     "Quê - Địa chỉ chi tiết",
     CellMeaning::text,
     false,
     std::span(home_parts).subspan(0, 1),
     nullptr,
     {},
     "home"},
    {"home_province", "Quê - Tỉnh", CellMeaning::text, false, std::span(home_parts).subspan(1, 1), nullptr, {}, "home"},
    {"home_country",
     "Quê - Quốc gia",
     CellMeaning::text,
     false,
     std::span(home_parts).subspan(2, 1),
     nullptr,
     {},
     "home"},
    {"residence", "Nơi thường trú", CellMeaning::text, false, residence_heads},
    {"residence_detail",
     "Nơi thường trú - Địa chỉ chi tiết",
     CellMeaning::text,
     false,
     std::span(residence_parts).subspan(0, 1),
     nullptr,
     {},
     "residence"},
    {"residence_province",
     "Nơi thường trú - Tỉnh",
     CellMeaning::text,
     false,
     std::span(residence_parts).subspan(1, 1),
     nullptr,
     {},
     "residence"},
    {"residence_country",
     "Nơi thường trú - Quốc gia",
     CellMeaning::text,
     false,
     std::span(residence_parts).subspan(2, 1),
     nullptr,
     {},
     "residence"},
    {"stay", "Nơi tạm trú", CellMeaning::text, false, stay_heads},
    {"ethnicity", "Dân tộc", CellMeaning::code, false, {}, &ethnicities},
    {"religion", "Tôn giáo", CellMeaning::code, false, {}, &religions},
    {"work", "Nghề nghiệp, chức vụ, nơi công tác", CellMeaning::text, false, work_heads},
    {"occupation", "Nhóm nghề nghiệp (Biểu 2)", CellMeaning::code, false, occupation_heads, &occupations},
    {"general_education", "Giáo dục phổ thông", CellMeaning::code, false, general_heads, &general_educations},
    {"qualification", "Chuyên môn, nghiệp vụ", CellMeaning::code, false, qualification_heads, &qualifications},
    {"academic_title", "Chức danh khoa học", CellMeaning::code, false, academic_heads, &academic_titles},
    {"political_theory", "Lý luận chính trị", CellMeaning::code, false, theory_heads, &political_theories},
    {"foreign_language", "Ngoại ngữ", CellMeaning::text, false, language_heads},
    {"youth_union_joined", "Ngày vào Đoàn", CellMeaning::date, false, union_heads, nullptr, partial},
    {"employed", "Ngày được tuyển dụng", CellMeaning::date, false, employed_heads, nullptr, partial},
    {"enlisted", "Ngày nhập ngũ", CellMeaning::date, false, {}, nullptr, partial},
    {"discharged", "Ngày xuất ngũ, chuyển ngành", CellMeaning::date, false, discharged_heads, nullptr, partial},
    {"phone", "Điện thoại", CellMeaning::digits, false, phone_heads},
    {"card_number", "Số thẻ đảng viên", CellMeaning::digits, false, card_heads},
    {"file_number", "Số lý lịch", CellMeaning::digits, false, file_heads},
    {"admitted_on", "Ngày vào Đảng", CellMeaning::day, false, admitted_heads, nullptr, full_day},
    {"decided_on", "Ngày quyết định kết nạp", CellMeaning::day, false, decided_heads, nullptr, full_day},
    {"decision_number", "Số quyết định kết nạp", CellMeaning::text, false, number_heads},
    {"admission_occupation", "Nghề nghiệp khi vào Đảng", CellMeaning::text, false, admission_occupation_heads, nullptr,
     "như Nhóm nghề nghiệp (Biểu 2)"},
    {"recognised_on", "Ngày chính thức", CellMeaning::day, false, recognised_heads, nullptr, full_day},
    {"standing", "Trạng thái", CellMeaning::text, false, standing_heads, nullptr, standings},
    {"standing_on", "Ngày rời khỏi, mất, miễn sinh hoạt", CellMeaning::day, false, standing_on_heads, nullptr,
     full_day},
};

} // namespace

std::span<const ImportColumn> member_columns() { return columns; }

} // namespace phusa
