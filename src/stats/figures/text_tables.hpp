#pragma once

#include "stats/figures/figure.hpp"

#include <string>
#include <vector>

namespace phusa::stats
{

// Of at least two lines with at least two cells each.
std::vector<ReportText::Rows> tables_in(const std::string& text);

} // namespace phusa::stats
