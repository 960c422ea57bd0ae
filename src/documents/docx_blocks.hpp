#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// WordprocessingML of small pieces, as text.

std::string xml_escaped(std::string_view text);
// A run of text, or of one tab stop.
std::string docx_run_xml(std::string_view text, std::string_view letters = {});
std::string docx_tab_xml();
// One paragraph; `more` goes into its properties, `letters` into those of its text.
std::string docx_paragraph_xml(std::string_view style, std::string_view text, std::string_view more = {},
                               std::string_view letters = {});
// The same of finished runs.
std::string docx_paragraph_of(std::string_view style, std::string_view runs, std::string_view more);
// An empty paragraph that takes next to no room.
std::string docx_thin_paragraph_xml(std::string_view more = {});
// A rule of that length in the middle of a column; twips.
std::string docx_rule_xml(int column, int length);

// One cell with finished paragraphs, `width` in twips.
std::string docx_cell_xml(int width, std::string_view paragraphs);

struct DocxRow {
    std::vector<std::string> cells = {}; // finished
    bool is_head = false;                // again on every page
    int height = 0;                      // twips; 0: as its text takes
};
// Without borders it is a means to put things side by side, `above` twips below what comes before.
std::string docx_table_xml(const std::vector<int>& widths, const std::vector<DocxRow>& rows, bool has_borders,
                           int above = 0);

} // namespace phusa
