#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// WordprocessingML of small pieces, as text.

std::string xml_escaped(std::string_view text);
// One paragraph; `more` goes into its properties, `letters` into those of its text.
std::string docx_paragraph_xml(std::string_view style, std::string_view text, std::string_view more = {},
                               std::string_view letters = {});
// One cell with finished paragraphs, `width` in twips.
std::string docx_cell_xml(int width, std::string_view paragraphs);
// Rows of finished cells. Without borders it is a means to put things side by side.
std::string docx_table_xml(const std::vector<int>& widths, const std::vector<std::vector<std::string>>& rows,
                           bool has_borders);

} // namespace phusa
