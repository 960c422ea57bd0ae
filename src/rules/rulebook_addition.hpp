#pragma once

#include "rules/file_mistake.hpp"
#include "rules/rulebook.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace phusa
{

// How many regulations the province may add to those of the program.
inline constexpr std::size_t added_rulebooks_max = 20;

// A rulebook that the province adds: one TOML file with the table [[regulation]] of regulations.toml and the rules of
// regulations/rulebooks/*.toml (docs/huong-dan/quy-dinh.md).
//
// It comes after the last one of `books`: replaces that one, begins after it. Answers either the whole rulebook or
// every mistake of the file, in the order of its lines.
std::expected<Rulebook, std::vector<FileMistake>> read_added_rulebook(std::string_view toml, const Rulebooks& books);

} // namespace phusa
