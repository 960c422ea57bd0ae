#pragma once

#include "domain/case.hpp"
#include "rules/judging.hpp"

namespace phusa
{

// The conditions that a person has to meet (rules.md §3).

// What the cell's admission vote on `day` breaks by who the person is: age.min, citizenship, education.min,
// readmission.once and readmission.excluded. What a consent can heal is asked at the decision.
RuleSet unmet_by_person(const Candidate& person, Date day, const Rulebook& book);

// Of Youth Union age, where there is one.
bool needs_youth_union(const Candidate& person, Date day, const Rulebook& book);

// The first day from `from` on which no rule of `unmet_by_person` speaks against the vote and a person of Youth Union
// age is a member; nullopt where no day can be.
std::optional<Date> first_day_of_person(const Candidate& person, Date from, const Rulebooks& books);

// The first day on which someone may apply to come back; nullopt: never (an expunged sentence without its day).
std::optional<Date> may_apply_again(const Readmission& readmission, const Rulebook& book);
bool is_excluded(LeavingCause cause);

// A consent that a decision needs, with the rule that asks for it.
struct NeededConsent {
    ConsentKind kind = ConsentKind::over_60;
    Rule rule = Rule::age_max;
};
// Those of a decision on `decided` when the cell votes on `voted`; without a vote, age is not asked.
std::vector<NeededConsent> needed_consents(const Candidate& person, std::optional<Date> voted, Date decided,
                                           const Rulebooks& books);
// Whether that consent was given, on or before `until` where a day is asked.
bool has_consent(const Reading& reading, ConsentKind kind, std::optional<Date> until);

void judge_person(Judging& judging);

} // namespace phusa
