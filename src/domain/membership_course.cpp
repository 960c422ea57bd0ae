#include "domain/membership_course.hpp"

namespace phusa
{

using Kind = MembershipEventKind;

MembershipStep MembershipStep::of(const Admission& admission)
{
    return {.on = admission.counted_on(), .id = admission.id.value};
}

MembershipStep MembershipStep::of(const MembershipEvent& event)
{
    return {.on = event.on, .event = event.kind, .id = event.id.value, .stays_within = event.to.has_value()};
}

void MembershipCourse::end(Standing how)
{
    if (!ended_)
        ended_ = how;
}

// Events can be older than what this register knows (members were imported): a recognition or a move in shows by
// itself that there was an admission.
void MembershipCourse::take(const MembershipStep& step)
{
    bool is_dead = ended_ == Standing::died;
    if (!step.event) {
        if (!is_dead)
            *this = MembershipCourse();
        begun_ = true;
        return;
    }
    switch (*step.event) {
    case Kind::recognised:
        begun_ = true;
        recognised_ = true;
        return;
    case Kind::moved_in:
        begun_ = true;
        away_ = false;
        return;
    case Kind::moved_out:
        away_ = !step.stays_within; // a move within the register leaves nobody outside
        return;
    case Kind::exempted:
        begun_ = true;
        exempted_ = true;
        return;
    case Kind::restored:
        if (is_dead)
            return;
        begun_ = true;
        exempted_ = away_ = false;
        ended_.reset();
        return;
    case Kind::died:
        return end(Standing::died);
    case Kind::removed:
        return end(Standing::removed);
    case Kind::resigned:
        return end(Standing::resigned);
    case Kind::expelled:
        return end(Standing::expelled);
    }
}

Standing MembershipCourse::standing() const
{
    if (ended_)
        return *ended_;
    if (!begun_)
        return away_ ? Standing::moved_out : Standing::none;
    if (away_)
        return Standing::moved_out;
    if (exempted_)
        return Standing::exempted;
    return recognised_ ? Standing::official : Standing::probationary;
}

} // namespace phusa
