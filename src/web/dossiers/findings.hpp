#pragma once

#include "app/dossiers/view.hpp"
#include "base/result.hpp"
#include "web/views/view.hpp"

#include <string>
#include <vector>

namespace phusa::web::dossiers
{

// For dossiers/findings: findings of the judge, each with a link to the act that it is about.
View::List findings_of(DossierId id, const std::vector<FindingView>& findings);

// What stopped an act: the sentences of a Problem whose fields are named by rules. Empty for any other Problem.
View::List broken_rules(const Problem& problem);

} // namespace phusa::web::dossiers
