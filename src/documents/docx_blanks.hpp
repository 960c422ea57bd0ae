#pragma once

#include <string>
#include <string_view>

namespace phusa
{

// Blanks in a line of a form, written there as runs of "…". Long ones become leaders that end where the line ends,
// so that nothing depends on how wide a letter is; short ones ("…… giờ ……") stay.
struct DocxBlanks {
    std::string runs;         // finished
    std::string tabs;         // w:tabs, or empty
    bool is_justified = true; // a line with blanks is not: it would be torn apart
};
// `width` of the column and letters of `size` half the points that Word counts; twips and points.
DocxBlanks docx_blanks(std::string_view text, int width, int size, std::string_view letters = {});

} // namespace phusa
