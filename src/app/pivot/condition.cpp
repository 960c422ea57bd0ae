#include "app/pivot/condition.hpp"

#include "app/story_people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool lies_in(stats::PositionRange inner, stats::PositionRange outer)
{
    return outer.first <= inner.first && inner.end <= outer.end;
}

} // namespace

void PivotCondition::narrow(const PivotCondition& other)
{
    for (const auto& [dimension, accepted] : other.codes)
        if (auto [mine, is_new] = codes.emplace(dimension, accepted); !is_new)
            mine->second &= accepted;
    if (other.age)
        age = age ? stats::AgeBand{std::max(age->from_months, other.age->from_months),
                                   std::min(age->until_months, other.age->until_months)}
                  : *other.age;
    if (other.days)
        days = days ? Period{std::max(days->first, other.days->first), std::min(days->last, other.days->last)}
                    : *other.days;
    if (other.unit && (!unit || lies_in(other.unit->range, unit->range)))
        unit = other.unit;
    else if (other.unit && !lies_in(unit->range, other.unit->range))
        is_askable = false; // nobody is in both
    is_askable = is_askable && other.is_askable;
}

PivotCondition condition_of(const stats::Indicator& indicator)
{
    PivotCondition condition;
    for (const auto& term : indicator.codes)
        condition.narrow({.codes = {{term.dimension, term.accepted}}});
    if (indicator.asks_age())
        condition.age = {std::max<std::uint16_t>(indicator.age_from_months, 1), indicator.age_until_months};
    return condition;
}

std::optional<PeopleQuestion> people_behind(const PivotCondition& condition, PeopleQuestion within)
{
    if (!condition.is_askable)
        return std::nullopt;
    stats::Indicator indicator;
    for (const auto& [dimension, accepted] : condition.codes)
        indicator.codes.push_back({.dimension = dimension, .accepted = accepted});
    if (condition.age) {
        // Nobody can be asked for by an unknown age, nor by an empty band.
        if (condition.age->from_months == 0 || condition.age->until_months <= condition.age->from_months)
            return std::nullopt;
        indicator.age_from_months = condition.age->from_months;
        indicator.age_until_months = condition.age->until_months;
    }
    if (condition.days) {
        within.admitted_from = condition.days->first;
        within.admitted_to = condition.days->last;
    }
    if (condition.unit)
        within.admitted_at = condition.unit->id;
    return people_behind(indicator, std::move(within));
}

} // namespace phusa
