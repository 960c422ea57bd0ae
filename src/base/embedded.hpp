#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace phusa
{

// The files that travel inside the program: pages (*.mustache), bundled assets, regulations, demo geography.
//
// Paths are as in the source tree: "src/web/layout/page.mustache", "regulations/holidays.toml"; bundled assets are
// "assets/app-HASH.css". The text lives as long as the program.
std::optional<std::string_view> embedded_file(std::string_view path);
// All paths that begin with `prefix`, sorted.
std::vector<std::string_view> embedded_paths(std::string_view prefix);

} // namespace phusa
