#pragma once

#include "base/clock.hpp"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace phusa
{

// How long to wait after `failures` in a row: nothing up to the limit, then a minute, doubling up to
// limit::sign_in_back_off_max.
std::chrono::minutes sign_in_wait(int failures, int allowed);

// Slows guessing down where no account can keep the count: by peer address, and for names that no account has, so that
// the answer does not tell which names there are. In memory and bounded; a restart forgets it.
class SignInBrake
{
public:
    // When the next try is allowed, if that is later than now.
    std::optional<Clock::Time> blocked_until(std::string_view key, Clock::Time now);
    void note_failure(std::string_view key, int allowed, Clock::Time now);
    void forget(std::string_view key);

private:
    struct Count {
        int failures = 0;
        Clock::Time last;
        std::optional<Clock::Time> blocked_until;
    };
    static constexpr std::size_t keys_max = 20'000;
    void drop_old(Clock::Time now);

    std::mutex mutex_;
    std::unordered_map<std::string, Count> counts_;
};

} // namespace phusa
