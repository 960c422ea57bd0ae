#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The layout of party documents by one guidance, as regulations/papers/layouts.toml gives it. Lengths in millimetres,
// sizes in points.
struct PaperLayout {
    std::string name; // "05-HD/VPTW ngày 27/5/2026"
    Date from;        // in force until the next one begins
    std::string font;
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;
    int page_number_from_top = 0;
    int head_size = 0;      // the line of the Party
    int size = 0;           // everything that is not named here
    int title_size = 0;     // type name
    int recipient_size = 0; // the list below "Nơi nhận"
    int line_spacing = 0;   // exact
    int space_after = 0;
    int first_line = 0;
};

// Ordered by `from`. The Problem names the key that is wrong or unknown.
Result<std::vector<PaperLayout>> parse_paper_layouts(std::string_view toml);
// Those that travel inside the program.
const std::vector<PaperLayout>& paper_layouts();
// The one in force on that day; for days before the first, the first.
const PaperLayout& paper_layout_on(Date day);

} // namespace phusa
