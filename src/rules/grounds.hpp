#pragma once

#include "rules/judging.hpp"

#include <optional>

namespace phusa
{

// The papers that a vote rests on: are they there, in time, still fresh, and in order?

// The first act of a stage that needs its papers: the cell's vote, or where that is absent the first act behind it.
// nullptr where the stage has not come so far.
const PlacedAct* first_in_need(const Reading& reading, Matter stage);

// Of application, declaration and verification those that count: the last ones before each other and on or before
// `until`, where a day is given. Out of order among themselves they count all the same.
struct PaperChain {
    const PlacedAct* application = nullptr;
    const PlacedAct* declaration = nullptr;
    const PlacedAct* verification = nullptr;
};
PaperChain paper_chain(const Reading& reading, std::optional<Date> until);

// The newest awareness certificate on or before `until`.
const PlacedAct* awareness_certificate(const Reading& reading, std::optional<Date> until);
bool is_expired(const PlacedAct& certificate, Date vote, const Rulebook& book);

// More than 12 months old at the vote.
bool is_stale(const PlacedAct& paper, Date vote, const Rulebook& book);

// Opinions that serve the stage and are in order at a vote on that day (absent: none has been taken): not after it, not
// stale, and for recognition not before the 12 months end.
bool are_good_opinions(const Judging& judging, const PlacedAct& act, Matter stage, std::optional<Date> vote);

// The day on which probation ends, nullopt without a ceremony.
std::optional<Date> probation_end(const Reading& reading, const Rulebooks& books);

void judge_admission_papers(Judging& judging);
void judge_recognition_papers(Judging& judging);
void judge_opinions(Judging& judging, Matter stage);

} // namespace phusa
