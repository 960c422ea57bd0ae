#include "base/number_text.hpp"
#include "web/first_screen/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <span>

namespace phusa::web::first_screen
{

namespace
{

std::string people_behind(const Figure& figure)
{
    return figure.value ? people::path_of(figure.people) : std::string();
}

View tile(std::string label, const Figure& figure, std::string note)
{
    return View()
        .set("label", std::move(label))
        .set("number", vietnamese_number(figure.value))
        .set("unit", "người")
        .set("tile_href", people_behind(figure))
        .set("change", "")
        .set("direction", "even")
        .set("good", false)
        .set("bad", false)
        .set("note", std::move(note));
}

// "tăng 12,4% so với cùng kỳ (1.142)".
void add_change(View& tile, std::int64_t now, std::int64_t before)
{
    auto words = now > before ? "tăng" : now < before ? "giảm" : "bằng";
    std::string text;
    if (before == 0)
        text = "cùng kỳ năm trước chưa kết nạp ai";
    else if (now == before)
        text = fmt::format("bằng cùng kỳ năm trước ({})", vietnamese_number(before));
    else
        text = fmt::format("{} {} so với cùng kỳ năm trước ({})", words,
                           vietnamese_share(std::abs(now - before), before), vietnamese_number(before));
    tile.set("change", text).set("direction", now > before ? "up" : now < before ? "down" : "even");
    tile.set("good", now > before).set("bad", now < before && before > 0);
}

View point_view(const Glance::Point& point)
{
    View value;
    value.set("text", vietnamese_number(point.admissions.value)).set("value", point.admissions.value);
    value.set("value_href", people_behind(point.admissions));
    return View().set("label", point.label).set("values", View::List{std::move(value)});
}

View chart(std::string kind, std::string caption, std::string summary, std::string head,
           const std::vector<Glance::Point>& points)
{
    View::List shown;
    for (const auto& point : points)
        shown.push_back(point_view(point));
    return View()
        .set("chart", std::move(kind))
        .set("caption", std::move(caption))
        .set("summary", std::move(summary))
        .set("unit", "người")
        .set("head_label", std::move(head))
        .set("series", View::List{View().set("label", "Kết nạp")})
        .set("points", View(std::move(shown)));
}

View bars(const Glance& glance, const Glance::Breakdown& breakdown)
{
    View::List parts;
    for (const auto& part : breakdown.parts)
        parts.push_back(View()
                            .set("label", part.label)
                            .set("part_href", people_behind(part.admissions))
                            .set("number", vietnamese_number(part.admissions.value))
                            .set("share", vietnamese_share(part.admissions.value, glance.breakdown_total))
                            .set("width", fmt::format("{:.1f}", share(part.admissions.value, glance.breakdown_total))));
    return View()
        .set("caption", breakdown.title)
        .set("quiet_caption", false)
        .set("part_label", "Nhóm")
        .set("number_label", "Người")
        .set("share_label", "Tỷ lệ")
        .set("parts", View(std::move(parts)))
        .set("whole", vietnamese_number(glance.breakdown_total))
        .set("whole_label", "Tổng số")
        .set("has_whole", true);
}

} // namespace

View tiles_of(const Glance& glance)
{
    View::List tiles;
    auto this_year = tile(fmt::format("Kết nạp năm {}", glance.as_of.year()), glance.this_year,
                          fmt::format("từ đầu năm đến {}", glance.as_of.vietnamese()));
    add_change(this_year, glance.this_year.value, glance.last_year.value);
    tiles.push_back(std::move(this_year));
    tiles.push_back(tile(fmt::format("Kết nạp cả năm {}", glance.as_of.year() - 1), glance.year_before_whole, ""));
    tiles.push_back(tile("Đảng viên dự bị", glance.probationary, "hiện nay"));
    Figure members{.value = glance.members, .people = {}};
    members.people.organisation = glance.unit.id;
    members.people.standings = {Standing::probationary, Standing::official, Standing::exempted};
    tiles.push_back(tile("Đảng viên", members, "hiện nay, cả dự bị"));
    return View(std::move(tiles));
}

View years_chart(const Glance& glance)
{
    return chart("bar", "Kết nạp theo năm",
                 fmt::format("Năm {} tính đến ngày {}.", glance.as_of.year(), glance.as_of.vietnamese()), "Năm",
                 glance.years);
}

View months_chart(const Glance& glance)
{
    return chart("line", "Kết nạp theo tháng", "24 tháng gần đây; các đợt 3/2, 19/5 và 2/9 thường cao hơn.", "Tháng",
                 glance.months);
}

View first_breakdown(const Glance& glance) { return bars(glance, glance.breakdowns.front()); }

View breakdown_views(const Glance& glance)
{
    View::List views;
    for (std::size_t i = 1; i < glance.breakdowns.size(); ++i)
        views.push_back(bars(glance, glance.breakdowns[i]));
    return View(std::move(views));
}

View children_table(const Glance& glance)
{
    TableView table(fmt::format("Kết nạp từ đầu năm {} và cùng kỳ năm trước", glance.as_of.year()));
    table.quiet_caption().column("Đơn vị").column("Năm nay", true).column("Cùng kỳ", true).column("So sánh", true);
    std::int64_t now = 0;
    std::int64_t before = 0;
    auto difference = [](std::int64_t change) {
        return fmt::format("{}{}", change > 0 ? "+" : "", vietnamese_number(change));
    };
    for (const auto& child : glance.children) {
        now += child.this_year.value;
        before += child.last_year;
        table.row({{.text = child.unit.name, .href = fmt::format("/tong-quan?don_vi={}", child.unit.id.value)},
                   {.text = vietnamese_number(child.this_year.value),
                    .href = people_behind(child.this_year),
                    .numeric = true},
                   {.text = vietnamese_number(child.last_year), .numeric = true},
                   {.text = difference(child.this_year.value - child.last_year), .numeric = true}});
    }
    table.totals({{.text = "Tổng số"},
                  {.text = vietnamese_number(now), .numeric = true},
                  {.text = vietnamese_number(before), .numeric = true},
                  {.text = difference(now - before), .numeric = true}});
    return std::move(table).view();
}

View quiet_table(const Glance& glance)
{
    TableView table("Chi bộ lâu chưa kết nạp đảng viên");
    table.quiet_caption().cards().column("Chi bộ").column("Lần kết nạp gần nhất").column("Đảng viên", true);
    for (const auto& quiet : std::span(glance.quietest).first(std::min(quiet_shown, glance.quietest.size())))
        table.row({{.text = quiet.cell.name, .href = fmt::format("/to-chuc/{}", quiet.cell.id.value)},
                   {.text = quiet.last_admission ? quiet.last_admission->vietnamese() : "chưa có trong sổ"},
                   {.text = vietnamese_number(quiet.members), .numeric = true}});
    return std::move(table).view();
}

} // namespace phusa::web::first_screen
