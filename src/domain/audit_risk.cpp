#include "domain/audit_risk.hpp"

#include "base/text.hpp"
#include "domain/named.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace phusa
{

namespace
{

constexpr std::array<Named<RiskReason>, 10> reasons = {{
    {RiskReason::breach, "breach", "Việc trái quy định"},
    {RiskReason::past_fact, "past_fact", "Việc ghi dù trái quy định"},
    {RiskReason::corrected_after_decision, "corrected_after_decision", "Đính chính sau khi có quyết định"},
    {RiskReason::changed_numbers, "changed_numbers", "Sửa số phiếu hoặc số văn bản"},
    {RiskReason::missing_paper, "missing_paper", "Thiếu giấy tờ"},
    {RiskReason::stale_paper, "stale_paper", "Giấy tờ quá hạn sử dụng"},
    {RiskReason::overdue, "overdue", "Quá thời hạn"},
    {RiskReason::short_interval, "short_interval", "Các bước quá sát nhau"},
    {RiskReason::readmission, "readmission", "Kết nạp lại"},
    {RiskReason::moved, "moved", "Chuyển từ chi bộ khác đến"},
}};

std::optional<RiskMark> mark_in(std::string_view word)
{
    auto colon = word.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto reason = risk_reason(word.substr(0, colon));
    auto digits = word.substr(colon + 1);
    int count = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (!reason || error != std::errc{} || end != digits.data() + digits.size() || count < 1)
        return std::nullopt;
    return RiskMark{.reason = *reason, .count = count};
}

} // namespace

std::string_view key_of(RiskReason reason) { return named<RiskReason>(reasons, reason).key; }
std::string_view title_of(RiskReason reason) { return named<RiskReason>(reasons, reason).title; }
std::optional<RiskReason> risk_reason(std::string_view key) { return value_of<RiskReason>(reasons, key); }
std::vector<RiskReason> all_risk_reasons() { return values_of<RiskReason>(reasons); }

std::string text_of(const std::vector<RiskMark>& marks)
{
    std::string text;
    for (const auto& mark : marks)
        text += fmt::format("{}{}:{}", text.empty() ? "" : " ", key_of(mark.reason), mark.count);
    return text;
}

std::vector<RiskMark> risk_marks(std::string_view text)
{
    std::vector<RiskMark> marks;
    while (!text.empty()) {
        auto space = text.find(' ');
        if (auto mark = mark_in(text.substr(0, space)))
            marks.push_back(*mark);
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    }
    return marks;
}

std::string in_words(const std::vector<RiskMark>& marks)
{
    std::string words;
    for (const auto& mark : marks) {
        auto title = std::string(title_of(mark.reason));
        words += words.empty() ? title : ", " + lower_case(title);
        if (mark.count > 1)
            words += fmt::format(" ({})", mark.count);
    }
    return words;
}

} // namespace phusa
