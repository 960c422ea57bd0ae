#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

class Rulebooks;
struct RuleSetting;

inline constexpr std::string_view rulebook_settings_key = "rulebook.settings";

// What the province has set, in the order in which it did: JSON in the settings of the register.
std::vector<RuleSetting> read_rule_settings(std::string_view json);
std::string written_rule_settings(const std::vector<RuleSetting>& settings);

// The rulebooks of the program with these settings applied. Throws where they do not fit: they were checked when set.
Rulebooks rulebooks_with(std::string_view json);

} // namespace phusa
