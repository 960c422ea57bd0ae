#pragma once

#include "domain/act.hpp"
#include "domain/dossier.hpp"
#include "domain/recorded_act.hpp"

#include <optional>
#include <string>
#include <string_view>

// Where the pages of one dossier are.
namespace phusa::web::dossiers
{

std::string path_of(DossierId id);                                   // "/ho-so/7"
std::string path_of(DossierId id, RecordedActId act);                // "/ho-so/7/viec-da-ghi/12"
std::string opening_path(PersonId person);                           // "/ho-so/moi?nguoi=3"
std::string vote_path(DossierId id, Matter about);                   // "/ho-so/7/bieu-quyet/ket-nap"
std::string path_to_record(DossierId id, ActKind act, Matter about); // the form in which an act is recorded
std::string path_to_record(DossierId id, SideAct act);

// "ket-nap", "cong-nhan", "xoa-ten".
std::string_view slug_of(Matter about);
std::optional<Matter> matter_of_slug(std::string_view slug);

} // namespace phusa::web::dossiers
