#include "rules/person_rules.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// The lowest education that the place allows without anybody's consent.
GeneralEducation least_education(const Candidate& person, const Rulebook& book)
{
    auto place = person.area == Area::disadvantaged ? value::disadvantaged : value::ordinary;
    return static_cast<GeneralEducation>(book.number(Rule::education_min, place));
}

// A village elder there who only reads and writes: with consent.
bool is_elder_case(const Candidate& person, const Rulebook& book)
{
    return person.area == Area::disadvantaged && person.village_elder &&
           person.education < least_education(person, book) &&
           person.education >= static_cast<GeneralEducation>(book.number(Rule::education_min, value::village_elder));
}

bool is_too_young(const Candidate& person, Date day, const Rulebook& book)
{
    return book.knows(Rule::age_min, day) && age_in_months(person.born, day) < book.number(Rule::age_min);
}

RuleSet unmet_by_readmission(const Readmission& readmission, Date day, const Rulebook& book)
{
    RuleSet unmet;
    if (book.knows(Rule::readmission_once, day) && readmission.times > book.number(Rule::readmission_once))
        unmet.add(Rule::readmission_once);
    if (book.knows(Rule::readmission_excluded, day) && is_excluded(readmission.cause))
        unmet.add(Rule::readmission_excluded);
    return unmet;
}

// The first day of the month in which someone is so many months old.
Date first_day_of_age(PartialDate born, int months)
{
    auto month = Date::of(born.first().year(), born.first().month(), 1);
    return month->plus_months(months);
}

} // namespace

bool is_excluded(LeavingCause cause)
{
    switch (cause) {
    case LeavingCause::resigned:
    case LeavingCause::abandoned:
    case LeavingCause::disunity:
    case LeavingCause::corruption:
    case LeavingCause::serious_crime:
        return true;
    case LeavingCause::removed:
    case LeavingCause::hardship:
    case LeavingCause::expunged_sentence:
    case LeavingCause::population:
        return false;
    }
    std::unreachable();
}

RuleSet unmet_by_person(const Candidate& person, Date day, const Rulebook& book)
{
    RuleSet unmet;
    if (is_too_young(person, day, book))
        unmet.add(Rule::age_min);
    if (book.knows(Rule::citizenship, day) && !person.is_citizen)
        unmet.add(Rule::citizenship);
    if (book.knows(Rule::education_min, day) && person.education < least_education(person, book) &&
        !is_elder_case(person, book))
        unmet.add(Rule::education_min);
    if (person.readmission)
        unmet.add(unmet_by_readmission(*person.readmission, day, book));
    return unmet;
}

bool needs_youth_union(const Candidate& person, Date day, const Rulebook& book)
{
    if (!person.youth_union_available || !book.knows(Rule::youth_union_required, day))
        return false;
    auto age = age_in_months(person.born, day);
    return age >= book.number(Rule::youth_union_required, value::from_months) &&
           age < book.number(Rule::youth_union_required, value::until_months);
}

std::optional<Date> first_day_of_person(const Candidate& person, Date from, const Rulebooks& books)
{
    auto day = from;
    if (const auto& book = books.on(day); is_too_young(person, day, book))
        day = first_day_of_age(person.born, book.number(Rule::age_min));
    if (const auto& book = books.on(day); !person.youth_union_member && needs_youth_union(person, day, book))
        day = first_day_of_age(person.born, book.number(Rule::youth_union_required, value::until_months));
    return unmet_by_person(person, day, books.on(day)).empty() ? std::optional(day) : std::nullopt;
}

std::optional<Date> may_apply_again(const Readmission& readmission, const Rulebook& book)
{
    if (readmission.cause != LeavingCause::expunged_sentence)
        return readmission.left.plus_months(book.number(Rule::readmission_wait, value::since_leaving));
    if (!readmission.expunged)
        return std::nullopt;
    return readmission.expunged->plus_months(book.number(Rule::readmission_wait, value::since_expunged));
}

std::vector<NeededConsent> needed_consents(const Candidate& person, std::optional<Date> voted, Date decided,
                                           const Rulebooks& books)
{
    const auto& book = books.on(decided);
    std::vector<NeededConsent> needed;
    if (voted && book.knows(Rule::age_max, decided) && age_in_months(person.born, *voted) > book.number(Rule::age_max))
        needed.push_back({.kind = ConsentKind::over_60, .rule = Rule::age_max});
    if (book.knows(Rule::education_min, decided) && is_elder_case(person, book))
        needed.push_back({.kind = ConsentKind::village_elder, .rule = Rule::education_min});
    if (book.knows(Rule::readmission_consent, decided) && person.readmission)
        needed.push_back({.kind = ConsentKind::readmission, .rule = Rule::readmission_consent});
    return needed;
}

bool has_consent(const Reading& reading, ConsentKind kind, std::optional<Date> until)
{
    return std::ranges::any_of(reading.acts(), [&](const PlacedAct& act) {
        return act.kind() == ActKind::consent && act.act->consent == kind && (!until || act.on() <= *until);
    });
}

void judge_person(Judging& judging)
{
    const auto& reading = judging.reading;
    const auto& acts = reading.of(Matter::admission);
    if (acts.cell)
        judging.report(unmet_by_person(reading.person(), acts.cell->on(), judging.rulebooks.on(acts.cell->on())),
                       Matter::admission, *acts.cell);
    if (!acts.decision)
        return;
    auto decided = acts.decision->on();
    auto voted = acts.cell ? std::optional(acts.cell->on()) : std::nullopt;
    for (const auto& consent : needed_consents(reading.person(), voted, decided, judging.rulebooks))
        if (!has_consent(reading, consent.kind, decided))
            judging.report(consent.rule, Matter::admission, *acts.decision);
}

} // namespace phusa
