#pragma once

#include "documents/docx_styles.hpp"
#include "documents/paper_layout.hpp"
#include "documents/paper_text.hpp"

namespace phusa
{

// The sheet that a paper is printed on; millimetres.
struct DocxSheet {
    int width = 210;
    int height = 297;
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
    int page_number = 0; // from the top edge
    bool is_small = false;

    int text_twips() const { return twips(width - left - right); }
};

DocxSheet sheet_of(PaperSize size, const PaperLayout& layout);
// Letters and spacing for that sheet: the guidance speaks of A4 only, a small sheet takes smaller ones.
PaperLayout layout_on(PaperSize size, const PaperLayout& layout);

} // namespace phusa
