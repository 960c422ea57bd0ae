#include "base/number_text.hpp"
#include "web/reports/pivot_view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::reports
{

namespace
{

constexpr std::size_t series_max = 6; // as many colours as there are
constexpr std::size_t points_max = 40;

// One number with the totals that its share is of.
struct Drawn {
    const PivotCell* cell;
    const PivotCell* row_total;
    const PivotCell* column_total;
};

std::string label_of(const PivotTable::Row& line)
{
    return line.values.size() == 2 ? line.values[0].title + " · " + line.values[1].title : line.values[0].title;
}

bool is_time(const std::string& key) { return key == "year" || key == "quarter" || key == "month"; }

std::string plain(const Cell& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    const auto* number = std::get_if<double>(&value);
    return number ? fmt::format("{}", *number) : std::string();
}

// The lines as points or, where the columns are time, as series through it: the largest ones where they are many.
class Drawing
{
public:
    Drawing(const PivotTable& table, PivotMeasure measure, bool opens) : table_(table), measure_(measure), opens_(opens)
    {
        auto width = table.columns.values.size();
        bool turned = width > 1 && is_time(table.columns.key);
        for (std::size_t line = 0; line < table.lines.size(); ++line)
            lines_.push_back(line);
        auto most = turned ? series_max : points_max;
        if (lines_.size() > most) {
            std::ranges::stable_sort(lines_, std::ranges::greater{},
                                     [&](std::size_t line) { return table.lines[line].total.count; });
            lines_.resize(most);
            is_cut_ = true;
        }
        if (turned)
            draw_through_time();
        else
            draw_lines(width);
    }

    View view() const
    {
        View::List series;
        for (const auto& name : series_)
            series.push_back(View().set("label", name));
        View::List points;
        for (std::size_t point = 0; point < points_.size(); ++point) {
            View::List values;
            for (const auto& drawn : numbers_[point])
                values.push_back(value(drawn));
            points.push_back(View().set("label", points_[point]).set("values", View(std::move(values))));
        }
        return View()
            .set("chart", kind_)
            .set("caption", fmt::format("{}: {}", table_.rows.front().title, title_of(measure_)))
            .set("summary", is_cut_ ? "Chỉ vẽ những dòng đông người nhất; bảng bên trên có đủ." : "")
            .set("unit", measure_ == PivotMeasure::count      ? "người"
                         : measure_ == PivotMeasure::mean_age ? "tuổi"
                                                              : "%")
            .set("head_label", head_)
            .set("series", View(std::move(series)))
            .set("points", View(std::move(points)));
    }

private:
    View value(const Drawn& drawn) const
    {
        return View()
            .set("text", pivot_text(table_, measure_, *drawn.cell, *drawn.row_total, *drawn.column_total))
            .set("value", plain(pivot_value(table_, measure_, *drawn.cell, *drawn.row_total, *drawn.column_total)))
            .set("value_href", people_href(*drawn.cell, opens_));
    }

    Drawn number(std::size_t line, std::size_t column) const
    {
        return {&table_.lines[line].cells[column], &table_.lines[line].total, &table_.column_totals[column]};
    }

    void draw_through_time()
    {
        kind_ = "line";
        head_ = table_.columns.title;
        for (auto line : lines_)
            series_.push_back(label_of(table_.lines[line]));
        for (std::size_t column = 0; column < table_.columns.values.size(); ++column) {
            points_.push_back(table_.columns.values[column].title);
            auto& numbers = numbers_.emplace_back();
            for (auto line : lines_)
                numbers.push_back(number(line, column));
        }
    }

    // More columns than colours: the totals only.
    void draw_lines(std::size_t width)
    {
        bool totals = width == 0 || width > series_max;
        bool adds_up = measure_ != PivotMeasure::mean_age && measure_ != PivotMeasure::column_share;
        kind_ = !totals && adds_up ? "stacked" : "bar";
        head_ = table_.rows.front().title;
        if (totals)
            series_.emplace_back("Tổng số");
        else
            for (const auto& column : table_.columns.values)
                series_.push_back(column.title);
        for (auto line : lines_) {
            const auto& row = table_.lines[line];
            points_.push_back(label_of(row));
            auto& numbers = numbers_.emplace_back();
            if (totals)
                numbers.push_back({&row.total, &row.total, &table_.whole});
            for (std::size_t column = 0; !totals && column < width; ++column)
                numbers.push_back(number(line, column));
        }
    }

    const PivotTable& table_;
    PivotMeasure measure_;
    bool opens_;
    bool is_cut_ = false;
    std::vector<std::size_t> lines_; // that are drawn
    std::string kind_;
    std::string head_;
    std::vector<std::string> series_;
    std::vector<std::string> points_;
    std::vector<std::vector<Drawn>> numbers_; // by point, then by series
};

} // namespace

View pivot_chart(const PivotTable& table, PivotMeasure measure, bool opens)
{
    return Drawing(table, measure, opens).view();
}

} // namespace phusa::web::reports
