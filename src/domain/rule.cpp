#include "domain/rule.hpp"

#include "domain/named.hpp"

namespace phusa
{

namespace
{

constexpr std::array<Named<Rule>, rule_count> names = {{
    {Rule::age_min, "age.min", "Đủ 18 tuổi"},
    {Rule::age_max, "age.max", "Trên 60 tuổi"},
    {Rule::citizenship, "citizenship", "Quốc tịch Việt Nam"},
    {Rule::education_min, "education.min", "Trình độ học vấn"},
    {Rule::youth_union_required, "youth_union.required", "Đoàn viên trong độ tuổi thanh niên"},
    {Rule::readmission_wait, "readmission.wait", "Thời gian chờ kết nạp lại"},
    {Rule::readmission_once, "readmission.once", "Chỉ kết nạp lại một lần"},
    {Rule::readmission_excluded, "readmission.excluded", "Không xem xét kết nạp lại"},
    {Rule::readmission_consent, "readmission.consent", "Văn bản đồng ý kết nạp lại"},
    {Rule::certificate_missing, "certificate.missing", "Giấy chứng nhận bồi dưỡng nhận thức về Đảng"},
    {Rule::certificate_expired, "certificate.expired", "Giá trị của giấy chứng nhận"},
    {Rule::application_missing, "application.missing", "Đơn xin vào Đảng"},
    {Rule::declaration_missing, "declaration.missing", "Lý lịch của người xin vào Đảng"},
    {Rule::verification_missing, "verification.missing", "Thẩm tra lý lịch"},
    {Rule::opinions_missing, "opinions.missing", "Ý kiến nhận xét"},
    {Rule::introductions_count, "introductions.count", "Người, tổ chức giới thiệu"},
    {Rule::introducer_official, "introducer.official", "Người giới thiệu là đảng viên chính thức"},
    {Rule::introducer_shared_months, "introducer.shared_months", "Thời gian cùng công tác với người giới thiệu"},
    {Rule::stale, "stale", "Giấy tờ quá 12 tháng"},
    {Rule::chronology, "chronology", "Trình tự thời gian"},
    {Rule::cell_size, "cell.size", "Số đảng viên chính thức của chi bộ"},
    {Rule::vote_majority, "vote.majority", "Tỷ lệ tán thành"},
    {Rule::vote_arithmetic, "vote.arithmetic", "Số liệu biểu quyết"},
    {Rule::vote_rounds, "vote.rounds", "Ba lần biểu quyết không đạt"},
    {Rule::decision_late, "decision.late", "Thời hạn ra quyết định"},
    {Rule::ceremony_late, "ceremony.late", "Thời hạn tổ chức lễ kết nạp"},
    {Rule::member_declaration_late, "member_declaration.late", "Thời hạn khai lý lịch đảng viên"},
    {Rule::probation_short, "probation.short", "Đủ 12 tháng dự bị"},
    {Rule::recognition_late, "recognition.late", "Thời hạn xét công nhận chính thức"},
    {Rule::new_member_certificate_missing, "new_member_certificate.missing", "Giấy chứng nhận bồi dưỡng đảng viên mới"},
    {Rule::self_review_missing, "self_review.missing", "Bản tự kiểm điểm"},
    {Rule::helper_remarks_missing, "helper_remarks.missing", "Nhận xét của đảng viên giúp đỡ"},
    {Rule::helper_missing, "helper.missing", "Phân công đảng viên giúp đỡ"},
}};

} // namespace

std::string_view key_of(Rule rule) { return names.at(std::to_underlying(rule)).key; }
std::string_view title_of(Rule rule) { return names.at(std::to_underlying(rule)).title; }
std::optional<Rule> rule(std::string_view key) { return value_of<Rule>(names, key); }

std::string_view key_of(Severity severity) { return severity == Severity::block ? "block" : "warn"; }

Severity severity_of(Rule rule)
{
    switch (rule) {
    case Rule::vote_rounds:
    case Rule::decision_late:
    case Rule::ceremony_late:
    case Rule::member_declaration_late:
    case Rule::recognition_late:
        return Severity::warn;
    default:
        return Severity::block;
    }
}

std::vector<Rule> RuleSet::rules() const
{
    std::vector<Rule> found;
    for (const auto& name : names)
        if (contains(name.value))
            found.push_back(name.value);
    return found;
}

} // namespace phusa
