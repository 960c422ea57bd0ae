#include "domain/membership.hpp"

#include "domain/membership_course.hpp"
#include "domain/named.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace phusa
{

namespace
{

using Kind = MembershipEventKind;

constexpr std::array<Named<Kind>, 9> kinds = {{
    {Kind::recognised, "recognised", "Công nhận đảng viên chính thức"},
    {Kind::moved_in, "moved_in", "Chuyển sinh hoạt đảng đến"},
    {Kind::moved_out, "moved_out", "Chuyển sinh hoạt đảng đi"},
    {Kind::exempted, "exempted", "Miễn công tác và sinh hoạt đảng"},
    {Kind::restored, "restored", "Phục hồi đảng tịch"},
    {Kind::died, "died", "Từ trần"},
    {Kind::removed, "removed", "Xoá tên trong danh sách đảng viên"},
    {Kind::resigned, "resigned", "Xin ra khỏi Đảng"},
    {Kind::expelled, "expelled", "Khai trừ khỏi Đảng"},
}};

std::vector<MembershipStep> steps_until(Date day, std::span<const Admission> admissions,
                                        std::span<const MembershipEvent> events)
{
    std::vector<MembershipStep> steps;
    steps.reserve(admissions.size() + events.size());
    for (const Admission& admission : admissions)
        if (admission.counted_on() <= day)
            steps.push_back(MembershipStep::of(admission));
    for (const MembershipEvent& event : events)
        if (event.on <= day)
            steps.push_back(MembershipStep::of(event));
    std::ranges::sort(steps, {}, &MembershipStep::order);
    return steps;
}

} // namespace

std::string_view key_of(MembershipEventKind kind) { return named<Kind>(kinds, kind).key; }
std::string_view title_of(MembershipEventKind kind) { return named<Kind>(kinds, kind).title; }
std::optional<MembershipEventKind> membership_event_kind(std::string_view key) { return value_of<Kind>(kinds, key); }

std::vector<MembershipEventKind> all_membership_event_kinds() { return values_of<MembershipEventKind>(kinds); }

Result<void> check(const Admission& admission)
{
    if (!admission.decided_on && !admission.ceremony_on)
        return invalid("ceremony_on", "Hãy nhập ngày quyết định kết nạp hoặc ngày tổ chức lễ kết nạp.");
    if (admission.decided_on && admission.ceremony_on && *admission.ceremony_on < *admission.decided_on)
        return invalid("ceremony_on", "Lễ kết nạp không thể trước ngày quyết định kết nạp.");
    if (admission.born.first() > admission.counted_on())
        return invalid("born", "Ngày sinh không thể sau ngày kết nạp.");
    if (!admission.cell)
        return invalid("cell", "Hãy chọn chi bộ nơi kết nạp.");
    return {};
}

Standing standing_on(Date day, std::span<const Admission> admissions, std::span<const MembershipEvent> events)
{
    MembershipCourse course;
    for (const auto& step : steps_until(day, admissions, events))
        course.take(step);
    return course.standing();
}

} // namespace phusa
