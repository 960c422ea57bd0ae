#include "rules/rule_keys.hpp"

#include "domain/codes.hpp"

#include <array>
#include <charconv>

namespace phusa
{

namespace
{

constexpr std::array months = {ValueKey{"months", 0, ValueKind::number, "số tháng"}};
constexpr std::array times = {ValueKey{"times", 0, ValueKind::number, "số lần"}};
constexpr std::array members = {ValueKey{"members", 0, ValueKind::number, "số đảng viên"}};
constexpr std::array rounds = {ValueKey{"rounds", 0, ValueKind::number, "số lần biểu quyết"}};
constexpr std::array working_days = {ValueKey{"working_days", 0, ValueKind::number, "số ngày làm việc"}};
constexpr std::array education = {
    ValueKey{"ordinary", 0, ValueKind::education, "trình độ chung"},
    ValueKey{"disadvantaged", 1, ValueKind::education, "trình độ ở địa bàn khó khăn"},
    ValueKey{"village_elder", 2, ValueKind::education, "trình độ của già làng, trưởng bản, người có uy tín"},
};
constexpr std::array youth_union = {
    ValueKey{"from_months", 0, ValueKind::number, "tuổi đoàn viên từ, tính bằng tháng"},
    ValueKey{"until_months", 1, ValueKind::number, "tuổi đoàn viên đến dưới, tính bằng tháng"},
};
constexpr std::array wait = {
    ValueKey{"months", 0, ValueKind::number, "số tháng từ khi ra khỏi Đảng"},
    ValueKey{"expunged_months", 1, ValueKind::number, "số tháng từ khi được xoá án tích"},
};
constexpr std::array majority = {
    ValueKey{"numerator", 0, ValueKind::number, "tử số của tỷ lệ"},
    ValueKey{"denominator", 1, ValueKind::number, "mẫu số của tỷ lệ"},
};
constexpr std::array decision = {
    ValueKey{"admission_working_days", 0, ValueKind::number, "số ngày làm việc để quyết định kết nạp"},
    ValueKey{"recognition_working_days", 1, ValueKind::number, "số ngày làm việc để quyết định công nhận"},
    ValueKey{"extension_working_days", 2, ValueKind::number, "số ngày làm việc được gia hạn"},
};
constexpr std::array ceremony = {
    ValueKey{"working_days", 0, ValueKind::number, "số ngày làm việc"},
    ValueKey{"counted_from", 1, ValueKind::start, "tính từ ngày"},
};

} // namespace

std::span<const ValueKey> value_keys(Rule rule)
{
    switch (rule) {
    case Rule::age_min:
    case Rule::age_max:
    case Rule::certificate_expired:
    case Rule::introducer_shared_months:
    case Rule::stale:
    case Rule::probation_short:
        return months;
    case Rule::education_min:
        return education;
    case Rule::youth_union_required:
        return youth_union;
    case Rule::readmission_wait:
        return wait;
    case Rule::readmission_once:
        return times;
    case Rule::introductions_count:
    case Rule::cell_size:
        return members;
    case Rule::vote_majority:
        return majority;
    case Rule::vote_rounds:
        return rounds;
    case Rule::decision_late:
        return decision;
    case Rule::ceremony_late:
        return ceremony;
    case Rule::member_declaration_late:
    case Rule::recognition_late:
        return working_days;
    default:
        return {};
    }
}

std::optional<std::int32_t> read_value(ValueKind kind, std::string_view text)
{
    if (kind == ValueKind::education) {
        auto number = general_educations().number_of(text);
        return number && *number != 0 ? std::optional<std::int32_t>(*number) : std::nullopt;
    }
    if (kind == ValueKind::start)
        return text == "issue" ? std::optional(1) : text == "receipt" ? std::optional(0) : std::nullopt;
    std::int32_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > 10'000)
        return std::nullopt;
    return number;
}

std::string written_value(ValueKind kind, std::int32_t number)
{
    if (kind == ValueKind::education)
        return std::string(general_educations().at(static_cast<std::uint8_t>(number)).key);
    if (kind == ValueKind::start)
        return number == 1 ? "issue" : "receipt";
    return std::to_string(number);
}

} // namespace phusa
