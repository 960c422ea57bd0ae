#pragma once

#include "cli/command.hpp"

namespace phusa
{

// `phusa paper`, and the hidden `pdf-worker` that the program runs as its own child.
void add_paper(CLI::App& program, CommandContext& context);

} // namespace phusa
