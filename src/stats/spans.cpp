#include "stats/spans.hpp"

#include <algorithm>
#include <utility>

namespace phusa::stats
{

namespace
{

constexpr int months_a_quarter = 3;

Date next_start(Date day, SpanUnit unit)
{
    switch (unit) {
    case SpanUnit::year:
        return *Date::of(day.year() + 1, 1, 1);
    case SpanUnit::quarter:
        return Date::of(day.year(), (day.month() - 1) / months_a_quarter * months_a_quarter + 1, 1)
            ->plus_months(months_a_quarter);
    case SpanUnit::month:
        return Date::of(day.year(), day.month(), 1)->plus_months(1);
    }
    std::unreachable();
}

} // namespace

std::vector<Period> spans_of(const Period& period, SpanUnit unit)
{
    std::vector<Period> spans;
    for (Date first = period.first; first <= period.last;) {
        Date next = next_start(first, unit);
        spans.push_back({first, std::min(next.plus_days(-1), period.last)});
        first = next;
    }
    return spans;
}

} // namespace phusa::stats
