#pragma once

#include "app/dossiers/view.hpp"
#include "web/views/view.hpp"

// The parts of a dossier's page, the most important first.
namespace phusa::web::dossiers
{

// Where it stands and what is next: {stage, stage_tone, since, days, next: {…}} of dossiers/now.
View now_view(const DossierView& view);

// Why not yet: what is broken and has to be put right, what the next act still lacks, what is late.
View::List broken_now(const DossierView& view);
View::List lacking_next(const DossierView& view);
View::List late_now(const DossierView& view);

// The steps: those that are done (folded), the present one, and the later ones with their days.
View steps_view(const DossierView& view);

// dossiers/papers. What is not there may simply not be due yet; it is missing where an act that comes after it was
// done.
View::List papers_of(DossierId id, const std::vector<PaperView>& papers, std::optional<RecordedActId> as_of_act = {});

// The acts as they were recorded, newest first.
View::List acts_of(const DossierView& view);

// Facts of the dossier that the person's own record does not say.
View::List facts_of(const DossierView& view);

// Slips on their way.
View::List moves_of(const DossierView& view);

// "còn 12 ngày", "hôm nay", "đã quá 3 ngày".
std::string days_until(Date day, Date today);

} // namespace phusa::web::dossiers
