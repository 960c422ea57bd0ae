#include "base/number_text.hpp"
#include "web/layout/table_view.hpp"
#include "web/organisations/handlers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace phusa::web::organisations
{

namespace
{

// Which branches are open, by the query's `mo` (ids with dots between), so that an open tree has an address.
std::set<std::int64_t> open_branches(const Request& request)
{
    std::set<std::int64_t> open;
    auto text = request.query.text("mo");
    while (!text.empty() && open.size() < limit::page_rows) {
        auto word = text.substr(0, text.find('.'));
        std::int64_t id = 0;
        auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
        if (error == std::errc{} && end == word.data() + word.size())
            open.insert(id);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return open;
}

std::string toggle_href(std::set<std::int64_t> open, std::int64_t id, const std::string& day)
{
    if (!open.erase(id))
        open.insert(id);
    auto branches = fmt::format("/to-chuc?mo={}", fmt::join(open, "."));
    return day.empty() ? branches : fmt::format("{}&ngay={}", branches, day);
}

// Lays lines and the children of open branches one below the other, as layout/tree wants them.
class Branches
{
public:
    Branches(App& app, const Actor& actor, Date on, const std::set<std::int64_t>& open)
        : app_(app), actor_(actor), on_(on), day_(on == app.today() ? "" : on.vietnamese()), open_(open)
    {
    }

    Result<void> add(const std::vector<OrganisationLine>& lines)
    {
        for (const auto& line : lines)
            TRY_DO(add(line));
        return {};
    }
    View::List nodes() { return std::move(nodes_); }

private:
    Result<void> add(const OrganisationLine& line)
    {
        auto id = line.organisation.id;
        bool is_open = line.children > 0 && open_.contains(id.value);
        nodes_.push_back(View()
                             .set("label", line.organisation.name)
                             .set("node_href", path_of(id, on_, app_.today()))
                             .set("toggle_href", line.children ? toggle_href(open_, id.value, day_) : std::string())
                             .set("is_open", is_open)
                             .set("is_leaf", line.children == 0)
                             .set("node_note", line.organisation.code)
                             .set("count", day_.empty() && line.members ? vietnamese_number(line.members) : "")
                             .set("opens", is_open)
                             .set("closes", View::List{})
                             .set("current", false));
        if (!is_open)
            return {};
        auto below = TRY(list_children(app_, actor_, id, on_));
        TRY_DO(add(below));
        auto closes = *nodes_.back().find("closes")->list();
        closes.push_back(View(""));
        nodes_.back().set("closes", View(std::move(closes)));
        return {};
    }

    App& app_;
    const Actor& actor_;
    Date on_;
    std::string day_; // empty for today, whose figures are known
    const std::set<std::int64_t>& open_;
    View::List nodes_;
};

View found_table(const std::vector<OrganisationLine>& lines, std::string_view words, Date on, Date today)
{
    bool is_today = on == today;
    TableView table(fmt::format("Tổ chức có “{}” trong tên hoặc mã", words));
    table.cards().column("Tổ chức").column("Loại").column("Mã");
    if (is_today)
        table.column("Đảng viên", true);
    table.empty("Không tìm thấy tổ chức nào", "Hãy thử một phần của tên, không cần dấu, hoặc mã tổ chức.", "/to-chuc",
                "Xem cả cây tổ chức");
    for (const auto& line : lines) {
        std::vector<CellLook> cells{{.text = line.organisation.name, .href = path_of(line.organisation.id, on, today)},
                                    {.text = std::string(title_of(line.organisation.kind))},
                                    {.text = line.organisation.code}};
        if (is_today)
            cells.push_back({.text = vietnamese_number(line.members), .numeric = true});
        table.row(std::move(cells));
    }
    return std::move(table).view();
}

Result<View> open_tree(Site& site, const Request& request, Date on)
{
    const auto& actor = asking(request);
    auto open = open_branches(request);
    auto tops = TRY(list_children(site.app(), actor, {}, on));
    if (open.empty() && tops.size() == 1)
        open.insert(tops.front().organisation.id.value);
    Branches branches(site.app(), actor, on, open);
    TRY_DO(branches.add(tops));
    return View(branches.nodes());
}

} // namespace

Result<Response> tree(Site& site, const Request& request)
{
    auto today = site.app().today();
    auto on = TRY(day_asked(site, request));
    auto words = std::string(request.query.text("q"));
    View content;
    auto lead = fmt::format("Cơ cấu ngày {}.{}", on.vietnamese(), on == today ? " Số bên phải là số đảng viên." : "");
    content.set("head", page_head("Tổ chức đảng", "Cây tổ chức", std::move(lead)))
        .set("day", on.vietnamese())
        .set("own_path", "/to-chuc");
    View shown;
    shown.set("tree_action", "/to-chuc").set("tree_query", words).set("tree_note", "");
    shown.set("tree_day", on == today ? std::string() : on.vietnamese());
    content.set("has_tree", words.empty());
    if (words.empty()) {
        shown.set("nodes", TRY(open_tree(site, request, on)));
    } else {
        auto found = TRY(find_organisations(site.app(), asking(request), words, on));
        content.set("found", found_table(found, words, on, today));
    }
    content.set("tree", std::move(shown));
    return site.page(request, {.view = "organisations/tree", .title = "Tổ chức", .section = "to-chuc"},
                     std::move(content));
}

Result<TableStream> units(Site& site, const Request& request)
{
    auto on = TRY(day_asked(site, request));
    Table table{.title = "Danh sách tổ chức đảng",
                .notes = {fmt::format("Cơ cấu ngày {}; số đảng viên của ngày {}.", on.vietnamese(),
                                      site.app().today().vietnamese())},
                .columns = {{"code", "Mã tổ chức", Table::Kind::text},
                            {"name", "Tên tổ chức", Table::Kind::text},
                            {"kind", "Loại tổ chức", Table::Kind::text},
                            {"sector", "Loại hình", Table::Kind::text},
                            {"depth", "Cấp", Table::Kind::count},
                            {"members", "Đảng viên", Table::Kind::count},
                            {"since", "Từ ngày", Table::Kind::date}},
                .rows = {}};
    auto words = request.query.text("q");
    if (!words.empty())
        table.notes.insert(table.notes.begin(), fmt::format("Tên hoặc mã có “{}”.", words));
    table.notes.push_back(
        fmt::format("Lập lúc {} bởi {}.", vietnamese_time(site.app().clock().now()), asking(request).display_name));
    auto lines = words.empty() ? TRY(list_organisations(site.app(), asking(request), {}, on))
                               : TRY(find_organisations(site.app(), asking(request), std::string(words), on));
    for (const auto& line : lines) {
        const auto& unit = line.organisation;
        table.rows.push_back({unit.code, unit.name, std::string(title_of(unit.kind)),
                              std::string(title_of(unit.sector)), static_cast<std::int64_t>(line.depth), line.members,
                              unit.valid.first});
    }
    return stream_of(std::move(table));
}

} // namespace phusa::web::organisations
