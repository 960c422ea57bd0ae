#include "domain/membership.hpp"

#include "domain/named.hpp"

#include <algorithm>
#include <array>
#include <tuple>
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

// An admission or an event on its day. Of one day's steps admission comes first, then recognition, then the rest in
// the order of their kinds: two who read the same facts read the same standing.
struct Step {
    Date on;
    int rank = 0; // 0 admission, else the kind's number
    std::int64_t id = 0;
    const MembershipEvent* event = nullptr;

    auto order() const { return std::tuple(on, rank, id); }
};

// One membership, from an admission on.
struct Membership {
    bool begun = false;
    bool recognised = false;
    bool exempted = false;
    bool away = false;
    std::optional<Standing> ended = {};

    bool dead() const { return ended == Standing::died; }
};

void end(Membership& membership, Standing how)
{
    if (!membership.ended)
        membership.ended = how;
}

// Events can be older than what this register knows (members were imported): a recognition or a move in shows by
// itself that there was an admission.
void apply(Membership& membership, const MembershipEvent& event)
{
    switch (event.kind) {
    case Kind::recognised:
        membership.begun = true;
        membership.recognised = true;
        return;
    case Kind::moved_in:
        membership.begun = true;
        membership.away = false;
        return;
    case Kind::moved_out:
        membership.away = !event.to; // a move within the register leaves nobody outside
        return;
    case Kind::exempted:
        membership.begun = true;
        membership.exempted = true;
        return;
    case Kind::restored:
        if (!membership.dead())
            membership = {.begun = true, .recognised = membership.recognised};
        return;
    case Kind::died:
        return end(membership, Standing::died);
    case Kind::removed:
        return end(membership, Standing::removed);
    case Kind::resigned:
        return end(membership, Standing::resigned);
    case Kind::expelled:
        return end(membership, Standing::expelled);
    }
}

Standing standing_of(const Membership& membership)
{
    if (membership.ended)
        return *membership.ended;
    if (!membership.begun)
        return membership.away ? Standing::moved_out : Standing::none;
    if (membership.away)
        return Standing::moved_out;
    if (membership.exempted)
        return Standing::exempted;
    return membership.recognised ? Standing::official : Standing::probationary;
}

std::vector<Step> steps_until(Date day, std::span<const Admission> admissions, std::span<const MembershipEvent> events)
{
    std::vector<Step> steps;
    steps.reserve(admissions.size() + events.size());
    for (const Admission& admission : admissions)
        if (admission.counted_on() <= day)
            steps.push_back({.on = admission.counted_on(), .id = admission.id.value});
    for (const MembershipEvent& event : events)
        if (event.on <= day)
            steps.push_back(
                {.on = event.on, .rank = static_cast<int>(event.kind), .id = event.id.value, .event = &event});
    std::ranges::sort(steps, {}, &Step::order);
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
    Membership membership;
    for (const Step& step : steps_until(day, admissions, events)) {
        if (step.event)
            apply(membership, *step.event);
        else if (!membership.dead())
            membership = {.begun = true};
    }
    return standing_of(membership);
}

} // namespace phusa
