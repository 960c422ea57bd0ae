#pragma once

#include "base/result.hpp"
#include "domain/account.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What a reminder is about, the gravest first. Numbers and keys are stored.
enum class ReminderKind : std::uint8_t {
    overdue = 1, // own work, the last day has passed
    today,       // the last day is today
    soon,        // it comes near
    below,       // a unit below has let it pass for long
    remarks,     // the quarterly remarks of a helper
};
std::string_view key_of(ReminderKind kind);
std::string_view title_of(ReminderKind kind);
std::optional<ReminderKind> reminder_kind(std::string_view key);
std::vector<ReminderKind> all_reminder_kinds();

// How a mail or a calendar names the person whom a dossier is about. Full names never leave by them.
enum class MailNaming : std::uint8_t {
    number = 1, // the number of the dossier alone
    initials,   // and the first letters of the name
};
std::string_view key_of(MailNaming naming);
std::string_view title_of(MailNaming naming);
std::optional<MailNaming> mail_naming(std::string_view key);
std::vector<MailNaming> all_mail_namings();

// What somebody wants to be reminded of, and how. Before they choose: of everything, on pages alone.
struct ReminderChoice {
    std::vector<ReminderKind> kinds = all_reminder_kinds(); // in the order of all_reminder_kinds()
    bool by_mail = false;                                   // a digest on each day that has something new
    std::string address = {};
    MailNaming naming = MailNaming::number;

    bool wants(ReminderKind kind) const;
    friend bool operator==(const ReminderChoice&, const ReminderChoice&) = default;
};

// An address where mail is wanted, and one that a mail server takes: ASCII, one @, no blanks.
Result<void> check(const ReminderChoice& choice);

} // namespace phusa
