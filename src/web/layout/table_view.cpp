#include "web/layout/table_view.hpp"

#include "base/number_text.hpp"

#include <fmt/core.h>

namespace phusa::web
{

namespace
{

View cell_view(CellLook cell, bool heads, std::string_view label)
{
    // On a phone, where rows are cards, nothing is said of what is empty.
    bool is_named = !heads && !(cell.text.empty() && cell.badge.empty() && cell.note.empty());
    return View()
        .set("text", std::move(cell.text))
        .set("cell_href", std::move(cell.href))
        .set("numeric", cell.numeric)
        .set("heads", heads)
        .set("note", std::move(cell.note))
        .set("tone", std::move(cell.tone))
        .set("badge", std::move(cell.badge))
        .set("badge_icon", "")
        .set("column", is_named ? std::string(label) : std::string());
}

} // namespace

TableView::TableView(std::string caption)
{
    view_.set("caption", std::move(caption)).set("quiet_caption", false).set("cards", false).set("compact", false);
    view_.set("has_totals", false).set("empty_href", "").set("empty_text", "");
    view_.set("empty_heading", "Chưa có gì trong danh sách");
}

TableView& TableView::column(std::string label, bool numeric)
{
    labels_.push_back(label);
    columns_.push_back(View().set("label", std::move(label)).set("numeric", numeric).set("sort_href", ""));
    return *this;
}

TableView& TableView::sortable(std::string label, std::string href, bool is_sorted, bool descending, bool numeric)
{
    column(std::move(label), numeric);
    columns_.back()
        .set("sort_href", std::move(href))
        .set("ascending", is_sorted && !descending)
        .set("descending", is_sorted && descending);
    return *this;
}

TableView& TableView::row(std::vector<CellLook> cells)
{
    View::List shown;
    shown.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        shown.push_back(cell_view(std::move(cells[i]), i == 0, labels_[i]));
    rows_.push_back(View().set("cells", View(std::move(shown))).set("selected", false));
    return *this;
}

TableView& TableView::totals(std::vector<CellLook> cells)
{
    View::List shown;
    for (std::size_t i = 0; i < cells.size(); ++i)
        shown.push_back(cell_view(std::move(cells[i]), i == 0, {}));
    view_.set("totals", View(std::move(shown))).set("has_totals", true);
    return *this;
}

TableView& TableView::quiet_caption()
{
    view_.set("quiet_caption", true);
    return *this;
}

TableView& TableView::cards()
{
    view_.set("cards", true);
    return *this;
}

TableView& TableView::compact()
{
    view_.set("compact", true);
    return *this;
}

TableView& TableView::empty(std::string heading, std::string text, std::string href, std::string label)
{
    view_.set("empty_heading", std::move(heading)).set("empty_text", std::move(text));
    view_.set("empty_href", std::move(href)).set("empty_label", std::move(label));
    return *this;
}

View TableView::view() &&
{
    bool has_rows = !rows_.empty();
    view_.set("columns", View(std::move(columns_))).set("rows", View(std::move(rows_))).set("has_rows", has_rows);
    return std::move(view_);
}

TableView table_view(const Table& table)
{
    TableView made(table.title);
    for (const auto& column : table.columns)
        made.column(column.title, column.kind != Table::Kind::text);
    for (const auto& row : table.rows) {
        std::vector<CellLook> cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(
                {.text = shown(row[i], table.columns[i].kind), .numeric = table.columns[i].kind != Table::Kind::text});
        made.row(std::move(cells));
    }
    return made;
}

View page_head(std::string heading, std::string kicker, std::string lead, View::List actions)
{
    return View()
        .set("heading", std::move(heading))
        .set("kicker", std::move(kicker))
        .set("lead", std::move(lead))
        .set("actions", View(std::move(actions)));
}

View action(std::string href, std::string label, std::string icon, bool primary)
{
    return View()
        .set("href", std::move(href))
        .set("label", std::move(label))
        .set("icon", std::move(icon))
        .set("primary", primary);
}

View paging(const PagingLook& look)
{
    auto range = look.total == 0
                     ? fmt::format("Không có {} nào", look.noun)
                     : fmt::format("{}–{} trong {} {}", vietnamese_number(static_cast<std::int64_t>(look.first)),
                                   vietnamese_number(static_cast<std::int64_t>(look.first + look.shown) - 1),
                                   vietnamese_number(look.total), look.noun);
    View view;
    view.set("range", range).set("previous_href", look.previous_href).set("next_href", look.next_href);
    View::List exports;
    if (!look.exports_path.empty())
        for (auto [ending, label] : {std::pair{"xlsx", "Excel"}, std::pair{"csv", "CSV"}, std::pair{"json", "JSON"}})
            exports.push_back(View()
                                  .set("href", fmt::format("{}.{}{}{}", look.exports_path, ending,
                                                           look.exports_query.empty() ? "" : "?", look.exports_query))
                                  .set("label", label));
    return view.set("has_exports", !exports.empty()).set("exports", View(std::move(exports)));
}

void add_fact(View::List& facts, std::string label, std::string text, std::string href)
{
    if (text.empty())
        return;
    facts.push_back(View()
                        .set("label", std::move(label))
                        .set("text", std::move(text))
                        .set("fact_href", std::move(href))
                        .set("note", "")
                        .set("sealed", false));
}

void add_cited_fact(View::List& facts, std::string label, std::string on_screen, std::string on_paper)
{
    if (on_screen.empty())
        return;
    add_fact(facts, std::move(label), on_screen);
    facts.back().set("fact_cited", true).set("cited", std::move(on_screen)).set("cited_on_paper", std::move(on_paper));
}

} // namespace phusa::web
