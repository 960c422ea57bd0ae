#pragma once

#include "rules/judging.hpp"

#include <optional>

namespace phusa
{

// A deadline that runs: the last day in time, and the day on which its clock started, whose rulebook set it.
struct Deadline {
    Date due;
    Date clock_start;
};

// Each is nullopt where its clock has not started by the day of judging, or its rulebook knows no such deadline.

// Of the decision on admission or recognition, from the cell's vote; one extension counts when it came in time.
std::optional<Deadline> decision_deadline(const Judging& judging, Matter matter);
// Of the ceremony, from the decision or its receipt.
std::optional<Deadline> ceremony_deadline(const Judging& judging);
// Of the new member's declaration, from the ceremony.
std::optional<Deadline> member_declaration_deadline(const Judging& judging);
// Of the cell's vote on recognition, from the end of probation.
std::optional<Deadline> recognition_deadline(const Judging& judging);

void judge_deadlines(Judging& judging);

} // namespace phusa
