#pragma once

#include "app/pivot/pivot.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

enum class TrendStep : std::uint8_t { year, quarter, month };
std::string_view key_of(TrendStep step); // also the key of its dimension
std::string_view title_of(TrendStep step);
std::optional<TrendStep> trend_step(std::string_view key);
std::vector<TrendStep> all_trend_steps();

// What is followed through the years.
struct TrendQuestion {
    StoryQuestion scope;
    std::string follow; // "total", "indicator:women", or a key of pivot_dimensions(): each of its values
    TrendStep step = TrendStep::year;
    std::vector<PivotFilter> filters;
};

// One number of a trend beside the same span a year before.
struct TrendPoint {
    PivotCell cell;
    std::optional<PivotCell> before; // absent in the first year, and where either span is not whole
};

struct Trend {
    struct Span {
        std::string title;
        bool is_whole = true; // neither the period nor as_of cuts it
        TrendPoint total;
    };
    struct Series {
        std::string key;
        std::string title;
        std::vector<TrendPoint> points; // one for each span
        bool rises = false;             // its share (the number, of the total) is higher each time than the time before
    };

    Organisation unit;
    Period period;
    Date structure;
    Date as_of;
    bool is_unfinished = false;
    TrendStep step = TrendStep::year;
    std::string title;                // "Giới tính", "Đảng viên nữ", "Tổng số"
    std::vector<std::string> filters; // in words
    std::vector<Span> spans;
    std::vector<Series> series; // none for the total alone
    bool total_rises = false;   // over the whole spans
};

// As pivot(): rights, and what is unknown is named. `option` is what `follow` is called.
Result<Trend> trend(App& app, const Actor& actor, const TrendQuestion& asked, const std::string& option = "follow");

// How a number moved: "+12 (+5,3%)", "−3 (−1%)", "không đổi"; without a percent where there was nobody before. Empty
// where there is nothing to compare with.
std::string change_words(const TrendPoint& point);
// What rises: "Tỷ lệ nữ, đoàn viên năm sau cao hơn năm trước."; empty where nothing does.
std::string rising_words(const Trend& trend);

// Span, total and its change, then each series with count, share and change.
Table trend_sheet(const Trend& trend);

} // namespace phusa
