#include "app/cell_names.hpp"

namespace phusa
{

CellNames names_of(const OrganisationTree& tree, OrganisationId cell)
{
    auto position = tree.find(cell);
    if (!position)
        return {};
    CellNames names{.cell = tree.at(*position).name, .grassroots = {}};
    for (auto above : tree.path(*position))
        if (is_grassroots(tree.at(above).kind))
            names.grassroots = tree.at(above).name;
    return names;
}

} // namespace phusa
