#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <string_view>

namespace phusa
{

namespace storage
{
class Session;
}

// Opens the dossier of somebody who is no member, or was one (then `readmission` must be there). `wanted` says person,
// cell, day and facts; its id, version and closing have no effect. The cell's secretary, the office of its grassroots
// committee and that of its deciding committee may do it. Conflict: a member, or a dossier is open already.
Result<DossierId> open_dossier(App& app, const Actor& actor, const Dossier& wanted);

// Whether somebody may have a new dossier at all, by what the register says of them; the same conflicts. For app/ only.
Result<void> check_new_dossier(storage::Session& session, const Person& person, const Dossier& wanted);

// Facts other than person, cell and closing. `wanted.version` is the version that was read; fields that only somebody
// else changed meanwhile are kept, the same field is a conflict that names it.
Result<void> correct_dossier(App& app, const Actor& actor, const Dossier& read, const Dossier& wanted,
                             std::string_view reason);

// Put away: withdrawn, died, moved out of the register, opened by mistake. `version` is the one that was read.
Result<void> close_dossier(App& app, const Actor& actor, DossierId id, std::int64_t version, const Closing& closing);
// The closing was a mistake.
Result<void> reopen_dossier(App& app, const Actor& actor, DossierId id, std::int64_t version, std::string_view reason);

} // namespace phusa
