#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/organisations/handlers.hpp"
#include "web/people/handlers.hpp"
#include "web/search/found.hpp"
#include "web/search/handlers.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

namespace phusa::web::search
{

namespace
{

std::string words_of(const Request& request)
{
    return shortened(clean_text(request.query.text("q")), limit::name_length_max);
}

std::string more_people(std::string_view words)
{
    PeopleQuestion question;
    question.words = words;
    return people::path_of(question);
}

View people_part(const Found& found, std::string_view words)
{
    TableView table("Người");
    table.quiet_caption().cards().column("Họ và tên").column("Sinh ngày").column("Nơi sinh hoạt").column("Trạng thái");
    for (const auto& person : found.people)
        table.row({{.text = person.name, .href = people::path_of(person.id)},
                   {.text = person.born.vietnamese()},
                   {.text = person.cell_name},
                   {.badge = std::string(title_of(person.standing)), .tone = people::tone_of(person.standing)}});
    bool has_more = found.people_total > static_cast<std::int64_t>(found.people.size());
    return View()
        .set("part_id", "nguoi")
        .set("part_heading", fmt::format("{} người", vietnamese_number(found.people_total)))
        .set("table", std::move(table).view())
        .set("more_href", has_more ? more_people(words) : std::string())
        .set("more_label", "Xem tất cả");
}

View units_part(const Found& found)
{
    TableView table("Tổ chức");
    table.quiet_caption().cards().column("Tổ chức").column("Loại").column("Mã").column("Đảng viên", true);
    for (const auto& line : found.units)
        table.row({{.text = line.organisation.name, .href = organisations::path_of(line.organisation.id)},
                   {.text = std::string(title_of(line.organisation.kind))},
                   {.text = line.organisation.code},
                   {.text = vietnamese_number(line.members), .numeric = true}});
    // More than a page is not counted to the end.
    bool may_be_more = found.units.size() >= limit::page_rows;
    return View()
        .set("part_id", "to-chuc")
        .set("part_heading", fmt::format("{}{} tổ chức", may_be_more ? "Ít nhất " : "", found.units.size()))
        .set("table", std::move(table).view())
        .set("more_href", "")
        .set("more_label", "");
}

View parts_of(const Found& found, std::string_view words)
{
    View::List parts;
    if (!found.people.empty())
        parts.push_back(people_part(found, words));
    if (!found.units.empty())
        parts.insert(found.people_first ? parts.end() : parts.begin(), units_part(found));
    return View(std::move(parts));
}

boost::json::object item(std::string_view kind, std::string_view title, std::string_view note, std::string_view path)
{
    return {{"kind", kind}, {"title", title}, {"note", note}, {"path", path}};
}

boost::json::array items_of(const Found& found)
{
    boost::json::array people;
    boost::json::array units;
    for (const auto& person : found.people)
        people.push_back(item("person", person.name, fmt::format("{}, {}", person.born.vietnamese(), person.cell_name),
                              people::path_of(person.id)));
    for (const auto& line : found.units)
        units.push_back(item("organisation", line.organisation.name, line.organisation.code,
                             organisations::path_of(line.organisation.id)));
    auto& first = found.people_first ? people : units;
    const auto& second = found.people_first ? units : people;
    first.insert(first.end(), second.begin(), second.end());
    return std::move(first);
}

} // namespace

Result<Response> page(Site& site, const Request& request)
{
    auto words = words_of(request);
    auto found = TRY(find(site.app(), asking(request), words));
    auto parts = parts_of(found, words);
    bool has_parts = !parts.list()->empty();
    View content;
    content.set("head", page_head(words.empty() ? "Tìm kiếm" : fmt::format("Tìm “{}”", words)));
    content.set("search",
                View().set("action", "/tim").set("search_label", "Tên người, tên hoặc mã tổ chức").set("query", words));
    content.set("has_parts", has_parts).set("parts", std::move(parts)).set("is_empty", !words.empty() && !has_parts);
    content.set("nothing", View()
                               .set("empty_heading", "Không tìm thấy ai hay tổ chức nào")
                               .set("empty_text", "Thử một phần của tên, không cần dấu. Chỉ tìm được trong phạm vi mà "
                                                  "anh/chị được xem.")
                               .set("empty_href", "")
                               .set("empty_label", ""));
    return site.page(request, {.view = "search/page", .title = "Tìm kiếm", .section = "tim"}, std::move(content));
}

Result<Response> json(Site& site, const Request& request)
{
    auto found = TRY(find(site.app(), asking(request), words_of(request)));
    auto total = found.people_total + static_cast<std::int64_t>(found.units.size());
    boost::json::object answer{{"items", items_of(found)}, {"next", nullptr}, {"total", total}};
    return web::json(boost::json::serialize(answer));
}

} // namespace phusa::web::search
