#pragma once

#include "domain/membership.hpp"

#include <cstdint>
#include <optional>
#include <tuple>

namespace phusa
{

// An admission or an event on its day, as far as a standing follows from it.
struct MembershipStep {
    Date on;
    std::optional<MembershipEventKind> event = {}; // absent: an admission
    std::int64_t id = 0;                           // of the admission or event
    bool stays_within = false;                     // a move out that ends in this register

    static MembershipStep of(const Admission& admission);
    static MembershipStep of(const MembershipEvent& event);

    // Of one day, the admission comes first, then the recognition, then the rest in the order of their kinds: two who
    // read the same facts read the same standing.
    auto order() const { return std::tuple(on, event ? static_cast<int>(*event) : 0, id); }
};

// Where someone stands, followed step by step in their order.
//
// An admission begins on probation, also after an earlier membership that ended. A move within the register changes
// nothing; nothing follows a death; only an admission or a restoration follows the other ends.
class MembershipCourse
{
public:
    void take(const MembershipStep& step);
    Standing standing() const;

private:
    void end(Standing how);

    bool begun_ = false;
    bool recognised_ = false;
    bool exempted_ = false;
    bool away_ = false;
    std::optional<Standing> ended_;
};

} // namespace phusa
