#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/organisations/handlers.hpp"
#include "web/people/address.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::organisations
{

std::string path_of(OrganisationId id) { return fmt::format("/to-chuc/{}", id.value); }

std::string path_of(OrganisationId id, Date on, Date today)
{
    return on == today ? path_of(id) : fmt::format("{}?ngay={}", path_of(id), on.vietnamese());
}

Result<Date> day_asked(Site& site, const Request& request)
{
    FormReader query(request.query);
    auto day = query.date("ngay");
    if (auto problem = query.problem())
        return std::unexpected(*problem);
    return day.value_or(site.app().today());
}

namespace
{

std::string validity_text(const Validity& valid)
{
    return valid.until ? fmt::format("từ {} đến {}", valid.first.vietnamese(), valid.until->plus_days(-1).vietnamese())
                       : fmt::format("từ {}", valid.first.vietnamese());
}

// From its first version to its last, whatever it was called.
Validity life_of(const OrganisationView& unit)
{
    auto life = unit.organisation.valid;
    for (const auto& version : unit.versions) {
        life.first = std::min(life.first, version.valid.first);
        if (version.valid.first >= unit.organisation.valid.first)
            life.until = version.valid.until;
    }
    return life;
}

View facts_of(const OrganisationView& unit)
{
    View::List facts;
    phusa::web::add_fact(facts, "Loại tổ chức", std::string(title_of(unit.organisation.kind)));
    if (unit.organisation.sector != Sector::unknown)
        phusa::web::add_fact(facts, "Loại hình", std::string(title_of(unit.organisation.sector)));
    phusa::web::add_fact(facts, "Mã tổ chức", unit.organisation.code);
    phusa::web::add_fact(facts, "Hoạt động", validity_text(life_of(unit)));
    if (!unit.path.empty())
        phusa::web::add_fact(facts, "Trực thuộc", unit.path.back().name, path_of(unit.path.back().id));
    return View(std::move(facts));
}

View children_table(const OrganisationView& unit, Date on, Date today)
{
    bool is_today = on == today;
    TableView table("Đơn vị trực thuộc");
    table.quiet_caption().cards().column("Đơn vị").column("Loại").column("Mã");
    if (is_today)
        table.column("Đảng viên", true);
    for (const auto& line : unit.children) {
        std::vector<CellLook> cells{{.text = line.organisation.name, .href = path_of(line.organisation.id, on, today)},
                                    {.text = std::string(title_of(line.organisation.kind))},
                                    {.text = line.organisation.code}};
        if (is_today)
            cells.push_back({.text = vietnamese_number(line.members), .numeric = true});
        table.row(std::move(cells));
    }
    return std::move(table).view();
}

View beside_list(const OrganisationView& unit)
{
    TableView table("Đoàn thể, trường và trung tâm");
    table.quiet_caption().column("Tên").column("Loại");
    for (const auto& other : unit.beside)
        table.row({{.text = other.name, .href = path_of(other.id)}, {.text = std::string(title_of(other.kind))}});
    return std::move(table).view();
}

std::string name_among(const OrganisationView& unit, OrganisationId id)
{
    if (id == unit.organisation.id)
        return unit.organisation.name;
    auto found = std::ranges::find(unit.relatives, id, &Organisation::id);
    return found == unit.relatives.end() ? std::string() : found->name;
}

View event_on(Date day, std::string heading, std::string text)
{
    return View()
        .set("on", day.vietnamese())
        .set("on_machine", day.iso())
        .set("heading", std::move(heading))
        .set("text", std::move(text))
        .set("tone", "plain")
        .set("event_href", "")
        .set("event_label", "")
        .set("planned", false);
}

std::string in_words(const Organisation& version)
{
    return fmt::format("{} ({}), mã {}", version.name, lower_case(title_of(version.kind)), version.code);
}

// "Hợp nhất: Đảng bộ xã A → Đảng bộ xã B", with a link to the other side.
View succession_event(const OrganisationView& unit, const Succession& succession)
{
    auto other = succession.from && *succession.from != unit.organisation.id ? succession.from : succession.to;
    bool links = other && *other != unit.organisation.id;
    std::vector<std::string> parts;
    if (succession.from && succession.to && links)
        parts.push_back(fmt::format("{} → {}", name_among(unit, *succession.from), name_among(unit, *succession.to)));
    auto version = std::ranges::find(unit.versions, succession.on, [](const auto& each) { return each.valid.first; });
    if (!links && version != unit.versions.end())
        parts.push_back(in_words(*version));
    if (!succession.document.empty())
        parts.push_back(succession.document);
    auto event =
        event_on(succession.on, std::string(title_of(succession.kind)), fmt::format("{}", fmt::join(parts, ". ")));
    if (succession.kind == SuccessionKind::dissolved)
        event.set("tone", "warn");
    if (links)
        event.set("event_href", path_of(*other)).set("event_label", "Xem");
    return event;
}

// Versions that began with a succession are told by it.
View history_of(const OrganisationView& unit)
{
    View::List events;
    for (const auto& version : unit.versions)
        if (std::ranges::find(unit.successions, version.valid.first, &Succession::on) == unit.successions.end())
            events.push_back(event_on(version.valid.first, "Ghi nhận", in_words(version)));
    for (const auto& succession : unit.successions)
        events.push_back(succession_event(unit, succession));
    std::ranges::stable_sort(events, {}, [](const View& event) { return *event.find("on_machine")->text(); });
    return View(std::move(events));
}

View dated_facts(const OrganisationView& unit)
{
    View::List shown;
    for (const auto& fact : unit.facts)
        shown.push_back(
            View()
                .set("fact_title", std::string(title_of(fact.kind)))
                .set("when", validity_text(fact.valid))
                .set("fact_note", fact.note)
                .set("is_open", !fact.valid.until)
                .set("end_action", fmt::format("{}/ghi-nhan/{}/het", path_of(unit.organisation.id), fact.row)));
    return View(std::move(shown));
}

// The people behind a number of this page.
std::string people_here(const OrganisationView& unit, std::vector<Standing> standings)
{
    PeopleQuestion question;
    question.organisation = unit.organisation.id;
    question.standings = std::move(standings);
    return people::path_of(question);
}

View tiles_of(const OrganisationView& unit)
{
    auto tile = [](std::string label, std::int64_t number, std::string unit_word, std::string href) {
        return View()
            .set("label", std::move(label))
            .set("number", vietnamese_number(number))
            .set("unit", std::move(unit_word))
            .set("tile_href", std::move(href))
            .set("change", "")
            .set("note", "");
    };
    View::List tiles;
    tiles.push_back(tile("Đảng viên", unit.members, "người", people_here(unit, member_standings())));
    tiles.push_back(tile("Trong đó: dự bị", unit.probationary, "người", people_here(unit, {Standing::probationary})));
    if (!has_members(unit.organisation.kind))
        tiles.push_back(tile("Đơn vị trực thuộc", static_cast<std::int64_t>(unit.children.size()), "đơn vị", {}));
    return View(std::move(tiles));
}

View actions_of(Site& site, const Request& request, const OrganisationView& unit)
{
    View::List actions;
    auto path = path_of(unit.organisation.id);
    actions.push_back(action(people_here(unit, {}), "Danh sách người", "people"));
    actions.push_back(
        action(fmt::format("/bao-cao/ket-qua?don_vi={}", unit.organisation.id.value), "Kết quả kết nạp", "reports"));
    if (may(site.app(), asking(request), Right::record_cell_acts, unit.organisation.id))
        actions.push_back(action(path + "/bo-giay", "In bộ giấy", "print"));
    bool may_add = may(site.app(), asking(request), Right::change_people, unit.organisation.id);
    if (may_add && has_members(unit.organisation.kind) && !unit.organisation.valid.until)
        actions.push_back(action(path + "/nguoi-moi", "Thêm người", "add"));
    auto may_change = may(site.app(), asking(request), Right::change_organisations, unit.organisation.id);
    if (may_change && !unit.organisation.valid.until) {
        if (!has_members(unit.organisation.kind))
            actions.push_back(action(path + "/don-vi-moi", "Thêm đơn vị", "add"));
        actions.push_back(action(path + "/doi-ten", "Đổi tên", "change"));
        if (unit.children.empty())
            actions.push_back(action(path + "/giai-the", "Giải thể", "delete"));
    }
    return View(std::move(actions));
}

std::string lead_of(const OrganisationView& unit, Date on, Date today)
{
    if (!unit.organisation.valid.covers(on))
        return fmt::format("Tổ chức này không hoạt động vào ngày {}: trang cho thấy tổ chức khi còn hoạt động.",
                           on.vietnamese());
    return on == today ? std::string() : fmt::format("Tổ chức như vào ngày {}.", on.vietnamese());
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Organisation>("id"));
    auto on = TRY(day_asked(site, request));
    auto today = site.app().today();
    auto unit = TRY(show_organisation(site.app(), asking(request), id, on));
    bool is_party = !is_mass_organisation(unit.organisation.kind) && !is_school(unit.organisation.kind);
    View content;
    content.set("head", page_head(unit.organisation.name, std::string(title_of(unit.organisation.kind)),
                                  lead_of(unit, on, today), *actions_of(site, request, unit).list()));
    content.set("facts", facts_of(unit)).set("events", history_of(unit)).set("dated", dated_facts(unit));
    content.set("is_party", is_party).set("has_tiles", is_party && on == today && unit.organisation.valid.covers(on));
    content.set("has_beside", !unit.beside.empty()).set("has_dated", !unit.facts.empty());
    content.set("has_children", !unit.children.empty()).set("tiles", tiles_of(unit));
    content.set("children", children_table(unit, on, today)).set("beside", beside_list(unit));
    content.set("may_record", may(site.app(), asking(request), Right::change_people, id));
    content.set("record_href", path_of(id) + "/ghi-nhan").set("day", on.vietnamese()).set("own_path", path_of(id));
    Page page{.view = "organisations/show", .title = unit.organisation.name, .section = "to-chuc"};
    for (const auto& above : unit.path)
        page.crumbs.emplace_back(above.name, path_of(above.id, on, today));
    return site.page(request, page, std::move(content));
}

} // namespace phusa::web::organisations
