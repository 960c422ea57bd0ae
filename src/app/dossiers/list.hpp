#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"
#include "domain/stage.hpp"
#include "domain/verdict.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace phusa
{

enum class DossierOrder : std::uint8_t { name, days_in_stage, next_day, latest_day };

// What a list of dossiers asks for. Everything may be left out.
struct DossierQuestion {
    std::optional<OrganisationId> organisation; // and everything below it; else all the asker may see
    std::vector<Stage> stages = {};             // none: those that are open
    bool all_stages = false;                    // ended ones too
    std::string words = {};                     // parts of the name, with or without marks
    bool late_only = false;                     // a deadline has passed
    bool blocked_only = false;                  // a block finding stands
    bool past_facts_only = false;               // something was recorded against a block
    DossierOrder order = DossierOrder::name;
    bool descending = false;
    std::string cursor = {}; // opaque; empty for the first page
    std::size_t rows = 50;
};

struct DossierLine {
    DossierId id = {};
    PersonId person = {};
    std::string name = {};
    PartialDate born = {};
    Sex sex = Sex::unknown;
    OrganisationId cell = {};
    std::string cell_name = {};
    std::string grassroots_name = {};
    Stage stage = Stage::preparing;
    int days_in_stage = 0;
    Outcome outcome = Outcome::clear;
    int blocks = 0;   // findings that block
    int warnings = 0; // findings that warn
    bool late = false;
    int past_facts = 0;
    std::optional<ActKind> next_act = {};
    std::string next_title = {};
    std::optional<Date> next_earliest = {}; // the next lawful day
    std::optional<Date> next_latest = {};
    std::string why = {}; // the first thing that is wrong, late or lacking, in words; empty where all is well
};

struct DossierPage {
    std::vector<DossierLine> rows = {};
    std::string previous = {}; // cursor, empty on the first page
    std::string next = {};     // cursor, empty on the last page
    std::int64_t first = 0;    // number of the first row in the whole list, from 1; 0 where there is none
    std::int64_t total = 0;
    std::vector<std::pair<Stage, std::int64_t>>
        by_stage;                // of the same question without its stages: all stages in order
    std::int64_t late = 0;       // of these
    std::int64_t past_facts = 0; // dossiers with one
    std::int64_t blocked = 0;    // of these, with a block finding
};
Result<DossierPage> list_dossiers(App& app, const Actor& actor, const DossierQuestion& question);

// The first `rows` of every open stage, in the order of the question: the board.
struct DossierColumn {
    Stage stage = Stage::preparing;
    std::int64_t total = 0;
    std::int64_t late = 0;
    std::vector<DossierLine> rows = {};
};
Result<std::vector<DossierColumn>> dossier_board(App& app, const Actor& actor, const DossierQuestion& question);

// The same dossiers as rows of a Table for CSV, XLSX and JSON; recorded in the audit log. Totals equal list_dossiers'.
Result<TableStream> export_dossiers(App& app, const Actor& actor, const DossierQuestion& question);

} // namespace phusa
