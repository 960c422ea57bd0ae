#include "app/story_words.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"
#include "web/reports/handlers.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view first_group_of_second_sheet = "Độ tuổi";

std::string people_behind(const std::optional<PeopleQuestion>& question, std::int64_t count, bool opens)
{
    return opens && question && count > 0 ? people::path_of(*question) : std::string();
}

// Walks a text by code points, so that offsets of figures become places in its bytes.
class CodePoints
{
public:
    explicit CodePoints(std::string_view text) : text_(text) {}

    // The text from where the last call ended up to that code point.
    std::string_view until(std::size_t code_point)
    {
        auto from = at_;
        while (at_ < text_.size() && passed_ < code_point) {
            ++at_;
            while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U)
                ++at_;
            ++passed_;
        }
        return text_.substr(from, at_ - from);
    }
    std::string_view rest() { return until(text_.size()); }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t passed_ = 0;
};

View words(std::string_view text, std::string href = {})
{
    return View().set("part", text).set("part_href", std::move(href));
}

View chart(std::string kind, std::string caption, std::string unit)
{
    return View()
        .set("chart", std::move(kind))
        .set("caption", std::move(caption))
        .set("summary", "")
        .set("unit", std::move(unit))
        .set("head_label", "Năm");
}

View value(std::string text, std::string plain, std::string href)
{
    return View().set("text", std::move(text)).set("value", std::move(plain)).set("value_href", std::move(href));
}

View point(const Story::Year& year, View::List values)
{
    return View().set("label", std::to_string(year.days.first.year())).set("values", View(std::move(values)));
}

View totals_chart(const Story& story, bool opens)
{
    View::List points;
    for (const auto& year : story.years)
        points.push_back(point(year, {value(vietnamese_number(year.total), std::to_string(year.total),
                                            people_behind(year.admitted, year.total, opens))}));
    return chart("bar", "Số đảng viên mới kết nạp theo năm", "người")
        .set("series", View::List{View().set("label", "Kết nạp")})
        .set("points", View(std::move(points)));
}

// The share of one year; a year without admissions has none.
View share_of(const Story::Year& year, std::size_t trend, bool opens)
{
    if (year.total == 0)
        return value("–", "", "");
    auto printed = printed_share(year.of[trend], year.total);
    return value(printed.text, fmt::format("{}", printed.value),
                 people_behind(year.people[trend], year.of[trend], opens));
}

View shares_chart(const Story& story, const std::string& group, bool opens)
{
    std::vector<std::size_t> trends;
    View::List series;
    for (std::size_t i = 0; i < story.trends.size(); ++i)
        if (story.trends[i].group == group) {
            trends.push_back(i);
            series.push_back(View().set("label", story.trends[i].title));
        }
    View::List points;
    for (const auto& year : story.years) {
        View::List values;
        for (auto trend : trends)
            values.push_back(share_of(year, trend, opens));
        points.push_back(point(year, std::move(values)));
    }
    return chart("line", fmt::format("{}: tỷ lệ theo năm", group), "%")
        .set("series", View(std::move(series)))
        .set("points", View(std::move(points)));
}

std::string cut_years(const Story& story)
{
    std::string text;
    for (const auto* year : {&story.years.front(), &story.years.back()})
        if (auto cut = cut_year_words(year->days); !cut.empty() && !text.starts_with(capitalised(cut)))
            text += (text.empty() ? capitalised(cut) : "; " + cut);
    return text.empty() ? text : text + ".";
}

std::vector<CellLook> row_of(const Story& story, std::size_t number, std::int64_t total, bool opens)
{
    const auto& row = story.table.rows[number];
    auto count = std::get<std::int64_t>(row[2]);
    return {{.text = std::get<std::string>(row[1]), .note = std::get<std::string>(row[4])},
            {.text = vietnamese_number(count),
             .href = people_behind(story.row_people[number], count, opens),
             .numeric = true},
            {.text = printed_share(count, total).text, .numeric = true}};
}

} // namespace

View paragraph_view(const Story& story, bool opens)
{
    View::List parts;
    CodePoints text(story.text);
    for (const auto& figure : story.figures) {
        parts.push_back(words(text.until(figure.offset)));
        auto number = text.until(figure.offset + code_points(figure.text));
        bool is_count = figure.unit == "người";
        parts.push_back(words(number, is_count ? people_behind(figure.people, 1, opens) : std::string()));
    }
    parts.push_back(words(text.rest()));
    return View(std::move(parts));
}

View tables_view(const Story& story, bool opens)
{
    // Two sheets of about the same length: occupation alone is as long as age and education together.
    View::List sheets;
    View::List tables;
    auto total = std::get<std::int64_t>(story.table.rows.front()[2]);
    for (std::size_t i = 0; i < story.table.rows.size();) {
        auto group = std::get<std::string>(story.table.rows[i][0]);
        if (group == first_group_of_second_sheet)
            sheets.push_back(View().set("tables", View(std::exchange(tables, {}))));
        TableView table(group);
        table.compact().column("Chỉ tiêu").column("Người", true).column("Tỷ lệ", true);
        for (; i < story.table.rows.size() && std::get<std::string>(story.table.rows[i][0]) == group; ++i)
            table.row(row_of(story, i, total, opens));
        tables.push_back(std::move(table).view());
    }
    sheets.push_back(View().set("tables", View(std::move(tables))));
    return View(std::move(sheets));
}

View charts_view(const Story& story, bool opens)
{
    View::List charts;
    if (story.years.size() < 2)
        return View(std::move(charts));
    charts.push_back(totals_chart(story, opens).set("summary", cut_years(story)));
    std::string group;
    for (const auto& trend : story.trends)
        if (std::exchange(group, trend.group) != trend.group)
            charts.push_back(shares_chart(story, trend.group, opens));
    return View(std::move(charts));
}

} // namespace phusa::web::reports
