#include "app/gate.hpp"
#include "app/organisations.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "storage/organisation_facts.hpp"
#include "storage/organisations.hpp"
#include "storage/people.hpp"
#include "storage/successions.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

Result<Organisation> parent_for(App& app, OrganisationKind kind, OrganisationId parent, Date from)
{
    auto tree = app.tree_on(from);
    auto position = tree->find(parent);
    if (!position)
        return invalid("parent", "Tổ chức cấp trên không còn hoạt động vào ngày này; hãy chọn tổ chức khác.");
    const auto& above = tree->at(*position);
    if (!may_stand_under(kind, above.kind))
        return invalid("kind",
                       fmt::format("{} không thể trực thuộc {}.", title_of(kind), lower_case(title_of(above.kind))));
    if (tree->depth(*position) + 1 >= limit::organisation_depth_max)
        return invalid("parent", "Cây tổ chức đã quá sâu; hãy chọn tổ chức cấp trên cao hơn.");
    return above;
}

Result<Organisation> read_version(storage::Session& session, OrganisationId id, AuditNumber version, Date on)
{
    auto unit = storage::organisation_on(session, id, on);
    if (!unit)
        return invalid("from", "Tổ chức này không hoạt động vào ngày đó.");
    if (unit->recorded != version)
        return problem(Problem::Kind::conflict,
                       "Người khác vừa sửa tổ chức này. Hãy xem lại bản mới rồi sửa tiếp; điều anh/chị nhập vẫn còn.");
    return *unit;
}

} // namespace

Result<OrganisationId> found_organisation(App& app, const Actor& actor, const NewOrganisation& wanted)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_organisations, wanted.parent));
    TRY(parent_for(app, wanted.kind, wanted.parent, wanted.from));
    Organisation unit{.id = {},
                      .kind = wanted.kind,
                      .sector = wanted.sector,
                      .code = wanted.code,
                      .name = clean_text(wanted.name),
                      .parent = wanted.parent,
                      .beside = {},
                      .valid = {.first = wanted.from, .until = {}},
                      .recorded = {}};
    TRY_DO(check(unit));
    auto transaction = app.database().write();
    unit.id = storage::allocate_organisations(transaction);
    auto by =
        record(app, transaction, actor,
               {.action = "organisation.found",
                .subject = fmt::format("organisation:{}", unit.id.value),
                .organisation = wanted.parent,
                .details = {{"name", unit.name}, {"code", unit.code}, {"document", clean_text(wanted.document)}}});
    TRY(storage::add_organisation(transaction, unit, by));
    Succession founded{.kind = SuccessionKind::founded,
                       .on = wanted.from,
                       .from = {},
                       .to = unit.id,
                       .document = clean_text(wanted.document)};
    storage::add_successions(transaction, {&founded, 1}, by);
    transaction.commit();
    app.forget_trees();
    return unit.id;
}

Result<void> rename_organisation(App& app, const Actor& actor, OrganisationId id, AuditNumber version,
                                 std::string_view name, Date from, std::string_view document)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_organisations, id));
    auto transaction = app.database().write();
    auto unit = TRY(read_version(transaction, id, version, from));
    auto before = unit.name;
    unit.name = clean_text(name);
    if (unit.name == before)
        return invalid("name", "Tên mới giống tên cũ; hãy ghi tên mới của tổ chức.");
    TRY_DO(check(unit));
    auto by = record(app, transaction, actor,
                     {.action = "organisation.rename",
                      .subject = fmt::format("organisation:{}", id.value),
                      .organisation = id,
                      .details = {{"from", before}, {"to", unit.name}, {"on", from.iso()}}});
    TRY_DO(storage::change_organisation(transaction, unit, from, by));
    Succession renamed{
        .kind = SuccessionKind::renamed, .on = from, .from = id, .to = id, .document = clean_text(document)};
    storage::add_successions(transaction, {&renamed, 1}, by);
    transaction.commit();
    app.forget_trees();
    return {};
}

Result<void> dissolve_organisation(App& app, const Actor& actor, OrganisationId id, AuditNumber version, Date on,
                                   std::string_view document)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_organisations, id));
    auto transaction = app.database().write();
    auto unit = TRY(read_version(transaction, id, version, on));
    auto tree = app.tree_on(on);
    auto position = tree->find(id);
    if (position && !tree->children(*position).empty())
        return problem(Problem::Kind::conflict,
                       "Tổ chức này còn đơn vị trực thuộc; hãy chuyển hoặc giải thể các đơn vị đó trước.");
    auto cells = storage::count_people_by_cell(transaction);
    if (std::ranges::any_of(cells, [&](const auto& cell) { return cell.cell == id && is_member(cell.standing); }))
        return problem(Problem::Kind::conflict,
                       "Chi bộ này còn đảng viên; hãy chuyển sinh hoạt cho đảng viên trước khi giải thể.");
    auto by = record(app, transaction, actor,
                     {.action = "organisation.dissolve",
                      .subject = fmt::format("organisation:{}", id.value),
                      .organisation = id,
                      .details = {{"name", unit.name}, {"on", on.iso()}}});
    TRY_DO(storage::end_organisation(transaction, unit, on, by));
    Succession dissolved{
        .kind = SuccessionKind::dissolved, .on = on, .from = id, .to = {}, .document = clean_text(document)};
    storage::add_successions(transaction, {&dissolved, 1}, by);
    transaction.commit();
    app.forget_trees();
    return {};
}

Result<void> add_organisation_fact(App& app, const Actor& actor, OrganisationId id, OrganisationFactKind kind,
                                   Validity valid, std::string_view note)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_people, id));
    if (valid.until && *valid.until <= valid.first)
        return invalid("until", "Ngày hết hiệu lực phải sau ngày bắt đầu.");
    if (code_points(note) > limit::note_length_max)
        return invalid("note", "Ghi chú quá dài.");
    auto transaction = app.database().write();
    for (const auto& fact : storage::organisation_facts(transaction, id))
        if (fact.kind == kind && (!fact.valid.until || valid.first < *fact.valid.until) &&
            (!valid.until || fact.valid.first < *valid.until))
            return problem(Problem::Kind::conflict, "Đã ghi điều này cho thời gian đó rồi.");
    auto by = record(app, transaction, actor,
                     {.action = "organisation.fact",
                      .subject = fmt::format("organisation:{}", id.value),
                      .organisation = id,
                      .details = {{"fact", std::string(key_of(kind))}, {"from", valid.first.iso()}}});
    OrganisationFact fact{
        .row = 0, .organisation = id, .kind = kind, .valid = valid, .note = clean_text(note), .recorded = {}};
    TRY_DO(storage::add_organisation_fact(transaction, fact, by));
    transaction.commit();
    return {};
}

Result<void> end_organisation_fact(App& app, const Actor& actor, OrganisationId id, std::int64_t row, Date until)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_people, id));
    auto transaction = app.database().write();
    auto facts = storage::organisation_facts(transaction, id);
    auto fact = std::ranges::find(facts, row, &OrganisationFact::row);
    if (fact == facts.end())
        return problem(Problem::Kind::conflict, "Dòng này vừa được người khác sửa; hãy tải lại trang.");
    if (until <= fact->valid.first)
        return invalid("until", "Ngày hết hiệu lực phải sau ngày bắt đầu.");
    auto by = record(app, transaction, actor,
                     {.action = "organisation.fact_end",
                      .subject = fmt::format("organisation:{}", id.value),
                      .organisation = id,
                      .details = {{"fact", std::string(key_of(fact->kind))}, {"until", until.iso()}}});
    fact->valid.until = until;
    TRY_DO(storage::correct_organisation_fact(transaction, *fact, by));
    transaction.commit();
    return {};
}

} // namespace phusa
