// Columns of old paper dossiers: one row a person, the acts of DESIGN §6 side by side. There is no official sheet;
// heads are those of the papers of 12-HD/BTCTW and what offices keep in their own books (forms.md §6).
#include "app/import/kind.hpp"

#include <array>

namespace phusa
{

namespace
{

using Heads = std::string_view;

constexpr std::array identity_heads{Heads("Số định danh cá nhân"), Heads("Số CCCD"),   Heads("CCCD"),
                                    Heads("Số căn cước"),          Heads("CCCD/CMND"), Heads("Căn cước công dân")};
constexpr std::array name_heads{Heads("Họ và tên"), Heads("Họ tên"), Heads("Họ tên khai sinh"),
                                Heads("Họ và tên quần chúng"), Heads("Họ và tên người xin vào Đảng")};
constexpr std::array sex_heads{Heads("Nam, nữ"), Heads("Nam/Nữ"), Heads("Giới")};
constexpr std::array born_heads{Heads("Ngày sinh"), Heads("Ngày tháng năm sinh"), Heads("Ngày, tháng, năm sinh"),
                                Heads("Năm sinh")};
constexpr std::array home_heads{Heads("Quê"), Heads("Nguyên quán")};
constexpr std::array residence_heads{Heads("Thường trú"), Heads("Nơi ở hiện nay"), Heads("Nơi cư trú")};
constexpr std::array work_heads{Heads("Nghề nghiệp, đơn vị công tác"), Heads("Nghề nghiệp"), Heads("Đơn vị công tác"),
                                Heads("Chức vụ, đơn vị")};
constexpr std::array occupation_heads{Heads("Nhóm nghề nghiệp")};
constexpr std::array general_heads{
    Heads("Trình độ"),         Heads("Trình độ học vấn"), Heads("Trình độ giáo dục phổ thông"),
    Heads("Trình độ văn hoá"), Heads("Văn hoá"),          Heads("Học vấn")};
constexpr std::array qualification_heads{Heads("Trình độ chuyên môn"), Heads("Trình độ chuyên môn, nghiệp vụ"),
                                         Heads("Chuyên môn")};
constexpr std::array phone_heads{Heads("Số điện thoại"), Heads("SĐT"), Heads("Di động")};
constexpr std::array cell_heads{Heads("Mã chi bộ"), Heads("Chi bộ xét kết nạp"), Heads("Chi bộ theo dõi"),
                                Heads("Tên chi bộ"), Heads("Chi bộ nơi kết nạp")};
constexpr std::array now_heads{Heads("Chi bộ đang sinh hoạt"), Heads("Tổ chức đảng đang sinh hoạt")};
constexpr std::array above_heads{Heads("Đảng bộ"), Heads("Tổ chức cơ sở đảng"), Heads("Đảng uỷ cơ sở")};
constexpr std::array opened_heads{Heads("Ngày lập hồ sơ kết nạp"), Heads("Ngày công nhận cảm tình Đảng"),
                                  Heads("Ngày mở hồ sơ")};
constexpr std::array union_heads{Heads("Đoàn viên thanh niên"), Heads("Là đoàn viên"),
                                 Heads("Đoàn viên Đoàn TNCS Hồ Chí Minh")};
constexpr std::array certificate_heads{Heads("Ngày cấp giấy chứng nhận"), Heads("Ngày cấp chứng nhận cảm tình Đảng"),
                                       Heads("Ngày giấy chứng nhận"), Heads("Ngày cấp GCN")};
constexpr std::array certificate_number_heads{Heads("Số giấy chứng nhận"), Heads("Số chứng nhận"), Heads("Số GCN")};
constexpr std::array certificate_issuer_heads{Heads("Đơn vị cấp giấy chứng nhận"), Heads("Đơn vị cấp")};
constexpr std::array application_heads{Heads("Ngày viết đơn"), Heads("Ngày đơn"), Heads("Đơn xin vào Đảng")};
constexpr std::array declaration_heads{Heads("Ngày khai lý lịch"), Heads("Ngày lý lịch"),
                                       Heads("Lý lịch của người xin vào Đảng")};
constexpr std::array verification_heads{Heads("Ngày thẩm tra"), Heads("Thẩm tra lý lịch"),
                                        Heads("Ngày thẩm tra xong lý lịch")};
constexpr std::array first_heads{Heads("Người giới thiệu 1"), Heads("Đảng viên giới thiệu 1"),
                                 Heads("Đảng viên giới thiệu thứ nhất"), Heads("Người giới thiệu")};
constexpr std::array second_heads{Heads("Người giới thiệu 2"), Heads("Đảng viên giới thiệu 2"),
                                  Heads("Đảng viên giới thiệu thứ hai")};
constexpr std::array youth_heads{Heads("Ngày nghị quyết Đoàn"), Heads("Ngày NQ Đoàn"), Heads("Nghị quyết của Đoàn")};
constexpr std::array youth_number_heads{Heads("Số nghị quyết Đoàn"), Heads("Số NQ Đoàn")};
constexpr std::array trade_heads{Heads("Ngày nghị quyết Công đoàn"), Heads("Ngày NQ Công đoàn")};
constexpr std::array trade_number_heads{Heads("Số nghị quyết Công đoàn"), Heads("Số NQ Công đoàn")};
constexpr std::array opinions_heads{Heads("Ngày ý kiến"), Heads("Ngày ý kiến nhận xét"), Heads("Ngày tổng hợp ý kiến"),
                                    Heads("Tổng hợp ý kiến nhận xét")};
constexpr std::array vote_heads{Heads("Ngày nghị quyết chi bộ"), Heads("Ngày NQ chi bộ"), Heads("Ngày họp chi bộ"),
                                Heads("Ngày nghị quyết chi bộ kết nạp")};
constexpr std::array vote_number_heads{Heads("Số nghị quyết chi bộ"), Heads("Số NQ chi bộ")};
constexpr std::array vote_official_heads{Heads("Số đảng viên chính thức"), Heads("Tổng số đảng viên chính thức")};
constexpr std::array vote_present_heads{Heads("Có mặt"), Heads("Số có mặt"), Heads("Đảng viên có mặt")};
constexpr std::array vote_for_heads{Heads("Tán thành"), Heads("Số tán thành"), Heads("Chi bộ tán thành")};
constexpr std::array vote_against_heads{Heads("Không tán thành"), Heads("Số không tán thành"),
                                        Heads("Chi bộ không tán thành")};
constexpr std::array committee_heads{Heads("Ngày nghị quyết đảng uỷ"), Heads("Ngày NQ đảng uỷ"),
                                     Heads("Ngày nghị quyết đảng uỷ cơ sở")};
constexpr std::array committee_number_heads{Heads("Số nghị quyết đảng uỷ"), Heads("Số NQ đảng uỷ")};
constexpr std::array committee_members_heads{Heads("Tổng số đảng uỷ viên"), Heads("Tổng uỷ viên")};
constexpr std::array committee_for_heads{Heads("Đảng uỷ tán thành"), Heads("Đảng uỷ viên tán thành")};
constexpr std::array decision_heads{Heads("Ngày QĐ kết nạp"), Heads("Ngày quyết định"),
                                    Heads("Ngày cấp có thẩm quyền ra quyết định kết nạp")};
constexpr std::array decision_number_heads{Heads("Số QĐ kết nạp"), Heads("Số quyết định"), Heads("Số QĐ")};
constexpr std::array received_heads{Heads("Ngày nhận quyết định"), Heads("Ngày nhận QĐ"),
                                    Heads("Ngày chi bộ nhận quyết định")};
constexpr std::array ceremony_heads{Heads("Ngày kết nạp"), Heads("Ngày vào Đảng"), Heads("Ngày tổ chức lễ kết nạp"),
                                    Heads("Ngày lễ")};
constexpr std::array helper_heads{Heads("Đảng viên hướng dẫn"), Heads("Đảng viên giúp đỡ đảng viên dự bị"),
                                  Heads("Người giúp đỡ")};
constexpr std::array helper_on_heads{Heads("Ngày phân công"), Heads("Ngày phân công đảng viên giúp đỡ")};
constexpr std::array member_declaration_heads{Heads("Ngày khai lý lịch đảng viên"), Heads("Lý lịch đảng viên")};
constexpr std::array new_member_heads{Heads("Ngày chứng nhận lớp đảng viên mới"), Heads("Ngày GCN đảng viên mới"),
                                      Heads("Lớp đảng viên mới")};
constexpr std::array new_member_number_heads{Heads("Số chứng nhận lớp đảng viên mới"), Heads("Số GCN đảng viên mới")};
constexpr std::array self_review_heads{Heads("Ngày tự kiểm điểm"), Heads("Bản tự kiểm điểm")};
constexpr std::array remarks_heads{Heads("Ngày nhận xét của người giúp đỡ"), Heads("Nhận xét của đảng viên giúp đỡ")};
constexpr std::array recognition_vote_heads{Heads("Ngày nghị quyết chi bộ công nhận"), Heads("Ngày NQ chi bộ CN")};
constexpr std::array recognition_committee_heads{Heads("Ngày nghị quyết đảng uỷ công nhận"),
                                                 Heads("Ngày NQ đảng uỷ CN")};
constexpr std::array recognised_heads{Heads("Ngày QĐ công nhận"), Heads("Ngày quyết định công nhận"),
                                      Heads("Ngày QĐ công nhận chính thức")};
constexpr std::array recognised_number_heads{Heads("Số QĐ công nhận"), Heads("Số quyết định công nhận"),
                                             Heads("Số QĐ công nhận chính thức")};

constexpr std::string_view partial = "dd/mm/yyyy, mm/yyyy hoặc yyyy";
constexpr std::string_view full_day = "dd/mm/yyyy";
constexpr std::string_view yes_no = "Có; Không";
constexpr std::string_view whole = "số nguyên";

constexpr ImportColumn day(std::string_view key, std::string_view title, std::span<const Heads> heads = {})
{
    return {key, title, CellMeaning::day, false, heads, nullptr, full_day};
}
constexpr ImportColumn text(std::string_view key, std::string_view title, std::span<const Heads> heads = {},
                            std::string_view allowed = {})
{
    return {key, title, CellMeaning::text, false, heads, nullptr, allowed};
}
constexpr ImportColumn flag(std::string_view key, std::string_view title, std::span<const Heads> heads = {})
{
    return {key, title, CellMeaning::yes_no, false, heads, nullptr, yes_no};
}
constexpr ImportColumn figure(std::string_view key, std::string_view title, std::span<const Heads> heads = {})
{
    return {key, title, CellMeaning::count, false, heads, nullptr, whole};
}

constexpr ImportColumn columns[] = {
    {"identity", "Số định danh", CellMeaning::identity, false, identity_heads, nullptr,
     "12 chữ số, hoặc 9 chữ số CMND"},
    {"full_name", "Họ và tên khai sinh", CellMeaning::name, true, name_heads},
    {"sex", "Giới tính", CellMeaning::code, false, sex_heads, &sexes},
    {"born", "Sinh ngày", CellMeaning::date, true, born_heads, nullptr, partial},
    {"ethnicity", "Dân tộc", CellMeaning::code, false, {}, &ethnicities},
    {"religion", "Tôn giáo", CellMeaning::code, false, {}, &religions},
    text("home", "Quê quán", home_heads),
    text("residence", "Nơi thường trú", residence_heads),
    text("work", "Nghề nghiệp, chức vụ, nơi công tác", work_heads),
    {"occupation", "Nhóm nghề nghiệp (Biểu 2)", CellMeaning::code, false, occupation_heads, &occupations},
    {"general_education", "Giáo dục phổ thông", CellMeaning::code, false, general_heads, &general_educations},
    {"qualification", "Chuyên môn, nghiệp vụ", CellMeaning::code, false, qualification_heads, &qualifications},
    {"phone", "Điện thoại", CellMeaning::digits, false, phone_heads},
    {"cell", "Chi bộ", CellMeaning::unit, true, cell_heads, nullptr,
     "mã hoặc tên chi bộ; trùng tên thì ghi cả cấp trên"},
    {"above", "Đảng bộ cơ sở", CellMeaning::text, false, above_heads, nullptr, "tên hoặc mã cấp trên của chi bộ",
     "cell"},
    {"member_cell", "Chi bộ hiện nay", CellMeaning::unit, false, now_heads, nullptr, "ghi khi đã chuyển sinh hoạt"},
    day("opened", "Ngày lập hồ sơ", opened_heads),
    flag("is_citizen", "Công dân Việt Nam"),
    flag("disadvantaged", "Địa bàn khó khăn"),
    flag("village_elder", "Già làng, trưởng bản, người có uy tín"),
    flag("youth_union_member", "Đoàn viên", union_heads),
    flag("youth_union_available", "Nơi làm việc, cư trú có tổ chức Đoàn"),
    day("left", "Ngày ra khỏi Đảng trước đây"),
    text(
        "left_cause", "Lý do ra khỏi Đảng trước đây", {},
        "Bị xoá tên; Làm đơn xin ra khỏi Đảng; Xin ra khỏi Đảng vì gia đình đặc biệt khó khăn; Tự ý bỏ sinh hoạt đảng; "
        "Gây mất đoàn kết nội bộ nghiêm trọng; Bị kết án về tội tham nhũng; Bị kết án về tội nghiêm trọng trở lên; Bị "
        "kết án về tội ít nghiêm trọng, đã được xoá án tích; Vi phạm chính sách dân số"),
    day("expunged", "Ngày xoá án tích"),
    figure("times", "Lần kết nạp lại"),
    text("regimes", "Trường hợp có quy định riêng", {},
         "Người theo tôn giáo; Người Hoa; Vi phạm chính sách dân số; Có vấn đề về lịch sử chính trị; Kết hôn với người "
         "nước ngoài; Chủ doanh nghiệp tư nhân; Nơi chưa có đảng viên, chi bộ"),
    day("certificate_on", "Ngày giấy chứng nhận lớp nhận thức về Đảng", certificate_heads),
    text("certificate_number", "Số giấy chứng nhận lớp nhận thức về Đảng", certificate_number_heads),
    text("certificate_issuer", "Nơi cấp giấy chứng nhận lớp nhận thức về Đảng", certificate_issuer_heads),
    day("application_on", "Ngày đơn xin vào Đảng", application_heads),
    day("declaration_on", "Ngày lý lịch của người xin vào Đảng", declaration_heads),
    day("verification_on", "Ngày thẩm tra lý lịch", verification_heads),
    text("introducer_1_name", "Người giới thiệu thứ nhất", first_heads),
    flag("introducer_1_official", "Người giới thiệu thứ nhất là đảng viên chính thức"),
    figure("introducer_1_months", "Số tháng cùng công tác với người giới thiệu thứ nhất"),
    day("introducer_1_on", "Ngày giấy giới thiệu thứ nhất"),
    text("introducer_2_name", "Người giới thiệu thứ hai", second_heads),
    flag("introducer_2_official", "Người giới thiệu thứ hai là đảng viên chính thức"),
    figure("introducer_2_months", "Số tháng cùng công tác với người giới thiệu thứ hai"),
    day("introducer_2_on", "Ngày giấy giới thiệu thứ hai"),
    day("youth_union_on", "Ngày nghị quyết Đoàn thanh niên giới thiệu", youth_heads),
    text("youth_union_number", "Số nghị quyết Đoàn thanh niên giới thiệu", youth_number_heads),
    day("trade_union_on", "Ngày nghị quyết Công đoàn giới thiệu", trade_heads),
    text("trade_union_number", "Số nghị quyết Công đoàn giới thiệu", trade_number_heads),
    day("opinions_on", "Ngày tổng hợp ý kiến xét kết nạp", opinions_heads),
    text("consent_kind", "Loại văn bản đồng ý", {},
         "Đồng ý kết nạp người trên 60 tuổi; Đồng ý kết nạp già làng, trưởng bản, người có uy tín; Đồng ý kết nạp lại"),
    day("consent_on", "Ngày văn bản đồng ý của cấp uỷ có thẩm quyền"),
    text("consent_number", "Số văn bản đồng ý của cấp uỷ có thẩm quyền"),
    day("cell_vote_on", "Ngày chi bộ xét kết nạp", vote_heads),
    text("cell_vote_number", "Số nghị quyết chi bộ xét kết nạp", vote_number_heads),
    figure("cell_vote_official", "Số đảng viên chính thức khi xét kết nạp", vote_official_heads),
    figure("cell_vote_excluded", "Số đảng viên không tính khi xét kết nạp"),
    figure("cell_vote_present", "Số đảng viên có mặt khi xét kết nạp", vote_present_heads),
    figure("cell_vote_for", "Số tán thành kết nạp của chi bộ", vote_for_heads),
    figure("cell_vote_against", "Số không tán thành kết nạp của chi bộ", vote_against_heads),
    day("appraisal_on", "Ngày đảng uỷ bộ phận thẩm định kết nạp"),
    text("appraisal_number", "Số báo cáo thẩm định kết nạp"),
    day("committee_vote_on", "Ngày đảng uỷ cơ sở xét kết nạp", committee_heads),
    text("committee_vote_number", "Số nghị quyết đảng uỷ cơ sở xét kết nạp", committee_number_heads),
    figure("committee_vote_members", "Tổng số đảng uỷ viên khi xét kết nạp", committee_members_heads),
    figure("committee_vote_for", "Số đảng uỷ viên tán thành kết nạp", committee_for_heads),
    flag("committee_vote_decides", "Đảng uỷ cơ sở được quyết định kết nạp"),
    day("extension_on", "Ngày gia hạn ra quyết định kết nạp"),
    day("decision_on", "Ngày quyết định kết nạp", decision_heads),
    text("decision_number", "Số quyết định kết nạp", decision_number_heads),
    text("decision_issuer", "Cơ quan quyết định kết nạp"),
    day("decision_received", "Ngày chi bộ nhận quyết định kết nạp", received_heads),
    day("ceremony_on", "Ngày lễ kết nạp", ceremony_heads),
    text("helper_name", "Đảng viên giúp đỡ", helper_heads),
    flag("helper_official", "Đảng viên giúp đỡ là đảng viên chính thức"),
    day("helper_on", "Ngày phân công giúp đỡ", helper_on_heads),
    day("member_declaration_on", "Ngày lý lịch đảng viên", member_declaration_heads),
    day("new_member_certificate_on", "Ngày giấy chứng nhận lớp đảng viên mới", new_member_heads),
    text("new_member_certificate_number", "Số giấy chứng nhận lớp đảng viên mới", new_member_number_heads),
    day("self_review_on", "Ngày bản tự kiểm điểm", self_review_heads),
    day("helper_remarks_on", "Ngày nhận xét của đảng viên giúp đỡ", remarks_heads),
    day("recognition_opinions_on", "Ngày tổng hợp ý kiến xét công nhận"),
    day("recognition_vote_on", "Ngày chi bộ xét công nhận", recognition_vote_heads),
    text("recognition_vote_number", "Số nghị quyết chi bộ xét công nhận"),
    figure("recognition_vote_official", "Số đảng viên chính thức khi xét công nhận"),
    figure("recognition_vote_excluded", "Số đảng viên không tính khi xét công nhận"),
    figure("recognition_vote_present", "Số đảng viên có mặt khi xét công nhận"),
    figure("recognition_vote_for", "Số tán thành công nhận của chi bộ"),
    figure("recognition_vote_against", "Số không tán thành công nhận của chi bộ"),
    day("recognition_appraisal_on", "Ngày đảng uỷ bộ phận thẩm định công nhận"),
    text("recognition_appraisal_number", "Số báo cáo thẩm định công nhận"),
    day("recognition_committee_on", "Ngày đảng uỷ cơ sở xét công nhận", recognition_committee_heads),
    text("recognition_committee_number", "Số nghị quyết đảng uỷ cơ sở xét công nhận"),
    figure("recognition_committee_members", "Tổng số đảng uỷ viên khi xét công nhận"),
    figure("recognition_committee_for", "Số đảng uỷ viên tán thành công nhận"),
    flag("recognition_committee_decides", "Đảng uỷ cơ sở được quyết định công nhận"),
    day("recognition_extension_on", "Ngày gia hạn ra quyết định công nhận"),
    day("recognition_on", "Ngày quyết định công nhận chính thức", recognised_heads),
    text("recognition_number", "Số quyết định công nhận chính thức", recognised_number_heads),
    text("recognition_issuer", "Cơ quan quyết định công nhận chính thức"),
    day("removal_on", "Ngày quyết định xoá tên đảng viên dự bị"),
    text("removal_number", "Số quyết định xoá tên đảng viên dự bị"),
    text("past_reason", "Lý do ghi việc trái quy định", {}, "không ghi thì lấy “Nhập từ hồ sơ giấy”"),
    day("closed_on", "Ngày đóng hồ sơ"),
    text("closing_cause", "Lý do đóng hồ sơ", {},
         "Người xin vào Đảng rút đơn; Từ trần; Chuyển ra ngoài đảng bộ; Lập nhầm"),
    text("closing_note", "Ghi chú khi đóng hồ sơ"),
    {"other_acts",
     "Số việc khác trong hồ sơ",
     CellMeaning::count,
     false,
     {},
     nullptr,
     "việc không có cột ở đây; ghi bổ sung trong hồ sơ"},
};

} // namespace

std::span<const ImportColumn> dossier_columns() { return columns; }

} // namespace phusa
