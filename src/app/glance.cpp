#include "app/glance.hpp"

#include "app/columns.hpp"
#include "app/gate.hpp"
#include "app/glance_parts.hpp"
#include "app/member_counts.hpp"
#include "base/limits.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr int months_shown = 24;
constexpr int years_shown = 10;

PeopleQuestion admitted(OrganisationId unit, const Period& period, Date structure)
{
    PeopleQuestion question;
    question.admitted_at = unit;
    question.structure = structure;
    question.admitted_from = period.first;
    question.admitted_to = period.last;
    return question;
}

// One day in another year; 29 February becomes the 28th.
Date in_year(Date day, int year) { return day.plus_months((year - day.year()) * 12); }

class Writer
{
public:
    Writer(const AdmissionCube& cube, OrganisationId unit, Date as_of) : cube_(cube), unit_(unit), as_of_(as_of) {}

    Figure admissions(const Period& period) const
    {
        auto counts = stats::count(cube_.columns, {cube_.range_of(unit_), period}, {});
        return {.value = counts.total, .people = admitted(unit_, period, as_of_)};
    }

    std::vector<Glance::Point> months() const
    {
        auto month_first = *Date::of(as_of_.year(), as_of_.month(), 1);
        Period period{month_first.plus_months(1 - months_shown), as_of_};
        std::vector<Glance::Point> points;
        for (const auto& span : stats::count_by_month(cube_.columns, {cube_.range_of(unit_), period}, {}))
            points.push_back({fmt::format("{:02}/{}", span.days.first.month(), span.days.first.year()),
                              {span.counts.total, admitted(unit_, span.days, as_of_)}});
        return points;
    }

    std::vector<Glance::Point> years() const
    {
        Period period{*Date::of(as_of_.year() - years_shown, 1, 1), as_of_};
        std::vector<Glance::Point> points;
        for (const auto& span : stats::count_by_year(cube_.columns, {cube_.range_of(unit_), period}, {}))
            points.push_back(
                {std::to_string(span.days.first.year()), {span.counts.total, admitted(unit_, span.days, as_of_)}});
        return points;
    }

    void add_children(Glance& glance) const
    {
        auto position = cube_.tree->find(unit_);
        if (!position)
            return;
        std::vector<stats::PositionRange> ranges;
        for (auto child : cube_.tree->children(*position)) {
            auto range = cube_.tree->subtree(child);
            ranges.push_back({range.first, range.last + 1});
            glance.children.push_back({.unit = cube_.tree->at(child), .this_year = {}, .last_year = 0});
        }
        Period now{*Date::of(as_of_.year(), 1, 1), as_of_};
        Period then{in_year(now.first, now.first.year() - 1), in_year(now.last, now.last.year() - 1)};
        auto now_counts = stats::count_by_range(cube_.columns, ranges, now);
        auto then_counts = stats::count_by_range(cube_.columns, ranges, then);
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            glance.children[i].this_year = {now_counts[i], admitted(glance.children[i].unit.id, now, as_of_)};
            glance.children[i].last_year = then_counts[i];
        }
    }

private:
    const AdmissionCube& cube_;
    OrganisationId unit_;
    Date as_of_;
};

// Cells that have admitted nobody for quiet_years, those that wait longest first.
void add_quiet_cells(Glance& glance, const AdmissionCube& cube, const MemberCounts& counts)
{
    auto range = cube.range_of(glance.unit.id);
    std::vector<std::optional<Date>> last(range.end - range.first);
    const auto epoch = Date::of(1900, 1, 1)->sys_days();
    for (std::size_t row = 0; row < cube.columns.rows(); ++row) {
        auto position = cube.columns.positions()[row];
        Date day(epoch + std::chrono::days(cube.columns.days()[row]));
        if (position >= range.first && position < range.end && day <= glance.as_of)
            last[position - range.first] = day; // rows lie by day within a position
    }
    auto since = glance.as_of.plus_months(-12 * quiet_years);
    for (auto position = range.first; position < range.end; ++position) {
        const auto& unit = cube.tree->at(position);
        if (!has_members(unit.kind))
            continue;
        ++glance.cells;
        auto day = last[position - range.first];
        if (day && *day > since)
            continue;
        ++glance.quiet_cells;
        glance.quietest.push_back({unit, day, counts.of(unit.id).members});
    }
    std::ranges::stable_sort(glance.quietest, {}, &Glance::QuietCell::last_admission);
    if (glance.quietest.size() > limit::page_rows)
        glance.quietest.resize(limit::page_rows);
}

Result<OrganisationId> unit_asked(const Gate& gate, std::optional<OrganisationId> unit)
{
    if (unit) {
        TRY_DO(gate.pass(Right::see_reports, *unit));
        return *unit;
    }
    auto ranges = gate.ranges(Right::see_reports);
    if (ranges.empty())
        return problem(Problem::Kind::refused,
                       "Tài khoản này chưa được giao vai trò xem số liệu; hãy liên hệ người quản trị.");
    return gate.tree().at(ranges.front().first).id;
}

} // namespace

Result<Glance> glance(App& app, const Actor& actor, std::optional<OrganisationId> unit, Date as_of)
{
    Gate gate(app, actor);
    auto id = TRY(unit_asked(gate, unit));
    auto cube = admission_cube(app, as_of);
    auto position = cube->tree->find(id);
    if (!position)
        return problem(Problem::Kind::not_found, "Tổ chức này không có trong cơ cấu của ngày được hỏi.");
    auto counts = member_counts(app);
    Writer writer(*cube, id, as_of);
    Glance glance;
    glance.unit = cube->tree->at(*position);
    glance.as_of = as_of;
    glance.members = counts->of(id).members;
    glance.probationary.value = counts->of(id).probationary;
    glance.probationary.people.organisation = id;
    glance.probationary.people.standings = {Standing::probationary};
    Period now{*Date::of(as_of.year(), 1, 1), as_of};
    Period whole = Period::year(as_of.year() - 1);
    glance.this_year = writer.admissions(now);
    glance.last_year = writer.admissions({whole.first, in_year(as_of, whole.first.year())});
    glance.year_before_whole = writer.admissions(whole);
    glance.months = writer.months();
    glance.years = writer.years();
    writer.add_children(glance);
    // A year of which hardly anything has passed has no breakdown worth a chart.
    glance.breakdown_period = as_of.month() > 3 ? now : Period{as_of.plus_months(-12).plus_days(1), as_of};
    add_breakdowns(glance, *cube);
    add_quiet_cells(glance, *cube, *counts);
    return glance;
}

} // namespace phusa
