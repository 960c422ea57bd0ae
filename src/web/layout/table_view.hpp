#pragma once

#include "base/table.hpp"
#include "web/views/view.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::web
{

// One cell of layout/table. Only what is set shows.
struct CellLook {
    std::string text = {};
    std::string href = {};
    std::string note = {};
    std::string badge = {}; // in place of the text
    std::string tone = {};  // of the badge: plain, good, warn, bad, info, accent
    bool numeric = false;
};

// A list or a table of numbers as layout/table shows it. The first column names its row.
class TableView
{
public:
    explicit TableView(std::string caption);

    TableView& column(std::string label, bool numeric = false);
    // A column that can be sorted by: `href` asks for the list in that order.
    TableView& sortable(std::string label, std::string href, bool is_sorted, bool descending, bool numeric = false);
    TableView& row(std::vector<CellLook> cells);
    TableView& totals(std::vector<CellLook> cells);
    TableView& quiet_caption(); // where a heading above says the same
    TableView& cards();         // on a phone each row becomes a card
    TableView& compact();
    TableView& empty(std::string heading, std::string text = {}, std::string href = {}, std::string label = {});

    View view() &&; // std::move(table).view(): the rows are handed on, not copied

private:
    View view_;
    View::List columns_;
    View::List rows_;
    std::vector<std::string> labels_;
};

// A Table as it is, without links.
TableView table_view(const Table& table);

// layout/page_head. Actions by action().
View page_head(std::string heading, std::string kicker = {}, std::string lead = {}, View::List actions = {});
View action(std::string href, std::string label, std::string icon = {}, bool primary = false);

// layout/paging: "1–50 trong 10.986 người". `exports_path` is the list's path without ending; empty for none.
struct PagingLook {
    std::size_t first = 0; // number of the first row shown, from 1
    std::size_t shown = 0;
    std::int64_t total = 0;
    std::string noun; // "người"
    std::string previous_href = {};
    std::string next_href = {};
    std::string exports_path = {};
    std::string exports_query = {}; // without "?"
};
View paging(const PagingLook& look);

// layout/facts: one fact, left out where the text is empty.
void add_fact(View::List& facts, std::string label, std::string text, std::string href = {});
// A regulation or clause, as screens show it and as it may be printed.
void add_cited_fact(View::List& facts, std::string label, std::string on_screen, std::string on_paper);

} // namespace phusa::web
