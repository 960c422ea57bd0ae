#include "app/pivot/trend.hpp"
#include "app/story_words.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

Cell change_of(const TrendPoint& point) { return point.before ? Cell(point.cell.count - point.before->count) : Cell(); }

Cell share_of(const TrendPoint& point, const TrendPoint& total)
{
    return total.cell.count == 0 ? Cell() : Cell(printed_share(point.cell.count, total.cell.count).value);
}

void add_columns(Table& sheet, const Trend& trend)
{
    using Kind = Table::Kind;
    sheet.columns.push_back({"span", std::string(title_of(trend.step)), Kind::text});
    sheet.columns.push_back({"total", "Tổng số", Kind::count});
    sheet.columns.push_back({"total_change", "Tổng số: so với cùng kỳ năm trước", Kind::count});
    for (const auto& series : trend.series) {
        sheet.columns.push_back({series.key, series.title, Kind::count});
        sheet.columns.push_back({series.key + "_share", series.title + ": tỷ lệ", Kind::percent});
        sheet.columns.push_back({series.key + "_change", series.title + ": so với cùng kỳ năm trước", Kind::count});
    }
}

} // namespace

std::string rising_words(const Trend& trend)
{
    std::string_view how = trend.step == TrendStep::year ? "năm sau cao hơn năm trước" : "kỳ sau cao hơn kỳ trước";
    std::vector<std::string> sentences;
    if (trend.total_rises)
        sentences.push_back(fmt::format("Số đảng viên mới kết nạp {}.", how));
    std::vector<std::string> rising;
    for (const auto& series : trend.series)
        if (series.rises)
            rising.push_back(lower_case(series.title));
    if (!rising.empty())
        sentences.push_back(fmt::format("Tỷ lệ {} {}.", fmt::join(rising, ", "), how));
    return fmt::format("{}", fmt::join(sentences, " "));
}

Table trend_sheet(const Trend& trend)
{
    Table sheet{.title = fmt::format("Đảng viên mới kết nạp: xu hướng theo {}", lower_case(title_of(trend.step))),
                .notes = {fmt::format("Phạm vi: {}; {}", trend.unit.name, period_words(trend.period)),
                          fmt::format("Cơ cấu tổ chức ngày {}; số liệu tính đến ngày {}", trend.structure.vietnamese(),
                                      trend.as_of.vietnamese())},
                .columns = {},
                .rows = {}};
    if (!trend.filters.empty())
        sheet.notes.push_back(fmt::format("Chỉ tính: {}", fmt::join(trend.filters, "; ")));
    add_columns(sheet, trend);
    for (std::size_t i = 0; i < trend.spans.size(); ++i) {
        const auto& span = trend.spans[i];
        std::vector<Cell> row{span.title, span.total.cell.count, change_of(span.total)};
        for (const auto& series : trend.series) {
            row.emplace_back(series.points[i].cell.count);
            row.push_back(share_of(series.points[i], span.total));
            row.push_back(change_of(series.points[i]));
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace phusa
