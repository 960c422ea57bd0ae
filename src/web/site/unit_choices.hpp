#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "web/layout/form_view.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace phusa::web
{

// A longer select is better searched than scrolled.
inline constexpr std::size_t short_unit_list_max = 12;

// For the filter of a list that asks for `right`: the units to go on to from the one that is asked for, which are those
// above it, itself, and those directly below it. Without one, where the actor's scope begins.
std::vector<FormChoice> unit_choices(App& app, const Actor& actor, Right right, std::optional<OrganisationId> asked);

} // namespace phusa::web
