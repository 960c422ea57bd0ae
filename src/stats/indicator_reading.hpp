#pragma once

#include "base/result.hpp"
#include "base/toml.hpp"
#include "stats/indicator.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

// What the files of indicators and of forms have in common, for their readers only.
namespace phusa::stats
{

std::unexpected<Problem> wrong_file(std::string message);
// A key that is not `known` is a Problem that names it.
Result<void> check_keys(const toml::table& table, std::initializer_list<std::string_view> known,
                        std::string_view where);
// A text that must be there.
Result<std::string> text_of(const toml::table& table, std::string_view key, std::string_view where);
// Adds the terms of a `where` to the indicator.
Result<void> read_conditions(Indicator& indicator, const toml::table& where, std::span<const Dimension> dimensions);

} // namespace phusa::stats
