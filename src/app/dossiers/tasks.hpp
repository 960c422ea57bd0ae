#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/act.hpp"
#include "domain/check_fault.hpp"
#include "domain/dossier.hpp"
#include "domain/dossier_move.hpp"
#include "domain/person.hpp"
#include "domain/stage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// How a thing to do stands in law, the gravest first.
enum class Urgency : std::uint8_t {
    overdue = 1, // the last day has passed; it stays until it is done
    due_soon,    // within 14 days
    blocked,     // something recorded is against the rules and has to be put right
    running,     // a clock runs, more than 14 days are left
    open,        // lawful now, without a last day
};
std::string_view key_of(Urgency urgency);
std::string_view title_of(Urgency urgency);
Urgency urgency_of(const std::optional<Date>& last_day, Date today);

// One thing to do for one dossier, by those who see it.
struct Task {
    DossierId dossier = {};
    PersonId person = {};
    std::string name = {};
    std::string cell_name = {};
    Stage stage = Stage::preparing; // not of a sampling audit
    Urgency urgency = Urgency::open;
    std::optional<ActKind> act = {}; // absent for a slip to accept, a breach to put right, a sampling audit
    Matter about = Matter::admission;
    std::optional<DossierMoveId> move = {};
    std::string round = {}; // of a sampling audit: its name, and one of
    std::optional<AuditSampleId> check = {};
    std::optional<CheckFaultId> fault = {};
    std::string title = {}; // "Ra quyết định kết nạp"
    std::optional<Date> due = {};
    int days_left = 0;          // negative: so many days late; 0 where there is no `due`
    std::string reckoning = {}; // "Chi bộ ra nghị quyết ngày …; 60 ngày làm việc, đến hết ngày …"
};

struct TaskQuestion {
    std::optional<OrganisationId> organisation; // and below
    std::vector<Urgency> urgencies = {};
    std::size_t first = 0; // rows to pass over
    std::size_t rows = 50;
};
struct TaskPage {
    std::vector<Task> rows = {}; // by urgency, then by `due`, then by name
    std::int64_t total = 0;
    std::vector<std::pair<Urgency, std::int64_t>> by_urgency = {}; // all, in order
};
// Whether list_tasks could ever answer something for one of the roles of the asker.
bool has_dossier_work(App& app, const Actor& actor);

// Việc cần làm: exactly what the asker can act on, by role and relation to the person. Nothing is silent after its day.
Result<TaskPage> list_tasks(App& app, const Actor& actor, const TaskQuestion& question = {});

} // namespace phusa
