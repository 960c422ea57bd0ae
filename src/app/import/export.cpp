// Everything of a kind in the columns that import reads.
#include "app/gate.hpp"
#include "app/import/dossier_export.hpp"
#include "app/import/export_cells.hpp"
#include "app/import/standing_words.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "storage/database.hpp"
#include "storage/import_export.hpp"
#include "storage/imports.hpp"
#include "storage/successions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace phusa
{

namespace
{

using Row = std::vector<Cell>;

const Admission* latest(const std::vector<Admission>& admissions)
{
    return admissions.empty() ? nullptr : &*std::ranges::max_element(admissions, {}, &Admission::counted_on);
}

std::optional<Date> day_of(const std::vector<MembershipEvent>& events, MembershipEventKind kind)
{
    std::optional<Date> day;
    for (const auto& event : events)
        if (event.kind == kind && (!day || *day < event.on))
            day = event.on;
    return day;
}

std::optional<MembershipEventKind> end_of(Standing standing)
{
    switch (standing) {
    case Standing::exempted:
        return MembershipEventKind::exempted;
    case Standing::moved_out:
        return MembershipEventKind::moved_out;
    case Standing::died:
        return MembershipEventKind::died;
    case Standing::removed:
        return MembershipEventKind::removed;
    case Standing::resigned:
        return MembershipEventKind::resigned;
    case Standing::expelled:
        return MembershipEventKind::expelled;
    case Standing::none:
    case Standing::probationary:
    case Standing::official:
        return std::nullopt;
    }
    std::unreachable();
}

Row member_row(storage::Session& session, const Reach& reach, const storage::KnownPerson& known)
{
    const auto& p = known.person;
    const auto* admission = latest(known.admissions);
    auto end = end_of(p.standing);
    return {identity_cell(session, reach, p),
            cell_of(p.name),
            cell_of(p.other_name),
            cell_of(code_of(p.sex)),
            cell_of(p.born),
            cell_of(code_of(reach, p.cell)),
            cell_of(p.birthplace),
            cell_of(p.home),
            cell_of(p.residence),
            cell_of(p.stay),
            cell_of(ethnicities().at(p.ethnicity)),
            cell_of(religions().at(p.religion)),
            cell_of(p.work),
            cell_of(code_of(p.occupation)),
            cell_of(code_of(p.general_education)),
            cell_of(code_of(p.qualification)),
            cell_of(code_of(p.academic_title)),
            cell_of(code_of(p.political_theory)),
            cell_of(p.foreign_language),
            cell_of(p.youth_union_joined),
            cell_of(p.employed),
            cell_of(p.enlisted),
            cell_of(p.discharged),
            cell_of(p.phone),
            cell_of(p.card_number),
            cell_of(p.file_number),
            admission ? cell_of(admission->ceremony_on) : Cell(),
            admission ? cell_of(admission->decided_on) : Cell(),
            admission ? cell_of(admission->decision_number) : Cell(),
            admission ? cell_of(code_of(admission->occupation)) : Cell(),
            cell_of(day_of(known.events, MembershipEventKind::recognised)),
            cell_of(std::string(word_of(p.standing))),
            end ? cell_of(day_of(known.events, *end)) : Cell()};
}

Row admission_row(storage::Session& session, const Reach& reach, const Person& person, const Admission& a)
{
    auto now = person.cell == a.cell ? std::string() : code_of(reach, person.cell);
    return {identity_cell(session, reach, person),
            cell_of(person.name),
            cell_of(code_of(a.sex)),
            cell_of(a.born),
            cell_of(ethnicities().at(a.ethnicity)),
            cell_of(religions().at(a.religion)),
            cell_of(code_of(reach, a.cell)),
            cell_of(now),
            cell_of(a.ceremony_on),
            cell_of(a.decided_on),
            cell_of(a.decision_number),
            cell_of(code_of(a.occupation)),
            cell_of(code_of(a.general_education)),
            cell_of(code_of(a.qualification)),
            cell_of(code_of(a.academic_title)),
            cell_of(a.youth_union_member),
            cell_of(a.private_owner),
            cell_of(a.population_policy),
            cell_of(a.foreign_marriage),
            cell_of(a.readmission)};
}

// People in pieces, in the order of their numbers: memory does not grow with them.
class PeopleRows
{
public:
    PeopleRows(App& app, Reach reach) : app_(app), reach_(std::move(reach)) {}

    std::vector<Row> next()
    {
        std::vector<Row> rows;
        auto session = app_.database().read();
        while (rows.empty() && !is_over_) {
            auto people = storage::people_after(session, last_, piece);
            is_over_ = people.size() < piece;
            for (const auto& known : people) {
                last_ = known.person.id;
                add(session, known, rows);
            }
        }
        return rows;
    }

private:
    static constexpr std::size_t piece = 500;

    void add(storage::Session& session, const storage::KnownPerson& known, std::vector<Row>& rows) const
    {
        if (reach_.wish.kind == ImportKind::members) {
            if (known.person.standing != Standing::none && reach_.units.contains(known.person.cell))
                rows.push_back(member_row(session, reach_, known));
            return;
        }
        for (const auto& admission : known.admissions)
            if (reach_.units.contains(admission.cell))
                rows.push_back(admission_row(session, reach_, known.person, admission));
    }

    App& app_;
    Reach reach_;
    PersonId last_;
    bool is_over_ = false;
};

std::vector<Row> organisation_rows(storage::Session& session, const Reach& reach)
{
    std::unordered_map<OrganisationId, std::pair<Date, std::string>> founded;
    for (const auto& succession : storage::all_successions(session))
        if (succession.kind == SuccessionKind::founded && succession.to)
            founded.emplace(*succession.to, std::pair(succession.on, succession.document));
    std::vector<Row> rows;
    for (const auto& unit : storage::last_organisations(session)) {
        if (!reach.units.contains(unit.id))
            continue;
        auto origin = founded.find(unit.id);
        auto from = origin == founded.end() ? unit.valid.first : origin->second.first;
        rows.push_back({cell_of(unit.code), cell_of(unit.name), Cell(std::string(title_of(unit.kind))),
                        unit.sector == Sector::unknown ? Cell() : Cell(std::string(title_of(unit.sector))),
                        unit.parent ? cell_of(code_of(reach, *unit.parent)) : Cell(),
                        unit.beside ? cell_of(code_of(reach, *unit.beside)) : Cell(), Cell(from),
                        cell_of(unit.valid.until), origin == founded.end() ? Cell() : cell_of(origin->second.second)});
    }
    return rows;
}

Table head_of(ImportKind kind)
{
    Table head;
    for (const auto& column : columns_of(kind)) {
        if (!is_written(column))
            continue;
        bool is_date = column.meaning == CellMeaning::date || column.meaning == CellMeaning::day;
        bool is_count = column.meaning == CellMeaning::count;
        head.columns.push_back({.key = std::string(column.key),
                                .title = std::string(column.title),
                                .kind = is_date    ? Table::Kind::date
                                        : is_count ? Table::Kind::count
                                                   : Table::Kind::text});
    }
    return head;
}

Right right_to_export(ImportKind kind)
{
    switch (kind) {
    case ImportKind::organisations:
        return Right::see_organisations;
    case ImportKind::members:
    case ImportKind::admissions:
        return Right::see_people;
    case ImportKind::dossiers:
        return Right::see_dossiers;
    }
    std::unreachable();
}

// What is printed above the rows: of what, of whom, when and by whom.
std::vector<std::string> notes_of(App& app, const Actor& actor, const ExportWish& wish)
{
    auto unit = wish.org.empty() ? std::nullopt : unit_with_code(app, wish.org);
    std::vector<std::string> notes{
        unit ? fmt::format("Phạm vi: {} ({}) và cấp dưới.", unit_name(app, *unit), wish.org)
             : std::string("Phạm vi: mọi đơn vị mà người lập được xem."),
        fmt::format("Lập lúc {} bởi {}.", vietnamese_time(app.clock().now()), actor.display_name)};
    if (wish.kind != ImportKind::organisations)
        notes.emplace_back(wish.with_identities ? "Số định danh ghi đầy đủ: giữ tệp như tài liệu mật."
                                                : "Số định danh được che.");
    if (app.invented())
        notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    return notes;
}

Result<Reach> reach_of(App& app, const Actor& actor, const ExportWish& wish)
{
    Gate gate(app, actor);
    auto right = right_to_export(wish.kind);
    TRY_DO(gate.pass_anywhere(right));
    Reach reach{.wish = wish, .codes = {}, .units = {}};
    std::optional<OrganisationId> within;
    if (!wish.org.empty()) {
        within = unit_with_code(app, wish.org);
        if (!within)
            return problem(Problem::Kind::not_found, fmt::format("Không có tổ chức nào mang mã “{}”.", wish.org));
        TRY_DO(gate.pass(right, *within));
    }
    auto session = app.database().read();
    for (const auto& unit : storage::last_organisations(session)) {
        reach.codes.emplace(unit.id, unit.code);
        auto day = unit.valid.until ? std::min(unit.valid.until->plus_days(-1), app.today()) : app.today();
        auto judged = unit.beside.value_or(unit.id);
        bool is_inside = !within || *within == unit.id || app.tree_on(day)->is_within(judged, *within);
        bool is_seen = is_inside && gate.pass(right, unit.id).has_value();
        if (is_seen && (!wish.with_identities || gate.pass(Right::reveal_identity, unit.id)))
            reach.units.insert(unit.id);
    }
    return reach;
}

} // namespace

Result<TableStream> export_kind(App& app, const Actor& actor, const ExportWish& wish)
{
    auto reach = TRY(reach_of(app, actor, wish));
    {
        auto transaction = app.database().write();
        record(app, transaction, actor,
               {.action = "export.write",
                .subject = fmt::format("export:{}", key_of(wish.kind)),
                .person = {},
                .organisation = Gate(app, actor).home(),
                .details = {{"kind", std::string(key_of(wish.kind))},
                            {"org", wish.org},
                            {"identities", wish.with_identities ? "clear" : "masked"}}});
        transaction.commit();
    }
    auto head = head_of(wish.kind);
    head.title = title_of(wish.kind);
    head.notes = notes_of(app, actor, wish);
    if (wish.kind == ImportKind::organisations) {
        auto session = app.database().read();
        head.rows = organisation_rows(session, reach);
        return stream_of(std::move(head));
    }
    if (wish.kind == ImportKind::dossiers) {
        auto rows = std::make_shared<DossierRows>(app, std::move(reach));
        return TableStream{.head = std::move(head), .next = [rows] { return rows->next(); }};
    }
    auto rows = std::make_shared<PeopleRows>(app, std::move(reach));
    return TableStream{.head = std::move(head), .next = [rows] { return rows->next(); }};
}

} // namespace phusa
