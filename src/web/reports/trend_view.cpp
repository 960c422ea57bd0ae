#include "app/story_words.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/pivot_view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::reports
{

namespace
{

constexpr std::size_t series_max = 6; // as many colours as there are

std::string share_text(const TrendPoint& point, const TrendPoint& total)
{
    return total.cell.count == 0 ? "–" : printed_share(point.cell.count, total.cell.count).text;
}

CellLook look(const TrendPoint& point, const TrendPoint& total, bool shows_shares, bool opens)
{
    return {.text = shows_shares ? share_text(point, total) : vietnamese_number(point.cell.count),
            .href = people_href(point.cell, opens),
            .note = shows_shares ? std::string() : change_words(point),
            .numeric = true};
}

View value(const TrendPoint& point, const TrendPoint& total, bool shows_shares, bool opens)
{
    auto plain = std::to_string(point.cell.count);
    if (shows_shares)
        plain = total.cell.count == 0 ? std::string()
                                      : fmt::format("{}", printed_share(point.cell.count, total.cell.count).value);
    return View()
        .set("text", shows_shares ? share_text(point, total) : vietnamese_number(point.cell.count))
        .set("value", std::move(plain))
        .set("value_href", people_href(point.cell, opens));
}

std::string title_of(const Trend::Span& span) { return span.is_whole ? span.title : span.title + " (chưa trọn)"; }

// The series that are drawn: the largest ones where they are more than there are colours.
std::vector<const Trend::Series*> drawn_of(const Trend& trend)
{
    std::vector<std::pair<std::int64_t, const Trend::Series*>> sized;
    for (const auto& series : trend.series) {
        std::int64_t size = 0;
        for (const auto& point : series.points)
            size += point.cell.count;
        sized.emplace_back(-size, &series);
    }
    std::ranges::stable_sort(sized, {}, &std::pair<std::int64_t, const Trend::Series*>::first);
    std::vector<const Trend::Series*> drawn;
    for (const auto& [size, series] : sized)
        if (drawn.size() < series_max)
            drawn.push_back(series);
    return drawn;
}

} // namespace

View trend_view(const Trend& trend, bool shows_shares, bool opens)
{
    TableView view(fmt::format("{} theo {}", trend.title, lower_case(phusa::title_of(trend.step))));
    view.compact().quiet_caption().column(std::string(phusa::title_of(trend.step)));
    for (const auto& series : trend.series)
        view.column(series.title, true);
    view.column("Tổng số", true);
    view.empty("Kỳ này chưa có ngày nào", "Hãy chọn kỳ đã bắt đầu.");
    for (std::size_t i = 0; i < trend.spans.size(); ++i) {
        const auto& span = trend.spans[i];
        std::vector<CellLook> cells{{.text = title_of(span)}};
        for (const auto& series : trend.series)
            cells.push_back(look(series.points[i], span.total, shows_shares, opens));
        cells.push_back(look(span.total, span.total, false, opens));
        view.row(std::move(cells));
    }
    return std::move(view).view();
}

View trend_chart(const Trend& trend, bool shows_shares, bool opens)
{
    auto drawn = drawn_of(trend);
    bool totals = drawn.empty();
    View::List series;
    if (totals)
        series.push_back(View().set("label", "Tổng số"));
    for (const auto* each : drawn)
        series.push_back(View().set("label", each->title));
    View::List points;
    for (std::size_t i = 0; i < trend.spans.size(); ++i) {
        const auto& total = trend.spans[i].total;
        View::List values;
        if (totals)
            values.push_back(value(total, total, false, opens));
        for (const auto* each : drawn)
            values.push_back(value(each->points[i], total, shows_shares, opens));
        points.push_back(View().set("label", trend.spans[i].title).set("values", View(std::move(values))));
    }
    return View()
        .set("chart", totals ? "bar" : "line")
        .set("caption", fmt::format("{} theo {}", trend.title, lower_case(phusa::title_of(trend.step))))
        .set("summary", rising_words(trend))
        .set("unit", shows_shares && !totals ? "%" : "người")
        .set("head_label", std::string(phusa::title_of(trend.step)))
        .set("series", View(std::move(series)))
        .set("points", View(std::move(points)));
}

} // namespace phusa::web::reports
