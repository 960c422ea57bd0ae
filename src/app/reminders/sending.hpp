#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/reminders/digest.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace phusa
{

// One letter that is to go out today.
struct PlannedDigest {
    AccountId account = {};
    std::string account_name = {};
    std::string address = {};
    std::vector<Reminder> reminders = {};
    Digest digest = {};
};
// To everybody who wants mail and has something that no letter has said yet, by account; without those who had their
// letter of today.
std::vector<PlannedDigest> plan_digests(App& app);

// What came of a run.
struct DigestRun {
    std::int64_t sent = 0;
    std::int64_t failed = 0;                // not taken by the mail server; tried again in the next run
    std::int64_t waiting = 0;               // not tried any more: the server itself failed, or the program ends
    std::vector<std::string> failures = {}; // each once, without personal values

    bool is_good() const { return failed == 0 && waiting == 0; }
};
// Sends the letters of today. However often it runs on a day, and wherever, nobody gets a second one; what a letter
// could not say because it did not go out is said by the next. Only for programs. unavailable where no mail server is
// set. `goes_on` is asked before each letter: what is left when it says no is waiting.
Result<DigestRun> send_digests(App& app, const Actor& actor, const std::function<bool()>& goes_on = {});

// How the newest letter of each account fared, for whoever may see the account; by name.
struct DigestLine {
    AccountId account = {};
    std::string account_name = {};
    std::string display_name = {};
    bool wants_mail = false;
    std::optional<Date> on = {}; // no letter yet, where it is absent
    bool is_sent = false;
    std::optional<Clock::Time> at = {};
    std::int64_t reminders = 0;
    int tries = 0;
    std::string failure = {};
};
Result<std::vector<DigestLine>> list_digests(App& app, const Actor& actor);

} // namespace phusa
