#pragma once

#include "domain/case.hpp"

#include <cstddef>
#include <optional>

namespace phusa
{

// A `redo` after the act sets it aside: introductions, opinions, votes and decisions of its stage (DESIGN §6).
bool is_set_aside(const Case& judged, std::size_t act);

// The last act of a kind (and matter) on or before `as_of` that no redo sets aside; of one day the later in the file.
std::optional<std::size_t> latest_act(const Case& judged, ActKind kind, std::optional<Matter> about, Date as_of);

// The stage that an act serves where it does not say so itself: admission until the ceremony, recognition after it.
Matter matter_of(const Case& judged, const Act& act);

} // namespace phusa
