#include "app/dossiers/handling.hpp"

#include "domain/act_rights.hpp"

namespace phusa
{

const Organisation& Handling::who_records(ActKind kind) const
{
    switch (right_to_record(kind)) {
    case Right::record_committee_acts:
        return grassroots;
    case Right::record_decisions:
        return deciding;
    default:
        return cell;
    }
}

Handling handling_of(const OrganisationTree& tree, OrganisationId cell)
{
    Organisation unknown{};
    unknown.id = cell;
    auto position = tree.find(cell);
    if (!position)
        return {.cell = unknown, .grassroots = unknown, .deciding = unknown};
    Handling found{.cell = tree.at(*position), .grassroots = tree.at(*position), .deciding = tree.at(*position)};
    auto grassroots = *position;
    for (auto above : tree.path(*position))
        if (is_grassroots(tree.at(above).kind))
            grassroots = above;
    found.grassroots = tree.at(grassroots);
    auto above = tree.parent(grassroots);
    bool decides_itself = found.grassroots.kind == OrganisationKind::commune_committee || !above;
    found.deciding = decides_itself ? found.grassroots : tree.at(*above);
    return found;
}

} // namespace phusa
