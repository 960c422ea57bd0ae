#include "app/forms/member_walk.hpp"

#include <algorithm>
#include <utility>

namespace phusa
{

namespace
{

using Kind = MembershipEventKind;

MemberChange change_of(const MembershipStep& step)
{
    if (!step.event)
        return MemberChange::admitted;
    switch (*step.event) {
    case Kind::recognised:
    case Kind::exempted:
        return MemberChange::recorded; // there was an admission of which the register does not know
    case Kind::moved_in:
    case Kind::moved_out:
        return MemberChange::moved;
    case Kind::restored:
        return MemberChange::restored;
    case Kind::died:
        return MemberChange::died;
    case Kind::removed:
        return MemberChange::removed;
    case Kind::resigned:
        return MemberChange::resigned;
    case Kind::expelled:
        return MemberChange::expelled;
    }
    std::unreachable();
}

class Walk
{
public:
    Walk(std::span<const MemberCell> cells, const std::function<void(const MemberMove&)>& tell)
        : cells_(cells), tell_(tell)
    {
    }

    void take(const MemberStep& member_step)
    {
        const auto& step = member_step.step;
        bool was_member = is_member(course_.standing());
        bool was_probationary = course_.standing() == Standing::probationary;
        course_.take(step);
        if (!was_member && is_member(course_.standing()))
            come(step, member_step.to);
        else if (was_member && !is_member(course_.standing()))
            go(step, was_probationary);
        else if (was_member && member_step.to && change_of(step) == MemberChange::moved)
            move(step.on, *member_step.to);
    }

    // The record of that day says where they are.
    void follow_record(Date day)
    {
        if (here_ && !cells_.empty())
            move(day, cell_on(day));
    }

private:
    void come(const MembershipStep& step, std::optional<OrganisationId> to)
    {
        auto change = change_of(step);
        auto first_of_all = Date::of(1900, 1, 1).value();
        auto day = change == MemberChange::recorded ? first_of_all : step.on;
        here_ = to.value_or(cell_on(day));
        tell_({.on = day,
               .change = change,
               .probationary = course_.standing() == Standing::probationary,
               .from = {},
               .to = here_});
        follow_record(day);
    }

    void go(const MembershipStep& step, bool was_probationary)
    {
        tell_({.on = step.on,
               .change = change_of(step),
               .probationary = was_probationary,
               .from = std::exchange(here_, std::nullopt),
               .to = {}});
    }

    void move(Date day, OrganisationId to)
    {
        if (to == *here_)
            return;
        tell_({.on = day,
               .change = MemberChange::moved,
               .probationary = course_.standing() == Standing::probationary,
               .from = here_,
               .to = to});
        here_ = to;
    }

    OrganisationId cell_on(Date day) const
    {
        if (cells_.empty())
            return {};
        auto after = std::ranges::upper_bound(cells_, day, {}, &MemberCell::from);
        return after == cells_.begin() ? after->cell : (after - 1)->cell;
    }

    std::span<const MemberCell> cells_;
    const std::function<void(const MemberMove&)>& tell_;
    MembershipCourse course_;
    std::optional<OrganisationId> here_;
};

} // namespace

void walk_member(std::span<const MemberStep> steps, std::span<const MemberCell> cells,
                 const std::function<void(const MemberMove&)>& tell)
{
    Walk walk(cells, tell);
    auto step = steps.begin();
    // The steps of a day come before what its record says: an event names the cell more exactly than a day does.
    auto take_until = [&](std::optional<Date> last) {
        for (; step != steps.end() && (!last || step->step.on <= *last); ++step)
            walk.take(*step);
    };
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (i == 0 || cells[i].cell != cells[i - 1].cell) {
            take_until(cells[i].from);
            walk.follow_record(cells[i].from);
        }
    take_until(std::nullopt);
}

} // namespace phusa
