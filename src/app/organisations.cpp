#include "app/organisations.hpp"

#include "app/gate.hpp"
#include "app/member_counts.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "storage/organisation_facts.hpp"
#include "storage/organisations.hpp"
#include "storage/successions.hpp"

#include <algorithm>
#include <set>

namespace phusa
{

namespace
{

using Position = OrganisationTree::Position;

OrganisationLine line_of(const OrganisationTree& tree, Position position, const MemberCounts& counts)
{
    const auto& unit = tree.at(position);
    return {.organisation = unit,
            .depth = tree.depth(position),
            .children = tree.children(position).size(),
            .members = counts.of(unit.id).members};
}

std::vector<OrganisationLine> lines_of(const OrganisationTree& tree, const std::vector<Position>& positions,
                                       const MemberCounts& counts)
{
    std::vector<OrganisationLine> lines;
    lines.reserve(positions.size());
    for (auto position : positions)
        lines.push_back(line_of(tree, position, counts));
    return lines;
}

// Where the asker's view of a day's tree begins: the tops of the subtrees in which they may see units. Scope is of
// today; a unit of an older structure is seen by who may see what it became part of.
std::vector<Position> tops_of_view(const OrganisationTree& tree, const Gate& gate)
{
    std::vector<Position> tops;
    if (&tree == &gate.tree()) {
        for (auto range : gate.ranges(Right::see_organisations))
            tops.push_back(range.first);
        return tops;
    }
    for (Position position = 0; position < tree.size();) {
        if (gate.pass(Right::see_organisations, tree.at(position).id)) {
            tops.push_back(position);
            position = tree.subtree(position).last + 1;
        } else {
            ++position;
        }
    }
    return tops;
}

// What a page shows of a unit that is dissolved by `on`, or not founded yet: its last day, or its first.
Result<Organisation> standing_on_or_near(storage::Session& session, OrganisationId id, Date on)
{
    if (auto unit = storage::organisation_on(session, id, on))
        return *unit;
    if (auto unit = storage::latest_organisation(session, id))
        return *unit;
    return problem(Problem::Kind::not_found, "Không có tổ chức này.");
}

std::vector<Organisation> live_versions(storage::Session& session, OrganisationId id)
{
    std::vector<Organisation> versions;
    for (auto& version : storage::organisation_history(session, id))
        if (!version.replaced)
            versions.push_back(std::move(version.fact));
    return versions;
}

// The other sides of a unit's successions, each once, for their names.
std::vector<Organisation> relatives_of(storage::Session& session, OrganisationId id,
                                       const std::vector<Succession>& successions)
{
    std::set<OrganisationId> others;
    for (const auto& succession : successions)
        for (auto side : {succession.from, succession.to})
            if (side && *side != id)
                others.insert(*side);
    std::vector<Organisation> found;
    for (auto other : others)
        if (auto unit = storage::latest_organisation(session, other))
            found.push_back(std::move(*unit));
    return found;
}

std::vector<Organisation> path_above(const OrganisationTree& tree, Position position, const Gate& gate)
{
    std::vector<Organisation> path;
    for (auto above : tree.path(position))
        if (above != position && gate.pass(Right::see_organisations, tree.at(above).id))
            path.push_back(tree.at(above));
    return path;
}

} // namespace

Result<std::vector<OrganisationLine>> list_children(App& app, const Actor& actor, std::optional<OrganisationId> parent,
                                                    Date on)
{
    Gate gate(app, actor);
    auto tree = app.tree_on(on);
    auto counts = member_counts(app);
    if (!parent)
        return lines_of(*tree, tops_of_view(*tree, gate), *counts);
    TRY_DO(gate.pass(Right::see_organisations, *parent));
    auto position = tree->find(*parent);
    return lines_of(*tree, position ? tree->children(*position) : std::vector<Position>{}, *counts);
}

Result<std::vector<OrganisationLine>> list_organisations(App& app, const Actor& actor,
                                                         std::optional<OrganisationId> within, Date on)
{
    Gate gate(app, actor);
    auto tree = app.tree_on(on);
    auto counts = member_counts(app);
    std::vector<Position> tops;
    if (!within) {
        tops = tops_of_view(*tree, gate);
    } else {
        TRY_DO(gate.pass(Right::see_organisations, *within));
        if (auto position = tree->find(*within))
            tops.push_back(*position);
    }
    std::vector<OrganisationLine> lines;
    for (auto top : tops)
        for (auto position = tree->subtree(top).first; position <= tree->subtree(top).last; ++position)
            lines.push_back(line_of(*tree, position, *counts));
    return lines;
}

Result<std::vector<OrganisationLine>> find_organisations(App& app, const Actor& actor, std::string_view words, Date on)
{
    Gate gate(app, actor);
    auto wanted = fold(words);
    std::vector<OrganisationLine> found;
    if (wanted.empty())
        return found;
    auto tree = app.tree_on(on);
    auto counts = member_counts(app);
    for (auto top : tops_of_view(*tree, gate)) {
        auto range = tree->subtree(top);
        for (auto position = range.first; position <= range.last && found.size() < limit::page_rows; ++position) {
            const auto& unit = tree->at(position);
            if (unit.code.starts_with(words) || fold(unit.name).contains(wanted))
                found.push_back(line_of(*tree, position, *counts));
        }
    }
    return found;
}

Result<OrganisationView> show_organisation(App& app, const Actor& actor, OrganisationId id, Date on)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::see_organisations, id));
    auto session = app.database().read();
    OrganisationView view;
    view.organisation = TRY(standing_on_or_near(session, id, on));
    auto day = view.organisation.valid.covers(on) ? on : view.organisation.valid.first;
    auto tree = app.tree_on(day);
    auto counts = member_counts(app);
    if (auto position = tree->find(id)) {
        view.path = path_above(*tree, *position, gate);
        view.children = lines_of(*tree, tree->children(*position), *counts);
    }
    for (const auto& other : tree->beside())
        if (other.beside == id)
            view.beside.push_back(other);
    view.versions = live_versions(session, id);
    view.successions = storage::successions_of(session, id);
    view.relatives = relatives_of(session, id, view.successions);
    view.facts = storage::organisation_facts(session, id);
    std::ranges::reverse(view.facts);
    view.members = counts->of(id).members;
    view.probationary = counts->of(id).probationary;
    return view;
}

} // namespace phusa
