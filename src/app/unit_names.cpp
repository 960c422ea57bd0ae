#include "app/unit_names.hpp"

#include "storage/database.hpp"
#include "storage/organisations.hpp"

#include <algorithm>

namespace phusa
{

std::optional<OrganisationId> unit_with_code(App& app, std::string_view code)
{
    auto tree = app.tree();
    if (auto position = tree->find_code(code))
        return tree->at(*position).id;
    auto found = std::ranges::find(tree->beside(), code, &Organisation::code);
    if (found == tree->beside().end())
        return std::nullopt;
    return found->id;
}

std::string unit_name(App& app, OrganisationId id)
{
    auto tree = app.tree();
    if (auto position = tree->find(id))
        return tree->at(*position).name;
    auto session = app.database().read();
    auto latest = storage::latest_organisation(session, id);
    return latest ? latest->name : std::string();
}

} // namespace phusa
