#include "app/pivot/trend.hpp"

#include "app/story_numbers.hpp"
#include "app/story_words.hpp"
#include "domain/named.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>

namespace phusa
{

namespace
{

constexpr std::array<Named<TrendStep>, 3> steps = {{
    {TrendStep::year, "year", "Năm"},
    {TrendStep::quarter, "quarter", "Quý"},
    {TrendStep::month, "month", "Tháng"},
}};
constexpr std::string_view indicator_prefix = "indicator:";
constexpr std::string_view total_key = "total";

std::size_t steps_a_year(TrendStep step)
{
    constexpr std::array<std::size_t, 3> numbers{1, 4, 12};
    return numbers.at(static_cast<std::size_t>(step));
}

PivotQuestion pivot_question(const TrendQuestion& asked, std::string columns)
{
    return {.scope = asked.scope,
            .rows = {std::string(key_of(asked.step))},
            .columns = std::move(columns),
            .filters = asked.filters};
}

// The columns of a pivot whose rows are the spans, as series; `cell` picks one of a line.
template<typename Pick>
std::vector<TrendPoint> points_of(const PivotTable& table, const std::vector<Trend::Span>& spans, TrendStep step,
                                  Pick cell)
{
    std::vector<TrendPoint> points;
    auto year = steps_a_year(step);
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        TrendPoint point{.cell = cell(table.lines[i]), .before = {}};
        if (i >= year && spans[i].is_whole && spans[i - year].is_whole)
            point.before = cell(table.lines[i - year]);
        points.push_back(std::move(point));
    }
    return points;
}

// Keys of spans are periods of their own: "2011", "2011-Q1", "2011-04".
std::vector<Trend::Span> spans_of(const PivotTable& table)
{
    auto end = std::min(table.period.last, table.as_of);
    std::vector<Trend::Span> spans;
    for (const auto& line : table.lines) {
        auto days = Period::parse(line.values.front().key);
        bool is_whole = days && table.period.first <= days->first && days->last <= end;
        spans.push_back({.title = line.values.front().title, .is_whole = is_whole, .total = {}});
    }
    return spans;
}

// By whole numbers: a/b < c/d where a·d < c·b. A span without admissions has no share that could have risen.
bool share_rises(const std::vector<TrendPoint>& points, const std::vector<Trend::Span>& spans)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        auto before = spans[i - 1].total.cell.count;
        auto after = spans[i].total.cell.count;
        if (before == 0 || points[i - 1].cell.count * after >= points[i].cell.count * before)
            return false;
    }
    return points.size() > 1;
}

bool total_rises(const std::vector<Trend::Span>& spans)
{
    std::vector<std::int64_t> whole;
    for (const auto& span : spans)
        if (span.is_whole)
            whole.push_back(span.total.cell.count);
    return whole.size() > 1 && std::ranges::adjacent_find(whole, std::ranges::greater_equal{}) == whole.end();
}

void add_series(Trend& trend, const PivotTable& table)
{
    for (std::size_t column = 0; column < table.columns.values.size(); ++column) {
        const auto& value = table.columns.values[column];
        auto points = points_of(table, trend.spans, trend.step,
                                [column](const PivotTable::Row& line) { return line.cells[column]; });
        bool rises = share_rises(points, trend.spans);
        trend.series.push_back({.key = value.key, .title = value.title, .points = std::move(points), .rises = rises});
    }
}

Result<void> add_indicator(App& app, const Actor& actor, Trend& trend, TrendQuestion asked, const std::string& key,
                           const std::string& option)
{
    asked.filters.push_back({std::string(indicator_key), {key}});
    auto table = TRY(pivot(app, actor, pivot_question(asked, {}), {option, option, option}));
    const auto& indicator = story_indicator(key);
    auto points = points_of(table, trend.spans, trend.step, [](const PivotTable::Row& line) { return line.total; });
    bool rises = share_rises(points, trend.spans);
    trend.title = capitalised(indicator.title);
    trend.series.push_back({.key = key, .title = trend.title, .points = std::move(points), .rises = rises});
    return {};
}

std::string signed_number(std::int64_t number)
{
    return fmt::format("{}{}", number > 0 ? "+" : "−", shown(std::abs(number), Table::Kind::count));
}

} // namespace

std::string_view key_of(TrendStep step) { return named<TrendStep>(steps, step).key; }
std::string_view title_of(TrendStep step) { return named<TrendStep>(steps, step).title; }
std::optional<TrendStep> trend_step(std::string_view key) { return value_of<TrendStep>(steps, key); }
std::vector<TrendStep> all_trend_steps() { return values_of<TrendStep>(steps); }

Result<Trend> trend(App& app, const Actor& actor, const TrendQuestion& asked, const std::string& option)
{
    bool is_indicator = asked.follow.starts_with(indicator_prefix);
    bool is_total = asked.follow.empty() || asked.follow == total_key;
    auto table = TRY(pivot(app, actor, pivot_question(asked, is_indicator || is_total ? "" : asked.follow),
                           {.rows = option, .columns = option}));
    Trend trend{.unit = table.unit,
                .period = table.period,
                .structure = table.structure,
                .as_of = table.as_of,
                .is_unfinished = table.is_unfinished,
                .step = asked.step,
                .title = is_total ? "Tổng số" : table.columns.title,
                .filters = table.filters,
                .spans = spans_of(table),
                .series = {}};
    auto totals = points_of(table, trend.spans, asked.step, [](const PivotTable::Row& line) { return line.total; });
    for (std::size_t i = 0; i < totals.size(); ++i)
        trend.spans[i].total = std::move(totals[i]);
    trend.total_rises = total_rises(trend.spans);
    add_series(trend, table);
    if (is_indicator)
        TRY_DO(add_indicator(app, actor, trend, asked, asked.follow.substr(indicator_prefix.size()), option));
    return trend;
}

std::string change_words(const TrendPoint& point)
{
    if (!point.before)
        return {};
    auto change = point.cell.count - point.before->count;
    if (change == 0)
        return "không đổi";
    auto words = signed_number(change);
    if (point.before->count == 0)
        return words;
    auto share = printed_share(std::abs(change), point.before->count);
    return fmt::format("{} ({}{})", words, change > 0 ? "+" : "−", share.text);
}

} // namespace phusa
