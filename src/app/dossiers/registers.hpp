#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"
#include "domain/recorded_act.hpp"
#include "domain/stage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// One probationary member with a dossier.
struct ProbationLine {
    DossierId dossier = {};
    PersonId person = {};
    std::string name = {};
    PartialDate born = {};
    std::string cell_name = {};
    Stage stage = Stage::probation;
    Date ceremony = {};
    Date ends = {};                   // ceremony and 12 months
    std::optional<Date> vote_by = {}; // the last day of the cell's vote in time
    std::string helper_name = {};     // empty where none is named
    bool has_certificate = false;     // of the new members' course
    bool has_self_review = false;
    bool has_helper_remarks = false;
    bool has_opinions = false;
    bool late = false;
};
struct ProbationPage {
    std::vector<ProbationLine> rows = {}; // by the end of probation
    std::int64_t total = 0;
    std::int64_t late = 0;
};
Result<ProbationPage> list_probation(App& app, const Actor& actor, std::optional<OrganisationId> organisation = {},
                                     std::size_t first = 0, std::size_t rows = 50);

// One line of the register of decisions: admissions, recognitions, removals, refusals, cancellations.
struct DecisionLine {
    DossierId dossier = {};
    RecordedActId act = {};
    PersonId person = {};
    std::string name = {};
    std::string cell_name = {};
    std::string title = {}; // "Quyết định kết nạp"
    Date on = {};
    Paper paper = {};
    std::optional<Date> received = {};
    bool cancelled = false;
    bool late = false;
};
struct DecisionQuestion {
    std::optional<OrganisationId> organisation;
    std::optional<Period> period;
    std::size_t first = 0;
    std::size_t rows = 50;
};
struct DecisionPage {
    std::vector<DecisionLine> rows = {}; // the newest first
    std::int64_t total = 0;
};
Result<DecisionPage> list_decisions(App& app, const Actor& actor, const DecisionQuestion& question = {});

} // namespace phusa
