#include "web/site/unit_choices.hpp"

#include "app/gate.hpp"

#include <fmt/core.h>

namespace phusa::web
{

std::vector<FormChoice> unit_choices(App& app, const Actor& actor, Right right, std::optional<OrganisationId> asked)
{
    Gate gate(app, actor);
    const auto& tree = gate.tree();
    std::vector<FormChoice> choices{{"", "Toàn bộ phạm vi của tôi"}};
    auto add = [&](OrganisationTree::Position position, std::string_view mark) {
        const auto& unit = tree.at(position);
        choices.push_back({std::to_string(unit.id.value), fmt::format("{}{}", mark, unit.name)});
    };
    auto position = asked ? tree.find(*asked) : std::nullopt;
    if (position) {
        for (auto above : tree.path(*position))
            if (gate.pass(right, tree.at(above).id))
                add(above, "");
        for (auto below : tree.children(*position))
            add(below, "– ");
        return choices;
    }
    for (auto range : gate.ranges(right)) {
        add(range.first, "");
        for (auto below : tree.children(range.first))
            add(below, "– ");
    }
    return choices;
}

} // namespace phusa::web
