#include "app/quality/sheet.hpp"

#include "app/cell_names.hpp"
#include "app/gate.hpp"
#include "app/import/import.hpp"
#include "app/recording.hpp"
#include "domain/data_check.hpp"
#include "domain/person_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::size_t cells_max = 60;

// Which field of the sheet mends which fault.
struct Mend {
    std::string_view check;
    std::string_view field;
};
constexpr std::array mends{
    Mend{"born.day", "born"},
    Mend{"sex", "sex"},
    Mend{"ethnicity", "ethnicity"},
    Mend{"religion", "religion"},
    Mend{"identity", "identity"},
    Mend{"identity.old", "identity"},
    Mend{"identity.length", "identity"},
    Mend{"home", "home"},
    Mend{"residence", "residence"},
    Mend{"education", "general_education"},
    Mend{"card", "card_number"},
    Mend{"admission.ceremony", "ceremony_on"},
    Mend{"admission.decision", "decided_on"},
    Mend{"admission.decision", "decision_number"},
    Mend{"admission.occupation", "admission_occupation"},
    Mend{"admission.education", "admission_education"},
    Mend{"recognition", "recognised_on"},
};

struct Extra {
    std::string_view key;
    std::string_view title;
};
constexpr std::array extras{
    Extra{"identity", "Số định danh cá nhân"},
    Extra{"ceremony_on", "Ngày tổ chức lễ kết nạp"},
    Extra{"decided_on", "Ngày quyết định kết nạp"},
    Extra{"decision_number", "Số quyết định kết nạp"},
    Extra{"admission_occupation", "Nghề nghiệp khi vào Đảng"},
    Extra{"admission_education", "Học vấn khi vào Đảng"},
    Extra{"recognised_on", "Ngày vào Đảng chính thức"},
};

CheckedAdmission checked_of(const Admission& admission)
{
    return {.decided = admission.decided_on,
            .ceremony = admission.ceremony_on,
            .has_number = !admission.decision_number.empty(),
            .born = admission.born,
            .occupation = admission.occupation,
            .general_education = admission.general_education};
}

// Signs of the masked number: one for each digit.
std::size_t digits_of(const Person& person)
{
    constexpr std::string_view dot = "•";
    std::size_t digits = 0;
    for (std::size_t at = 0; at < person.identity_masked.size(); ++digits)
        at += person.identity_masked.compare(at, dot.size(), dot) == 0 ? dot.size() : 1;
    return digits;
}

bool is_asked(std::string_view field, const Admission* admission)
{
    if (field == "decided_on")
        return admission && !admission->decided_on;
    if (field == "decision_number")
        return admission && admission->decision_number.empty();
    return true;
}

std::vector<std::string_view> gaps_of(const SheetPerson& one, std::span<const Admission> admissions,
                                      std::span<const MembershipEvent> events, Date today)
{
    std::vector<CheckedAdmission> checked_admissions;
    for (const auto& admission : admissions)
        checked_admissions.push_back(checked_of(admission));
    std::vector<CheckedEvent> checked_events;
    for (const auto& event : events)
        checked_events.push_back({.kind = event.kind, .on = event.on});
    const auto& p = one.person;
    CheckedPerson checked{.born = p.born,
                          .sex = p.sex,
                          .ethnicity = p.ethnicity,
                          .religion = p.religion,
                          .general_education = p.general_education,
                          .has_home = !p.home.empty(),
                          .has_residence = !p.residence.empty(),
                          .has_card = !p.card_number.empty(),
                          .identity_digits = digits_of(p),
                          .standing = p.standing,
                          .cell_is_there = true,
                          .admissions = checked_admissions,
                          .events = checked_events};
    std::vector<std::string_view> gaps;
    for (const auto& mend : mends) {
        const auto& check = data_checks()[data_check(mend.check).value()];
        bool is_open = check.finds(checked, today) && is_asked(mend.field, one.admission ? &*one.admission : nullptr);
        if (is_open && std::ranges::find(gaps, mend.field) == gaps.end())
            gaps.push_back(mend.field);
    }
    return gaps;
}

SheetPerson sheet_person(storage::Session& session, const Person& person, Date today)
{
    SheetPerson one{.person = person, .admission = {}, .recognised = {}, .gaps = {}};
    auto admissions = storage::admissions_of(session, person.id);
    auto events = storage::membership_events_of(session, person.id);
    if (!admissions.empty())
        one.admission = admissions.back();
    for (const auto& event : events)
        if (event.kind == MembershipEventKind::recognised)
            one.recognised = event.on;
    one.gaps = gaps_of(one, admissions, events, today);
    return one;
}

CellSheet sheet_of(App& app, storage::Session& session, const OrganisationTree& tree, const Organisation& cell)
{
    CellSheet sheet{.cell = cell, .above = names_of(tree, cell.id).grassroots, .people = {}};
    if (sheet.above == cell.name)
        sheet.above.clear();
    for (const auto& person : storage::people_of_cell(session, cell.id, app.today()))
        if (is_member(person.standing) && !person.valid.until)
            sheet.people.push_back(sheet_person(session, person, app.today()));
    return sheet;
}

// A sheet shows many people at once: the log says so in one row.
void record_sheets(App& app, const Actor& actor, OrganisationId unit, std::string_view how, std::size_t people)
{
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.correction_sheet",
            .subject = fmt::format("organisation:{}", unit.value),
            .organisation = unit,
            .details = {{"kind", std::string(how)}, {"rows", std::to_string(people)}}});
    transaction.commit();
}

} // namespace

Result<std::vector<CellSheet>> correction_sheets(App& app, const Actor& actor, OrganisationId unit)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_people, unit));
    const auto& tree = gate.tree();
    auto position = tree.find(unit);
    if (!position)
        return problem(Problem::Kind::not_found, "Tổ chức này không còn hoạt động.");
    std::vector<OrganisationTree::Position> cells;
    auto range = tree.subtree(*position);
    for (auto at = range.first; at <= range.last; ++at)
        if (has_members(tree.at(at).kind))
            cells.push_back(at);
    if (cells.size() > cells_max)
        return problem(
            Problem::Kind::refused,
            fmt::format("Tổ chức này có {} chi bộ; mỗi lần in tối đa {}. Hãy chọn tổ chức cơ sở hoặc chi bộ.",
                        cells.size(), cells_max));
    std::vector<CellSheet> sheets;
    std::size_t people = 0;
    {
        auto session = app.database().read();
        for (auto at : cells) {
            sheets.push_back(sheet_of(app, session, tree, tree.at(at)));
            people += sheets.back().people.size();
        }
    }
    record_sheets(app, actor, unit, "phiếu in", people);
    return sheets;
}

Result<CellSheet> correction_sheet(App& app, const Actor& actor, OrganisationId cell)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_people, cell));
    auto position = gate.tree().find(cell);
    if (!position || !has_members(gate.tree().at(*position).kind))
        return problem(Problem::Kind::not_found, "Chỉ chi bộ mới có phiếu rà soát để nhập.");
    auto session = app.database().read();
    return sheet_of(app, session, gate.tree(), gate.tree().at(*position));
}

Result<TableStream> correction_sheet_rows(App& app, const Actor& actor, OrganisationId cell)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_people, cell));
    auto position = gate.tree().find(cell);
    if (!position)
        return problem(Problem::Kind::not_found, "Tổ chức này không còn hoạt động.");
    return export_kind(app, actor, {.kind = ImportKind::members, .org = gate.tree().at(*position).code});
}

bool is_on_sheet(std::string_view check) { return std::ranges::find(mends, check, &Mend::check) != mends.end(); }

std::string_view title_of_sheet_field(std::string_view key)
{
    if (const auto* extra = std::ranges::find(extras, key, &Extra::key); extra != extras.end())
        return extra->title;
    auto field = std::ranges::find(person_fields(), key, &PersonField::key);
    return field == person_fields().end() ? std::string_view() : field->title;
}

} // namespace phusa
