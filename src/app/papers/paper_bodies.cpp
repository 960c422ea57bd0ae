#include "app/papers/paper_bodies.hpp"

#include "app/dossiers/handling.hpp"
#include "app/papers/body_names.hpp"

#include <algorithm>
#include <initializer_list>

namespace phusa
{

namespace
{

// Names and places from one tree.
class BodyReader
{
public:
    BodyReader(const OrganisationTree& tree, Handling handling) : tree_(tree), handling_(std::move(handling)) {}

    PaperBodies read(std::optional<IssuingUnit> unit) const
    {
        auto youth = beside({OrganisationKind::youth_union});
        auto union_ = beside({OrganisationKind::trade_union});
        return {.cell = handling_.cell.name,
                .above_cell = name_above(handling_.cell.id),
                .section = name_of(section_above(tree_, handling_.cell.id)),
                .grassroots = handling_.grassroots.name,
                .above_grassroots = name_above(handling_.grassroots.id),
                .deciding = handling_.deciding.name,
                .above_deciding = name_above(handling_.deciding.id),
                .youth_union = at_or_empty(youth, 0),
                .above_youth_union = at_or_empty(youth, 1),
                .trade_union = at_or_empty(union_, 0),
                .above_trade_union = at_or_empty(union_, 1),
                .school =
                    at_or_empty(beside({OrganisationKind::political_centre, OrganisationKind::political_school}), 0),
                .place = place_name(path_of(unit == IssuingUnit::deciding ? handling_.deciding.id : handling_.cell.id)),
                .is_grassroots_cell = handling_.cell.id == handling_.grassroots.id,
                .decides_itself = handling_.deciding.id == handling_.grassroots.id,
                .issuer = unit ? issuer(*unit) : Organisation{}};
    }

private:
    static std::string name_of(const Organisation* unit) { return unit ? unit->name : std::string(); }
    static std::string at_or_empty(const std::vector<const Organisation*>& units, std::size_t at)
    {
        return at < units.size() ? units[at]->name : std::string();
    }
    static Organisation first_or_none(const std::vector<const Organisation*>& units)
    {
        return units.empty() ? Organisation{} : *units.front();
    }

    std::vector<Organisation> path_of(OrganisationId id) const
    {
        std::vector<Organisation> path;
        if (auto position = tree_.find(id))
            for (auto above : tree_.path(*position))
                path.push_back(tree_.at(above));
        return path;
    }

    std::string name_above(OrganisationId id) const
    {
        auto path = path_of(id);
        return path.size() < 2 ? std::string() : path[path.size() - 2].name;
    }

    Organisation issuer(IssuingUnit unit) const
    {
        switch (unit) {
        case IssuingUnit::cell:
            return handling_.cell;
        case IssuingUnit::section: {
            const auto* section = section_above(tree_, handling_.cell.id);
            return section ? *section : Organisation{};
        }
        case IssuingUnit::grassroots:
            return handling_.grassroots;
        case IssuingUnit::deciding:
            return handling_.deciding;
        case IssuingUnit::youth_union:
            return first_or_none(beside({OrganisationKind::youth_union}));
        case IssuingUnit::trade_union:
            return first_or_none(beside({OrganisationKind::trade_union}));
        }
        return {};
    }

    // What stands beside the grassroots organisation and those above it, the nearest first.
    std::vector<const Organisation*> beside(std::initializer_list<OrganisationKind> kinds) const
    {
        std::vector<const Organisation*> found;
        auto path = path_of(handling_.grassroots.id);
        for (auto unit = path.rbegin(); unit != path.rend(); ++unit)
            for (const auto& each : tree_.beside())
                if (each.beside == unit->id && std::ranges::find(kinds, each.kind) != kinds.end())
                    found.push_back(&each);
        return found;
    }

    const OrganisationTree& tree_;
    Handling handling_;
};

} // namespace

PaperBodies paper_bodies(const OrganisationTree& tree, OrganisationId cell, std::optional<IssuingUnit> issuing)
{
    return BodyReader(tree, handling_of(tree, cell)).read(issuing);
}

const Organisation* section_above(const OrganisationTree& tree, OrganisationId cell)
{
    auto position = tree.find(cell);
    auto above = position ? tree.parent(*position) : std::nullopt;
    bool is_section = above && tree.at(*above).kind == OrganisationKind::section_committee;
    return is_section ? &tree.at(*above) : nullptr;
}

} // namespace phusa
