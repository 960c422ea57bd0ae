#pragma once

#include "cli/command.hpp"

namespace phusa
{

// phusa report pivot
void add_report_pivot(CLI::App& report, CommandContext& context);

} // namespace phusa
