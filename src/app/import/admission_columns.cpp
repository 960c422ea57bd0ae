// Columns of admissions: there is no official sheet, so they follow the rows of Biểu 2-BTCTW (forms.md §3.2).
#include "app/import/kind.hpp"

#include <array>

namespace phusa
{

namespace
{

using Heads = std::string_view;

constexpr std::array identity_heads{Heads("Số định danh cá nhân"), Heads("Số CCCD"),   Heads("CCCD"),
                                    Heads("Số căn cước"),          Heads("CCCD/CMND"), Heads("Căn cước công dân")};
constexpr std::array name_heads{Heads("Họ và tên"), Heads("Họ tên"), Heads("Họ và tên đảng viên")};
constexpr std::array sex_heads{Heads("Nam, nữ"), Heads("Nam/Nữ"), Heads("Giới")};
constexpr std::array born_heads{Heads("Ngày sinh"), Heads("Ngày tháng năm sinh"), Heads("Ngày, tháng, năm sinh"),
                                Heads("Năm sinh")};
constexpr std::array cell_heads{Heads("Chi bộ"), Heads("Mã chi bộ"), Heads("Chi bộ nơi kết nạp"), Heads("Nơi vào Đảng"),
                                Heads("Kết nạp tại chi bộ")};
constexpr std::array above_heads{Heads("Đảng bộ"), Heads("Tổ chức cơ sở đảng"), Heads("Đảng uỷ cơ sở")};
constexpr std::array now_heads{Heads("Chi bộ đang sinh hoạt"), Heads("Tổ chức đảng đang sinh hoạt")};
constexpr std::array decided_heads{Heads("Ngày quyết định"), Heads("Ngày QĐ kết nạp"),
                                   Heads("Ngày cấp có thẩm quyền ra quyết định kết nạp")};
constexpr std::array number_heads{Heads("Số quyết định"), Heads("Số QĐ"), Heads("Số QĐ kết nạp")};
constexpr std::array ceremony_heads{Heads("Ngày kết nạp"), Heads("Ngày vào Đảng"), Heads("Ngày tổ chức lễ kết nạp")};
constexpr std::array occupation_heads{Heads("Nhóm nghề nghiệp"), Heads("Nghề nghiệp"),
                                      Heads("Nghề nghiệp khi vào Đảng"), Heads("Nhóm nghề nghiệp (Biểu 2)")};
constexpr std::array general_heads{Heads("Trình độ giáo dục phổ thông"), Heads("Trình độ văn hoá"), Heads("Văn hoá")};
constexpr std::array qualification_heads{Heads("Trình độ chuyên môn"), Heads("Trình độ chuyên môn, nghiệp vụ"),
                                         Heads("Chuyên môn")};
constexpr std::array academic_heads{Heads("Học hàm")};
constexpr std::array union_heads{Heads("Đoàn viên"), Heads("Đoàn viên Đoàn TNCS Hồ Chí Minh"), Heads("Là đoàn viên")};
constexpr std::array owner_heads{Heads("Chủ doanh nghiệp"), Heads("Chủ DN tư nhân")};
constexpr std::array population_heads{Heads("Quần chúng vi phạm chính sách KHHGĐ"), Heads("Vi phạm KHHGĐ")};
constexpr std::array foreign_heads{Heads("Có quan hệ hôn nhân với người nước ngoài"),
                                   Heads("Hôn nhân với người nước ngoài")};

constexpr std::string_view partial = "dd/mm/yyyy, mm/yyyy hoặc yyyy";
constexpr std::string_view full_day = "dd/mm/yyyy";
constexpr std::string_view yes_no = "Có; Không";

constexpr ImportColumn columns[] = {
    {"identity", "Số định danh", CellMeaning::identity, false, identity_heads, nullptr,
     "12 chữ số, hoặc 9 chữ số CMND"},
    {"full_name", "Họ và tên khai sinh", CellMeaning::name, true, name_heads},
    {"sex", "Giới tính", CellMeaning::code, true, sex_heads, &sexes},
    {"born", "Sinh ngày", CellMeaning::date, true, born_heads, nullptr, partial},
    {"ethnicity", "Dân tộc", CellMeaning::code, false, {}, &ethnicities},
    {"religion", "Tôn giáo", CellMeaning::code, false, {}, &religions},
    {"cell", "Chi bộ kết nạp", CellMeaning::unit, true, cell_heads, nullptr,
     "mã hoặc tên chi bộ; trùng tên thì ghi cả cấp trên"},
    {"above", "Đảng bộ cơ sở", CellMeaning::text, false, above_heads, nullptr, "tên hoặc mã cấp trên của chi bộ",
     "cell"},
    {"member_cell", "Chi bộ hiện nay", CellMeaning::unit, false, now_heads, nullptr, "ghi khi đã chuyển sinh hoạt"},
    {"ceremony_on", "Ngày lễ kết nạp", CellMeaning::day, false, ceremony_heads, nullptr, full_day},
    {"decided_on", "Ngày quyết định kết nạp", CellMeaning::day, false, decided_heads, nullptr, full_day},
    {"decision_number", "Số quyết định kết nạp", CellMeaning::text, false, number_heads},
    {"occupation", "Nghề nghiệp khi kết nạp (Biểu 2)", CellMeaning::code, false, occupation_heads, &occupations},
    {"general_education", "Giáo dục phổ thông", CellMeaning::code, false, general_heads, &general_educations},
    {"qualification", "Chuyên môn, nghiệp vụ", CellMeaning::code, false, qualification_heads, &qualifications},
    {"academic_title", "Chức danh khoa học", CellMeaning::code, false, academic_heads, &academic_titles},
    {"youth_union_member", "Đoàn viên thanh niên", CellMeaning::yes_no, false, union_heads, nullptr, yes_no},
    {"private_owner", "Chủ doanh nghiệp tư nhân", CellMeaning::yes_no, false, owner_heads, nullptr, yes_no},
    {"population_policy", "Vi phạm chính sách KHHGĐ", CellMeaning::yes_no, false, population_heads, nullptr, yes_no},
    {"foreign_marriage", "Quan hệ hôn nhân với người nước ngoài", CellMeaning::yes_no, false, foreign_heads, nullptr,
     yes_no},
    {"readmission", "Kết nạp lại", CellMeaning::yes_no, false, {}, nullptr, yes_no},
};

} // namespace

std::span<const ImportColumn> admission_columns() { return columns; }

} // namespace phusa
