#include "documents/docx_sheet.hpp"

namespace phusa
{

DocxSheet sheet_of(PaperSize size, const PaperLayout& layout)
{
    constexpr int small_page_number = 6;
    switch (size) {
    case PaperSize::a5_landscape:
        return {.width = 210,
                .height = 148,
                .left = 20,
                .right = 15,
                .top = 12,
                .bottom = 8,
                .page_number = small_page_number,
                .is_small = true};
    case PaperSize::booklet:
        return {.width = 145,
                .height = 205,
                .left = 15,
                .right = 12,
                .top = 15,
                .bottom = 12,
                .page_number = small_page_number,
                .is_small = true};
    case PaperSize::a4:
        break;
    }
    return {.left = layout.left,
            .right = layout.right,
            .top = layout.top,
            .bottom = layout.bottom,
            .page_number = layout.page_number_from_top};
}

PaperLayout layout_on(PaperSize size, const PaperLayout& layout)
{
    auto fitted = layout;
    if (size == PaperSize::a5_landscape) {
        fitted.size = 13;
        fitted.head_size = 14;
        fitted.line_spacing = 16;
        fitted.space_after = 3;
    } else if (size == PaperSize::booklet) {
        fitted.size = 12;
        fitted.head_size = 14;
        fitted.recipient_size = 11;
        fitted.space_after = 2; // with the line 20 points: 25 ruled lines a page
    }
    return fitted;
}

} // namespace phusa
