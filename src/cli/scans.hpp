#pragma once

#include "cli/command.hpp"

namespace phusa
{

// phusa scans check|purge|export, and the worker that reads files of strangers.
void add_scans(CLI::App& program, CommandContext& context);

} // namespace phusa
