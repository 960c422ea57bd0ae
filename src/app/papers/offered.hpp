#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/papers/paper_book.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/made_paper.hpp"
#include "domain/person.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// A paper that can be made for a dossier, once for each act that it goes with.
struct OfferedPaper {
    const PaperForm* form = nullptr;
    std::optional<RecordedActId> act = {}; // absent: its act is not recorded yet
    std::string act_title = {};
    std::optional<Date> on = {};
    std::string set_name = {};
    std::optional<MadePaper> made = {}; // as it was made last
    Clock::Time made_at = {};
    std::string made_by = {};
    std::string number = {}; // that it bears
    bool may_make = false;   // the asker
};

struct OfferedPapers {
    DossierId dossier = {};
    std::string name = {};                  // whose dossier
    std::vector<OfferedPaper> of_dossier{}; // its papers, in order
    std::vector<OfferedPaper> of_process{}; // letters, invitations, minutes
    bool has_pdf = false;
    std::string cell_code = {}; // for the page of its numbers
};
// What belongs to a stage that the dossier has not reached is left out.
Result<OfferedPapers> offered_papers(App& app, const Actor& actor, DossierId dossier);

} // namespace phusa
