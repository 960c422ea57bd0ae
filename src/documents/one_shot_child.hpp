#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Runs a command once: `input` is its standard input, what it writes on standard output is the answer. Both lie in
// memory only, never on a disk; nothing else of ours is open to it. nullopt when it did not end well in time; it is
// killed then. Throws std::runtime_error where it cannot be started.
std::optional<std::string> run_once(const std::vector<std::string>& command, std::string_view input,
                                    std::chrono::milliseconds time_max);

} // namespace phusa
