#include "domain/act.hpp"

#include "domain/named.hpp"

#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<ActKind>, 20> act_kinds = {{
    {ActKind::certificate, "certificate", "Giấy chứng nhận học lớp bồi dưỡng"},
    {ActKind::application, "application", "Đơn xin vào Đảng"},
    {ActKind::declaration, "declaration", "Lý lịch của người xin vào Đảng"},
    {ActKind::verification, "verification", "Thẩm tra lý lịch"},
    {ActKind::consent, "consent", "Văn bản đồng ý của cấp uỷ"},
    {ActKind::introduction, "introduction", "Giới thiệu người vào Đảng"},
    {ActKind::opinions, "opinions", "Tổng hợp ý kiến nhận xét"},
    {ActKind::cell_vote, "cell_vote", "Nghị quyết chi bộ"},
    {ActKind::appraisal, "appraisal", "Báo cáo thẩm định của đảng uỷ bộ phận"},
    {ActKind::committee_vote, "committee_vote", "Nghị quyết đảng uỷ cơ sở"},
    {ActKind::decision, "decision", "Quyết định của cấp uỷ có thẩm quyền"},
    {ActKind::extension, "extension", "Gia hạn ra quyết định"},
    {ActKind::ceremony, "ceremony", "Lễ kết nạp"},
    {ActKind::helper, "helper", "Phân công đảng viên giúp đỡ"},
    {ActKind::member_declaration, "member_declaration", "Lý lịch đảng viên"},
    {ActKind::self_review, "self_review", "Bản tự kiểm điểm của đảng viên dự bị"},
    {ActKind::helper_remarks, "helper_remarks", "Nhận xét của đảng viên giúp đỡ"},
    {ActKind::transfer, "transfer", "Chuyển đơn vị khi đang xét"},
    {ActKind::redo, "redo", "Làm lại thủ tục"},
    {ActKind::removal, "removal", "Xoá tên đảng viên dự bị"},
}};

constexpr std::array<Named<Matter>, 3> matters = {{
    {Matter::admission, "admission", "Kết nạp"},
    {Matter::recognition, "recognition", "Công nhận đảng viên chính thức"},
    {Matter::removal, "removal", "Xoá tên"},
}};

constexpr std::array<Named<CertificateKind>, 2> certificate_kinds = {{
    {CertificateKind::awareness, "awareness", "Lớp bồi dưỡng nhận thức về Đảng"},
    {CertificateKind::new_member, "new_member", "Lớp bồi dưỡng đảng viên mới"},
}};

constexpr std::array<Named<ConsentKind>, 3> consent_kinds = {{
    {ConsentKind::over_60, "over_60", "Đồng ý kết nạp người trên 60 tuổi"},
    {ConsentKind::village_elder, "village_elder", "Đồng ý kết nạp già làng, trưởng bản, người có uy tín"},
    {ConsentKind::readmission, "readmission", "Đồng ý kết nạp lại"},
}};

constexpr std::array<Named<Introducer>, 3> introducers = {{
    {Introducer::member, "member", "Đảng viên"},
    {Introducer::youth_union, "youth_union", "Đoàn thanh niên"},
    {Introducer::trade_union, "trade_union", "Công đoàn"},
}};

constexpr std::array<Named<TransferStage>, 5> transfer_stages = {{
    {TransferStage::helping, "helping", "Khi đang được giúp đỡ"},
    {TransferStage::voted, "voted", "Khi đã có nghị quyết, chưa gửi hồ sơ"},
    {TransferStage::sent, "sent", "Khi đã gửi hồ sơ"},
    {TransferStage::decided, "decided", "Khi đã có quyết định"},
    {TransferStage::outside, "outside", "Ra ngoài đảng bộ"},
}};

} // namespace

std::string_view key_of(ActKind kind) { return named<ActKind>(act_kinds, kind).key; }
std::string_view title_of(ActKind kind) { return named<ActKind>(act_kinds, kind).title; }
std::optional<ActKind> act_kind(std::string_view key) { return value_of<ActKind>(act_kinds, key); }
std::vector<ActKind> all_act_kinds() { return values_of<ActKind>(act_kinds); }

std::string_view key_of(Matter matter) { return named<Matter>(matters, matter).key; }
std::string_view title_of(Matter matter) { return named<Matter>(matters, matter).title; }
std::optional<Matter> matter(std::string_view key) { return value_of<Matter>(matters, key); }

std::string_view key_of(CertificateKind kind) { return named<CertificateKind>(certificate_kinds, kind).key; }
std::string_view title_of(CertificateKind kind) { return named<CertificateKind>(certificate_kinds, kind).title; }
std::optional<CertificateKind> certificate_kind(std::string_view key)
{
    return value_of<CertificateKind>(certificate_kinds, key);
}

std::string_view key_of(ConsentKind kind) { return named<ConsentKind>(consent_kinds, kind).key; }
std::string_view title_of(ConsentKind kind) { return named<ConsentKind>(consent_kinds, kind).title; }
std::optional<ConsentKind> consent_kind(std::string_view key) { return value_of<ConsentKind>(consent_kinds, key); }

std::string_view key_of(Introducer introducer) { return named<Introducer>(introducers, introducer).key; }
std::string_view title_of(Introducer introducer) { return named<Introducer>(introducers, introducer).title; }
std::optional<Introducer> introducer(std::string_view key) { return value_of<Introducer>(introducers, key); }

std::string_view key_of(TransferStage stage) { return named<TransferStage>(transfer_stages, stage).key; }
std::string_view title_of(TransferStage stage) { return named<TransferStage>(transfer_stages, stage).title; }
std::optional<TransferStage> transfer_stage(std::string_view key)
{
    return value_of<TransferStage>(transfer_stages, key);
}

} // namespace phusa
