#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/audit_rounds/checks.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/check_fault.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Việc khắc phục: each fault is a task of the dossier's cell until somebody else has confirmed it.
namespace phusa
{

struct CorrectionQuestion {
    std::optional<OrganisationId> organisation = {}; // and below
    std::optional<CorrectionState> state = {};       // absent: all that is not confirmed, and confirmed ones with `all`
    bool all = false;
    std::string kind = {};
    std::optional<AuditRoundId> round = {};
    std::size_t first = 0;
    std::size_t rows = 50;
};

struct CorrectionLine {
    CheckFault fault = {}; // in lists without its notes
    std::string kind_title = {};
    std::string round_name = {};
    std::string name = {};
    std::string cell_name = {}; // of the dossier today
    int days_left = 0;          // of what is open; negative: so many days late
    bool is_late = false;
    bool may_do = false;      // the asker: say that it is done
    bool may_confirm = false; // confirm it or send it back
};
struct CorrectionPage {
    std::vector<CorrectionLine> rows = {}; // open ones by their last day, then those to confirm, then the rest
    std::int64_t total = 0;
    std::int64_t late = 0;
};
// Faults of dossiers in cells of which the asker sees the dossiers.
Result<CorrectionPage> list_corrections(App& app, const Actor& actor, const CorrectionQuestion& question = {});
Result<TableStream> export_corrections(App& app, const Actor& actor, const CorrectionQuestion& question);

// With what became of it, the newest last.
struct CorrectionView {
    struct Step {
        Clock::Time at = {};
        std::string by = {}; // the account's name
        std::string what = {};
        std::string note = {};
    };

    CorrectionLine line = {};
    std::string look = {}; // what the sheet asks for
    DossierId dossier = {};
    bool is_own = false; // the asker wrote down that it is done: somebody else confirms it
    bool sees_dossier = false;
    std::vector<Step> steps = {};
};
// Recorded as a look at the person.
Result<CorrectionView> show_correction(App& app, const Actor& actor, CheckFaultId id);

// By the dossier's cell, or whoever works for it above.
Result<void> do_correction(App& app, const Actor& actor, CheckFaultId id, std::int64_t version, Date done,
                           std::string_view note);
// By the cell that checks, while the round is open, or by those who lead it.
Result<void> confirm_correction(App& app, const Actor& actor, CheckFaultId id, std::int64_t version);
// The same, where it is not yet good: open again, with the reason in the log and on the page.
Result<void> send_back_correction(App& app, const Actor& actor, CheckFaultId id, std::int64_t version,
                                  std::string_view reason);

} // namespace phusa
