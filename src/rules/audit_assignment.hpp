#pragma once

#include "domain/audit_round.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phusa
{

// Which cell checks which drawn dossier (kiểm tra chéo). `owners` are the cells of the drawn dossiers, one entry each;
// `checkers` the cells that may check, each once.
//
// No cell checks its own; the loads of two cells differ by one at most, unless nobody else is there to take the
// dossiers of a cell; two cells check each other only where there is no other way to that. The same for the same seed,
// whatever the order of `checkers`. Empty where a cell would have to check itself.
std::optional<std::vector<OrganisationId>> assign_checkers(std::span<const OrganisationId> owners,
                                                           std::span<const OrganisationId> checkers, std::int64_t seed);

} // namespace phusa
