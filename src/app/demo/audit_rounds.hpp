#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"

namespace phusa::demo
{

// A finished round of the province with what was found and corrected, and one of the grassroots committee of the demo's
// users that is still being checked. After the register was committed: dossiers are judged to be drawn.
void add_audit_rounds(App& app, const Actor& actor, std::uint64_t seed, Date as_of);

} // namespace phusa::demo
