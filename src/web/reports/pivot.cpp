#include "app/gate.hpp"
#include "app/pivot/asked.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/handlers.hpp"
#include "web/reports/pivot_json.hpp"
#include "web/reports/pivot_view.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view page_title = "Bảng chéo";

Page page_of()
{
    return {.view = "reports/pivot",
            .title = std::string(page_title),
            .section = "bao-cao",
            .crumbs = {{"Báo cáo", "/bao-cao"}}};
}

Response form_again(Site& site, const Request& request, const Problem& problem)
{
    View content;
    content.set("head", page_head(std::string(page_title), "Báo cáo"));
    content.set("form", pivot_form(site, request, nullptr, nullptr, &problem)).set("has_table", false);
    return site.form_again(request, page_of(), std::move(content), problem);
}

// What the form can mend stands beside its fields; a unit that is not there is an error page.
bool is_of_the_form(const Problem& problem) { return problem.kind == Problem::Kind::invalid; }

} // namespace

Result<Response> show_pivot(Site& site, const Request& request)
{
    auto asked = read_pivot(request.query);
    if (!asked)
        return form_again(site, request, asked.error());
    auto table = pivot(site.app(), asking(request), asked->question, pivot_names());
    if (!table && is_of_the_form(table.error()))
        return form_again(site, request, table.error());
    if (!table)
        return std::unexpected(table.error());
    bool opens = may(site.app(), asking(request), Right::see_people, table->unit.id);
    auto fields = fields_of(*asked);
    View content;
    content.set("head", page_head(table->unit.name, std::string(page_title),
                                  scope_lead(table->period, table->structure, table->as_of)));
    content.set("form", pivot_form(site, request, &*asked, &*table, nullptr)).set("has_table", true);
    content.set("table_title", pivot_sheet(*table, asked->measure).title);
    content.set("table", pivot_view(*table, asked->measure, opens));
    content.set("has_chart", !table->lines.empty() && table->whole.count > 0);
    content.set("chart", pivot_chart(*table, asked->measure, opens));
    add_filter_chips(content, asked->question.filters, table->filters, pivot_path, fields);
    add_tools(content, site, request, pivot_path, fields);
    return site.page(request, page_of(), std::move(content));
}

Result<TableStream> pivot_rows(Site& site, const Request& request)
{
    auto asked = TRY(read_pivot(request.query));
    auto table = TRY(pivot(site.app(), asking(request), asked.question, pivot_names()));
    return stream_of(pivot_sheet(table, asked.measure));
}

Result<Response> answer_pivot(Site& site, const Request& request)
{
    constexpr std::array<std::string_view, 10> known{"org",   "period", "from",    "to",      "structure",
                                                     "as_of", "rows",   "columns", "measure", "filter"};
    for (const auto& [name, value] : request.query.items())
        if (std::ranges::find(known, name) == known.end())
            return invalid(name, fmt::format("Unknown parameter \"{}\".", name));
    auto text = [&](std::string_view name) { return std::string(request.query.text(name)); };
    PivotWords words{.scope = {.org = text("org"),
                               .period = text("period"),
                               .from = text("from"),
                               .to = text("to"),
                               .structure = text("structure"),
                               .as_of = text("as_of")},
                     .rows = text("rows"),
                     .columns = text("columns"),
                     .measure = text("measure"),
                     .filters = {}};
    for (auto filter : request.query.all("filter"))
        words.filters.emplace_back(filter);
    auto read = TRY(phusa::read_pivot(words, ""));
    auto table = TRY(pivot(site.app(), asking(request), read.question, pivot_options("")));
    bool opens = may(site.app(), asking(request), Right::see_people, table.unit.id);
    return json(pivot_json(table, read.measure, opens));
}

} // namespace phusa::web::reports
