#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/moves.hpp"
#include "app/dossiers/sentences.hpp"
#include "base/result.hpp"
#include "domain/case.hpp"
#include "domain/dossier.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"
#include "domain/recorded_act.hpp"
#include "domain/stage.hpp"
#include "domain/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// An earlier version of an act: what it said, and why it was changed.
struct PastAct {
    struct Change {
        std::string title;
        std::string before;
        std::string after; // both empty for an act that was withdrawn
    };

    RecordedAct act = {};
    std::vector<Change> changes = {};
    Clock::Time replaced_at = {};
    std::string replaced_by = {};
    std::string reason = {};
};

struct ActView {
    RecordedAct act = {};
    std::string title = {};
    std::string who_name = {};             // the introducer or helper; empty where the act has none
    std::string regulation = {};           // in force on its day: "24-QĐ/TW"
    std::string regulation_on_screen = {}; // with the mark of one that is to be confirmed
    std::string regulation_on_paper = {};
    Clock::Time recorded_at = {};
    std::string recorded_by = {}; // the account's name
    std::vector<FindingView> findings = {};
    bool is_set_aside = false;      // cancelled, or before a redo
    bool may_correct = false;       // the asker
    std::vector<PastAct> past = {}; // newest first
};

// A paper of the dossier and whether it is there (rules.md 5).
struct PaperView {
    enum class State : std::uint8_t { present, missing, stale, not_needed };

    std::string title = {}; // "Nghị quyết của chi bộ (6-KNĐ)"
    State state = State::missing;
    std::optional<Date> on = {};
    std::optional<RecordedActId> act = {};
    std::string note = {};               // why it is stale or not needed
    ActKind kind = ActKind::application; // by which it comes into the dossier
    Matter about = Matter::admission;    // the vote that it serves
};

struct DossierView {
    Dossier dossier = {};
    Person person = {};
    Organisation cell = {};
    Organisation grassroots = {};        // whose committee proposes
    Organisation deciding = {};          // the person's own deciding committee
    std::vector<Organisation> path = {}; // of the cell, from the top of the asker's view
    Case judged = {};
    Verdict verdict = {};
    StageOnDay stage = {};
    int days_in_stage = 0;
    std::vector<ActView> acts = {};         // newest first
    std::vector<FindingView> findings = {}; // of the whole dossier
    std::vector<NextView> next = {};
    std::vector<PaperView> papers = {};           // as of `as_of`
    std::vector<SpecialRequirement> lacking = {}; // of special regimes, for the decision that is there or to come
    bool decided_without = false;                 // a decision stands though something of `lacking` is not there
    std::vector<MoveLine> moves = {};             // open slips
    std::vector<ActView> withdrawn = {};          // recorded by mistake and taken out, newest first
    std::vector<std::string> may_record = {};     // keys of act kinds and side acts that the asker may record
    bool may_record_past_facts = false;
    std::optional<PersonId> helper = {}; // by relation: the asker, whose remarks these are
    std::string helper_name = {};
    std::optional<Introducer> introduces_as = {}; // by relation: the asker's own organisation
    bool by_relation = false;  // only what the asker's relation to the person needs; the rest is left empty
    std::int64_t revision = 0; // changes with every version of the dossier or one of its acts
    int past_facts = 0;
    Date as_of = {};
};
// Recorded as a look at the person, as show_person. `as_of`: judged as of another day than today.
Result<DossierView> show_dossier(App& app, const Actor& actor, DossierId id, std::optional<Date> as_of = {});

// Dossiers of one person, the newest first; empty where there is none or the person is outside the asker's scope.
struct DossierOfPerson {
    DossierId id = {};
    StageOnDay stage = {};
    Date opened = {};
};
Result<std::vector<DossierOfPerson>> dossiers_of_person(App& app, const Actor& actor, PersonId person);

// Which papers were there when `act` was done: "completeness as of this act".
Result<std::vector<PaperView>> papers_as_of_act(App& app, const Actor& actor, DossierId id, RecordedActId act);

// The review sheet: every violation, missing and stale paper of the whole dossier, to print.
struct ReviewSheet {
    DossierView view = {};
    std::vector<FindingView> violations = {}; // block
    std::vector<FindingView> late = {};       // warn
    std::vector<PaperView> missing = {};
    std::vector<PaperView> stale = {};
    std::vector<std::string> special_cases = {}; // papers that special regimes ask for and that are not there
    std::vector<std::string> unanswered_letters = {};
    std::vector<std::string> past_facts = {}; // each with its reason
    std::string conclusion = {};              // one sentence
};
Result<ReviewSheet> review_dossier(App& app, const Actor& actor, DossierId id);

} // namespace phusa
