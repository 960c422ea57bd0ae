#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A table of "| a | b |" lines, the first one its head. "|% 24 52 24" says how wide the columns are, in per cent;
// "|_ 12" are so many empty rows to write in.
std::string docx_grid_xml(const std::vector<std::string_view>& lines, int width, bool begins_page);

} // namespace phusa
