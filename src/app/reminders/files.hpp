#pragma once

#include "app/export.hpp"
#include "app/reminders/reminders.hpp"

#include <optional>

namespace phusa
{

// What the page of reminders asks: of a unit and below, or of the asker.
struct ReminderQuestion {
    std::optional<OrganisationId> organisation = {};
    Date day = {};
};
Result<std::vector<Reminder>> list_reminders(App& app, const Actor& actor, const ReminderQuestion& question);

// The same as rows of a Table for CSV, XLSX and JSON. Names leave the system with it, so it is recorded.
Result<TableStream> export_reminders(App& app, const Actor& actor, const ReminderQuestion& question);

} // namespace phusa
