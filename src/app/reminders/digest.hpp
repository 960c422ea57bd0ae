#pragma once

#include "app/reminders/mail_settings.hpp"
#include "app/reminders/reminders.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace phusa
{

// The letter of one day to one account. It names nobody in full: dossiers by number, people by initials at most.
struct Digest {
    std::string subject;
    std::string body;
};

struct DigestQuestion {
    std::vector<Reminder> reminders = {}; // what is said now, in order
    std::size_t said_before = 0;          // that still waits
    MailNaming naming = MailNaming::number;
    Date day = {};
    bool is_invented = false;
};
Digest digest_of(const DigestQuestion& question, const MailSettings& settings);

} // namespace phusa
