#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// The scans of a dossier, of each paper the newest, as one ZIP for the digitised dossiers of members:
// CELL/NUMBER_Name/43.Title.pdf (digital_names.hpp); of several of one kind .1 .2 …, the oldest first. Papers that the
// catalogue does not name lie in a folder Khac. The files are what was filed, to the byte.
//
// Recorded with the reason. The folder bears the identity number where the asker may read it; that is recorded as well.
struct ScanBundle {
    std::string name;
    std::string zip;
    int files = 0;
};
Result<ScanBundle> bundle_scans(App& app, const Actor& actor, DossierId dossier, std::string_view reason);

} // namespace phusa
