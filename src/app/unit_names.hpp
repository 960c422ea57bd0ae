#pragma once

#include "app/app.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// A unit of today by its official code; mass organisations and schools too. Says nothing of who may see it.
std::optional<OrganisationId> unit_with_code(App& app, std::string_view code);
// Its name today, or on its last day; empty where there is none.
std::string unit_name(App& app, OrganisationId id);

} // namespace phusa
