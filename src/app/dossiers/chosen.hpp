#pragma once

#include "app/dossiers/dossier_register.hpp"
#include "app/dossiers/list.hpp"
#include "app/gate.hpp"

#include <vector>

namespace phusa
{

// Dossiers that the asker may see, in a unit where one is named, by name.
Result<std::vector<const DossierRegister::Entry*>> dossiers_in_scope(const Gate& gate, const DossierRegister& all,
                                                                     std::optional<OrganisationId> organisation);

// What a question asks for beside its unit and its stages.
bool is_asked_for(const DossierRegister::Entry& entry, const DossierQuestion& question,
                  const std::vector<std::string>& words);
bool has_asked_stage(const DossierRegister::Entry& entry, const DossierQuestion& question);
// The words of a question, folded.
std::vector<std::string> folded_words(std::string_view words);

DossierLine line_of(App& app, const Gate& gate, const JudgedDossier& judged);

} // namespace phusa
