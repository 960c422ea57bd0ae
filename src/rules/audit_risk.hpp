#pragma once

#include "domain/audit_risk.hpp"
#include "domain/case.hpp"
#include "rules/audit_rules.hpp"

#include <vector>

namespace phusa
{

// How many pairs of steps of an admission lie closer together than is customary, as of a day.
int short_intervals(const Case& of, const std::vector<AuditRules::Interval>& intervals, Date as_of);

// 1, and one more for each point of the marks, up to the most that each reason may give.
int tickets_for(const std::vector<RiskMark>& marks, const AuditRules& rules);

} // namespace phusa
