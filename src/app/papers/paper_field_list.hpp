#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace phusa
{

// Every name that a template may use, and what it gives: for the page beside a template.
std::vector<std::pair<std::string_view, std::string_view>> paper_field_list();

} // namespace phusa
