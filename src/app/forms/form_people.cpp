#include "app/forms/form_people.hpp"

#include "app/forms/form_plan.hpp"
#include "app/gate.hpp"
#include "app/recording.hpp"
#include "base/number_text.hpp"
#include "storage/database.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace phusa
{

namespace
{

using enum stats::FormMeasure;

constexpr std::size_t change_dimension = 0; // of change_dimensions()

Date day_of(std::uint16_t day) { return Date(Date::of(1900, 1, 1)->sys_days() + std::chrono::days(day)); }

// Before anything is read of a person.
struct Found {
    std::int64_t person = 0; // or 0
    std::uint16_t day = 0;
    std::uint8_t change = 0;
    std::uint32_t from = stats::Changes::outside;
    std::uint32_t to = stats::Changes::outside;
    std::size_t unit = 0; // row of the organisations, where it is one
};

std::vector<Found> found_admissions(const AdmissionCube& cube, const stats::Slice& slice,
                                    const stats::Indicator& indicator)
{
    std::vector<Found> found;
    for (auto row : stats::rows_of(cube.columns, slice, indicator))
        found.push_back({.person = cube.people[row],
                         .day = cube.columns.days()[row],
                         .change = static_cast<std::uint8_t>(MemberChange::admitted),
                         .to = cube.columns.positions()[row]});
    std::ranges::stable_sort(found, {}, &Found::day); // they lie by place
    return found;
}

std::vector<Found> found_changes(const stats::Changes& changes, const std::vector<std::uint32_t>& rows)
{
    std::vector<Found> found;
    for (auto row : rows)
        found.push_back({.person = changes.who()[row],
                         .day = changes.days()[row],
                         .change = changes.code(row, change_dimension),
                         .from = changes.from()[row],
                         .to = changes.to()[row]});
    return found;
}

// The people or units behind one number, with what is needed to show them.
struct Behind {
    FormPlan plan;
    std::size_t row = 0;
    Period days;
    FormCubes cubes;
    std::vector<Found> found;
    std::int64_t total = 0;

    bool are_people() const { return plan.form->rows[row].counts != organisations; }
};

std::vector<Found> found_for(const Behind& behind)
{
    const auto& row = behind.plan.form->rows[behind.row];
    const auto& places = behind.plan.places;
    stats::Slice slice{places, behind.days};
    switch (row.counts) {
    case nothing:
    case mean_age:
        return {};
    case admissions:
        return found_admissions(*behind.cubes.admissions, slice, row.what);
    case organisations: {
        std::vector<Found> found;
        for (auto unit : stats::rows_of(behind.cubes.grassroots->columns, slice, row.what))
            found.push_back({.unit = unit});
        return found;
    }
    case members_before:
    case members_after: {
        auto day = row.counts == members_after ? behind.days.last : behind.days.first.plus_days(-1);
        const auto& changes = behind.cubes.members->changes;
        return found_changes(changes, stats::present_of(changes, places, day));
    }
    case arrivals:
        return found_changes(behind.cubes.members->changes,
                             stats::arrivals_of(behind.cubes.members->changes, slice, row.what));
    case departures:
        return found_changes(behind.cubes.members->changes,
                             stats::departures_of(behind.cubes.members->changes, slice, row.what));
    }
    std::unreachable();
}

// Somebody who may see people everywhere need not be asked about each.
void keep_visible(App& app, const Gate& gate, std::vector<Found>& found)
{
    auto ranges = gate.ranges(Right::see_people);
    if (ranges.size() == 1 && ranges.front().first == 0 && ranges.front().last + 1 == gate.tree().size())
        return;
    auto session = app.database().read();
    std::erase_if(found, [&](const Found& each) {
        auto person = storage::person(session, PersonId(each.person));
        return !person || !gate.pass(Right::see_people, person->cell);
    });
}

Result<Behind> behind_number(App& app, const Actor& actor, const FormNumber& number)
{
    Behind behind{.plan = TRY(plan_form(app, actor, number.form)), .days = {}, .cubes = {}, .found = {}};
    auto row = behind.plan.form->row(number.row);
    if (!row || behind.plan.form->rows[*row].counts == nothing || behind.plan.form->rows[*row].counts == mean_age)
        return problem(Problem::Kind::not_found, "Biểu không có dòng này, hoặc dòng này không mở ra danh sách được.");
    Gate gate(app, actor);
    behind.row = *row;
    behind.days = number.before ? behind.plan.before() : behind.plan.now();
    TRY_DO(gate.pass(behind.are_people() ? Right::see_people : Right::see_reports, behind.plan.unit.id));
    behind.cubes = cubes_for(app, behind.plan, behind.days);
    behind.found = found_for(behind);
    behind.total = static_cast<std::int64_t>(behind.found.size());
    if (behind.are_people())
        keep_visible(app, gate, behind.found);
    return behind;
}

FormEntry entry_of(storage::Session& session, const Behind& behind, const Found& found)
{
    FormEntry entry;
    if (!behind.are_people()) {
        const auto& unit = behind.cubes.grassroots->units[found.unit];
        entry.organisation = unit.id;
        entry.name = unit.name;
        entry.what = title_of(unit.kind);
        entry.on = unit.valid.first;
        return entry;
    }
    const auto& tree = *behind.plan.tree;
    auto name_of = [&](std::uint32_t place) {
        return place == stats::Changes::outside ? std::string() : tree.at(place).name;
    };
    entry.person = PersonId(found.person);
    entry.on = day_of(found.day);
    entry.what = change_dimensions()[change_dimension].values[found.change].title;
    entry.from = name_of(found.from);
    entry.to = name_of(found.to);
    if (auto person = storage::person(session, *entry.person)) {
        entry.name = person->name;
        entry.born = person->born;
        entry.sex = person->sex;
        entry.standing = person->standing;
    }
    return entry;
}

std::vector<Table::Column> columns_of(bool people)
{
    using enum Table::Kind;
    if (!people)
        return {{"name", "Tổ chức", text}, {"kind", "Loại", text}};
    return {{"full_name", "Họ và tên", text},
            {"born", "Sinh ngày", date},
            {"sex", "Giới tính", text},
            {"on", "Ngày", date},
            {"what", "Lượt", text},
            {"from", "Từ", text},
            {"to", "Đến", text},
            {"standing", "Trạng thái hiện nay", text}};
}

std::vector<Cell> cells_of(const FormEntry& entry, bool people)
{
    if (!people)
        return {entry.name, entry.what};
    return {entry.name,
            entry.born,
            entry.sex == Sex::unknown ? Cell{} : Cell{std::string(code_of(entry.sex).title)},
            entry.on,
            entry.what,
            entry.from,
            entry.to,
            std::string(title_of(entry.standing))};
}

// "Biểu số 2-BTCTW, dòng “Nữ”; Đảng bộ huyện Đông Hưng; năm 2011"
std::string words_of(const Behind& behind)
{
    return fmt::format("{}, dòng “{}”; {}; {}", behind.plan.form->number, behind.plan.form->rows[behind.row].what.title,
                       behind.plan.unit.name, behind.days.vietnamese());
}

} // namespace

Result<FormEntries> form_entries(App& app, const Actor& actor, const FormNumber& number, std::size_t first,
                                 std::size_t count)
{
    auto behind = TRY(behind_number(app, actor, number));
    FormEntries page{.form = behind.plan.form,
                     .row = behind.row,
                     .unit = behind.plan.unit,
                     .days = behind.days,
                     .total = behind.total,
                     .shown = static_cast<std::int64_t>(behind.found.size()),
                     .are_people = behind.are_people(),
                     .entries = {}};
    auto session = app.database().read();
    for (auto i = first; i < behind.found.size() && i - first < count; ++i)
        page.entries.push_back(entry_of(session, behind, behind.found[i]));
    return page;
}

Result<TableStream> export_form_entries(App& app, const Actor& actor, const FormNumber& number)
{
    auto behind = std::make_shared<const Behind>(TRY(behind_number(app, actor, number)));
    auto words = words_of(*behind);
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "people.export",
            .subject = "people",
            .organisation = behind->plan.unit.id,
            .details = {{"question", words}, {"rows", std::to_string(behind->found.size())}}});
    transaction.commit();
    Table head{.title = behind->plan.form->rows[behind->row].what.title,
               .notes = {words, fmt::format("{} trong số {} của biểu. Lập lúc {} bởi {}.",
                                            vietnamese_number(static_cast<std::int64_t>(behind->found.size())),
                                            vietnamese_number(behind->total), vietnamese_time(app.clock().now()),
                                            actor.display_name)},
               .columns = columns_of(behind->are_people()),
               .rows = {}};
    if (app.invented())
        head.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    auto next = [&app, behind, at = std::size_t{0}]() mutable {
        constexpr std::size_t rows_at_once = 500;
        auto session = app.database().read();
        std::vector<std::vector<Cell>> rows;
        for (; at < behind->found.size() && rows.size() < rows_at_once; ++at)
            rows.push_back(cells_of(entry_of(session, *behind, behind->found[at]), behind->are_people()));
        return rows;
    };
    return TableStream{.head = std::move(head), .next = next};
}

} // namespace phusa
