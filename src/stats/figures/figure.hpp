#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::stats
{

// What checking a figure of a written report came to (DESIGN §6, check-figures).
enum class FigureVerdict : std::uint8_t {
    ok,        // equal when rounded half up at the printed decimals
    rounded,   // within a unit of the last place, under a word such as “gần”, “khoảng”, “trên”, “hơn”
    truncated, // equal only when cut there
    wrong,     // none of these
    unchecked, // nothing to check it by
};
std::string_view key_of(FigureVerdict verdict);        // "ok"
std::string_view vietnamese_of(FigureVerdict verdict); // "đúng"

enum class FigureKind : std::uint8_t { count, percent, points, times, age, measure };

// One number of a report, as written, with its reckoning. Dates, years, numbers of laws and lists are none.
struct Figure {
    std::string text;       // with its unit: "6.658", "25,4 %", "29,5 tuổi"
    std::size_t offset = 0; // of `text` in the whole text, in code points
    double value = 0;
    int decimals = 0; // printed
    FigureKind kind = FigureKind::count;
    std::string unit = {}; // "%", "điểm %", "lần", "tuổi", "tỷ đồng"; of a count its noun, or empty

    FigureVerdict verdict = FigureVerdict::unchecked;
    std::optional<std::size_t> of = {};  // the figure that it is reckoned from
    std::optional<double> expected = {}; // at the printed decimals
    std::string why = {};                // a sentence with the arithmetic, for the writer of the report
    std::string before = {};             // the words between the figure before it, or its clause, and it; lower case
    std::string after = {};              // the words behind it up to a number or sign; lower case
    bool is_main = false;                // neither a change nor a plan, nor compared with, nor part of a range
    bool is_rounded = false;             // a rounding word stands before it
};

// Where a cell of a table lies in the text, in code points.
struct TableCell {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// A text, and the tables of it where the file knows them. Of plain text, lines with tabs or | are found to be tables.
struct ReportText {
    using Row = std::vector<TableCell>;
    using Rows = std::vector<Row>;

    std::string text;
    std::vector<Rows> tables = {};
};

// Reads the numbers of a Vietnamese report and ties them to each other. Figures stand in the order of the text. Pure;
// prefers `unchecked` to a false alarm.
std::vector<Figure> check_figures(const ReportText& report);

} // namespace phusa::stats
