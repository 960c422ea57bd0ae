#pragma once

#include "domain/reminder.hpp"

#include <string>

namespace phusa
{

// When one is reminded, in words, as regulations/reminders.toml says it: "Trước ngày cuối 30, 7 và 1 ngày."
std::string when_reminded(ReminderKind kind);

} // namespace phusa
