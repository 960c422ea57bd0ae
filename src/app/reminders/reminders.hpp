#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/act.hpp"
#include "domain/check_fault.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"
#include "domain/reminder.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// One thing of which somebody is to be reminded, as they may read it.
struct Reminder {
    ReminderKind kind = ReminderKind::overdue;
    DossierId dossier = {};
    PersonId person = {};
    std::string name = {}; // of the person whom the dossier is about
    std::string cell_name = {};
    std::string title = {}; // "Quyết định (kết nạp)"
    std::optional<ActKind> act = {};
    Matter about = Matter::admission;
    std::optional<AuditSampleId> check = {}; // of a sampling audit: a dossier to check …
    std::optional<CheckFaultId> fault = {};  // … or a fault to correct
    Date due = {};
    int days_left = 0; // negative: so many days late
    std::string waits_for = {};
    std::string responsible = {}; // whose work it is: "Chi bộ thôn Đầu Làng"
    std::string reckoning = {};
    std::string key = {}; // of the thing, and that it is said to the unit above
    Date since = {};      // the day on which it was first to be said again
};

// The page where it stands: "/ho-so/12", "/kiem-tra-mau/phieu/3".
std::string page_of(const Reminder& reminder);

// What reaches each account on a day, whatever it has chosen: by the office that it holds, of the unit below whose work
// stays undone, or because its person helps. One thing reaches one account once. The gravest kind first, then by `due`.
std::map<AccountId, std::vector<Reminder>> all_reminders(App& app, Date day);

// What reaches the asker on that day and is of a kind that they chose.
Result<std::vector<Reminder>> list_own_reminders(App& app, const Actor& actor, Date day);

// Every last day that runs and is the account's own to keep, also those that are far: for calendars.
std::vector<Reminder> running_deadlines(App& app, AccountId account);

// Of a unit and everything below it, for whoever may see its dossiers: one line a thing, whomever it reaches.
Result<std::vector<Reminder>> list_unit_reminders(App& app, const Actor& actor, OrganisationId unit, Date day);

// Lists are made for days within a year of today.
Result<void> check_reminder_day(App& app, Date day);

} // namespace phusa
