#include "app/forms/form_plan.hpp"

#include "app/forms/definitions.hpp"
#include "app/placing.hpp"
#include "app/report_place.hpp"
#include "base/number_text.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"
#include "storage/organisation_facts.hpp"
#include "storage/organisations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace phusa
{

namespace
{

using Tree = OrganisationTree;
using Recorded = std::optional<AuditNumber>;

std::unexpected<Problem> no_such_form(std::string_view code)
{
    std::vector<std::string> codes;
    for (const auto& form : statistical_forms())
        if (codes.empty() || codes.back() != form.code)
            codes.push_back(form.code);
    return problem(Problem::Kind::not_found,
                   fmt::format("Không có biểu “{}”; các biểu lập được: {}.", code, fmt::join(codes, ", ")));
}

Result<void> check_recorded(App& app, Recorded recorded)
{
    if (!recorded)
        return {};
    auto session = app.database().read();
    auto last = storage::audit_head(session).number;
    if (recorded->value < 1 || *recorded > last)
        return invalid("recorded", fmt::format("Sổ mới ghi đến dòng nhật ký {}; hãy ghi một số từ 1 đến đó.",
                                               vietnamese_number(last.value)));
    return {};
}

std::shared_ptr<const Tree> tree_of(App& app, Date day, Recorded recorded)
{
    if (!recorded)
        return app.tree_on(day);
    auto session = app.database().read();
    return std::make_shared<const Tree>(storage::organisations_on(session, day, recorded));
}

std::shared_ptr<const AdmissionCube> admissions_of(App& app, const std::shared_ptr<const Tree>& tree, Date day,
                                                   Recorded recorded)
{
    return recorded ? admission_cube_as_recorded(app, tree, *recorded) : admission_cube(app, day);
}

bool counts(const stats::Form& form, stats::FormMeasure first, stats::FormMeasure last)
{
    return std::ranges::any_of(form.rows, [&](const auto& row) { return first <= row.counts && row.counts <= last; });
}

// The grassroots organisations of a day that lie in the places of the plan, with the positions of their subtrees.
struct Grassroots {
    std::vector<Tree::Position> places;      // in the tree of the plan
    std::vector<stats::PositionRange> below; // in that of the day
    std::vector<Organisation> units;
};

Grassroots grassroots_of(storage::Session& session, const FormPlan& plan, const Tree& tree)
{
    Grassroots found;
    Placing placing(session, *plan.tree, plan.recorded);
    for (Tree::Position at = 0; at < tree.size(); ++at) {
        const auto& unit = tree.at(at);
        if (!is_grassroots(unit.kind))
            continue;
        auto place = &tree == plan.tree.get() ? at : placing.of(unit.id);
        if (place < plan.places.first || place >= plan.places.end)
            continue;
        auto range = tree.subtree(at);
        found.places.push_back(place);
        found.below.push_back({range.first, range.last + 1});
        found.units.push_back(unit);
    }
    return found;
}

GrassrootsColumns grassroots_columns(App& app, const FormPlan& plan, const Period& days)
{
    auto tree = tree_of(app, days.last, plan.recorded);
    auto cube = admissions_of(app, tree, days.last, plan.recorded);
    auto session = app.database().read();
    auto found = grassroots_of(session, plan, *cube->tree);
    auto admitted = stats::count_by_range(cube->columns, found.below, days);
    std::unordered_set<std::int64_t> without_masses;
    for (const auto& fact : storage::organisation_facts_on(session, days.last, plan.recorded))
        if (fact.kind == OrganisationFactKind::no_masses_left)
            without_masses.insert(fact.organisation.value);
    GrassrootsColumns made{.columns = stats::Columns(organisation_dimensions()), .units = {}};
    auto day = static_cast<std::uint16_t>(days.last.days_since_1900());
    for (std::size_t i = 0; i < found.units.size(); ++i)
        made.columns.add(found.places[i], day, 0,
                         std::array{static_cast<std::uint8_t>(found.units[i].kind),
                                    static_cast<std::uint8_t>(admitted[i] > 0),
                                    static_cast<std::uint8_t>(without_masses.contains(found.units[i].id.value))});
    for (auto from : made.columns.sort())
        made.units.push_back(std::move(found.units[from]));
    return made;
}

} // namespace

Period FormPlan::before() const { return stats::year_before(now()); }

bool FormPlan::is_below_division() const
{
    auto position = tree->find(unit.id);
    return position && tree->depth(*position) > tree->depth(tree->path(*position).front()) + 1;
}

Result<FormPlan> plan_form(App& app, const Actor& actor, const FormQuestion& question)
{
    FormPlan plan;
    plan.as_of = question.of.as_of.value_or(app.today());
    plan.period = question.of.period.value_or(default_form_period(plan.as_of));
    plan.recorded = question.recorded;
    plan.form = form_in_use(question.code, plan.period.last);
    if (!plan.form)
        return no_such_form(question.code);
    auto place = TRY(report_place(app, actor, question.of, plan.period, plan.as_of));
    if (plan.as_of < plan.period.first)
        return invalid("from", fmt::format("Kỳ báo cáo bắt đầu sau {}; hãy chọn kỳ đã bắt đầu.",
                                           Period{plan.as_of, plan.as_of}.vietnamese()));
    TRY_DO(check_recorded(app, plan.recorded));
    plan.structure = place.structure;
    plan.tree = tree_of(app, place.structure, plan.recorded);
    auto position = plan.tree->find(place.unit.id);
    if (!position)
        return problem(Problem::Kind::not_found,
                       "Khi ghi đến dòng nhật ký ấy, sổ chưa có tổ chức này trong cơ cấu được hỏi.");
    plan.unit = plan.tree->at(*position);
    auto range = plan.tree->subtree(*position);
    plan.places = {range.first, range.last + 1};
    return plan;
}

stats::FormSources FormCubes::sources() const
{
    return {.admissions = admissions ? &admissions->columns : nullptr,
            .organisations = grassroots ? &grassroots->columns : nullptr,
            .changes = members ? &members->changes : nullptr};
}

FormCubes cubes_for(App& app, const FormPlan& plan, const Period& days)
{
    using enum stats::FormMeasure;
    FormCubes cubes;
    if (counts(*plan.form, stats::FormMeasure::admissions, mean_age))
        cubes.admissions = admissions_of(app, plan.tree, plan.structure, plan.recorded);
    if (counts(*plan.form, members_before, departures))
        cubes.members = plan.recorded ? membership_cube_as_recorded(app, plan.tree, *plan.recorded)
                                      : membership_cube(app, plan.structure);
    if (counts(*plan.form, organisations, organisations))
        cubes.grassroots = grassroots_columns(app, plan, days);
    return cubes;
}

} // namespace phusa
