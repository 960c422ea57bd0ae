#pragma once

#include "domain/made_paper.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>

namespace phusa::storage
{

// One version of a made paper, also one that was made again since: what a printed page names. nullopt where there is
// none, or where the paper was taken back.
std::optional<MadePaper> made_paper_version(Session& session, std::int64_t version);

} // namespace phusa::storage
