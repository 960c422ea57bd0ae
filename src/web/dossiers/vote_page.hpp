#pragma once

#include "web/dossiers/act_page.hpp"
#include "web/dossiers/vote_inputs.hpp"

namespace phusa::web::dossiers
{

// The sheet for the day that stands in the form: the roll of that day; of a vote that was recorded with another roll
// (`recorded`), that roll. By figures where the form asks so (`cach=so`) and where nobody is known of that day.
VotePaper vote_paper(Site& site, const Request& request, const DossierView& view, Matter about, const Fields& typed,
                     const RecordedAct* recorded = nullptr);

Response vote_page(Site& site, const Request& request, const DossierView& view, const VotePaper& paper,
                   const ActPage& page);

// The arithmetic so far: bases, what is needed, the outcome, faults, sentences for minutes and resolution.
View vote_result(const VotePaper& paper, const Fields& typed);
// The same of a vote that was recorded.
View vote_result(const RecordedAct& act, const VoteQuestion& question);

} // namespace phusa::web::dossiers
