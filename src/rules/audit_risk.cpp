#include "rules/audit_risk.hpp"

#include "domain/case_reading.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// The latest act of a kind that serves the admission; nothing where it is not done yet.
std::optional<Date> day_of(const Case& of, ActKind kind, Date as_of)
{
    std::optional<Date> day;
    for (std::size_t i = 0; i < of.acts.size(); ++i) {
        const auto& act = of.acts[i];
        bool counts =
            act.kind == kind && act.on <= as_of && !is_set_aside(of, i) && matter_of(of, act) == Matter::admission;
        if (counts && (!day || *day < act.on))
            day = act.on;
    }
    return day;
}

} // namespace

int short_intervals(const Case& of, const std::vector<AuditRules::Interval>& intervals, Date as_of)
{
    return static_cast<int>(std::ranges::count_if(intervals, [&](const AuditRules::Interval& interval) {
        auto from = day_of(of, interval.from, as_of);
        auto to = day_of(of, interval.to, as_of);
        return from && to && *from <= *to && days_between(*from, *to) < interval.days;
    }));
}

int tickets_for(const std::vector<RiskMark>& marks, const AuditRules& rules)
{
    int tickets = 1;
    for (const auto& mark : marks) {
        auto risk = std::ranges::find(rules.risks, mark.reason, &AuditRules::Risk::reason);
        if (risk != rules.risks.end())
            tickets += std::min(risk->points * mark.count, risk->most);
    }
    return tickets;
}

} // namespace phusa
