#pragma once

#include "rules/judging.hpp"

#include <optional>

namespace phusa
{

// Who introduces: two members; or one member and the Youth Union; or, where there is no Youth Union, one member and the
// trade union.
struct IntroductionCount {
    int members = 0;
    int youth_union = 0;
    int trade_union = 0;

    void add(Introducer introducer);
};
bool suffices(const IntroductionCount& count, const Candidate& person, const Rulebook& book);

// The introducer is an official member who has been together with the person long enough, or replaces one who was.
RuleSet unmet_by_introducer(const Act& introduction, const Rulebook& book);

// Those on or before `until`, whatever their faults.
IntroductionCount introductions_until(const Reading& reading, std::optional<Date> until);

// The first day on which introductions in good order suffice for a vote on `vote` (absent: none has been taken, and
// nothing is too old); for someone of Youth Union age its own is among them. nullopt where they do not.
std::optional<Date> introduced_on(const Judging& judging, std::optional<Date> vote);

// What a vote on that day breaks with these introductions: introductions.count, youth_union.required.
RuleSet unmet_by_introductions(const Reading& reading, const IntroductionCount& count, Date vote, const Rulebook& book);

void judge_introductions(Judging& judging);

} // namespace phusa
