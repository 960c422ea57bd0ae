#pragma once

#include "cli/command.hpp"

namespace phusa
{

// `remind` (docs/van-hanh/thu-nhac-viec.md).
void add_remind(CLI::App& program, CommandContext& context);

} // namespace phusa
