#include "app/sign_in_brake.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace phusa
{

std::chrono::minutes sign_in_wait(int failures, int allowed)
{
    if (failures < allowed)
        return std::chrono::minutes(0);
    constexpr int doublings_max = 10;
    std::chrono::minutes wait(1 << std::min(failures - allowed, doublings_max));
    return std::min(wait, limit::sign_in_back_off_max);
}

std::optional<Clock::Time> SignInBrake::blocked_until(std::string_view key, Clock::Time now)
{
    std::scoped_lock lock(mutex_);
    auto found = counts_.find(std::string(key));
    if (found == counts_.end() || !found->second.blocked_until || *found->second.blocked_until <= now)
        return std::nullopt;
    return found->second.blocked_until;
}

void SignInBrake::note_failure(std::string_view key, int allowed, Clock::Time now)
{
    std::scoped_lock lock(mutex_);
    if (counts_.size() >= keys_max)
        drop_old(now);
    auto& count = counts_[std::string(key)];
    // An hour without a failure starts anew: offices behind one address are not held back by last week's typing errors.
    if (now - count.last > std::chrono::hours(1))
        count.failures = 0;
    count.last = now;
    ++count.failures;
    auto wait = sign_in_wait(count.failures, allowed);
    if (wait.count() > 0)
        count.blocked_until = now + wait;
}

void SignInBrake::forget(std::string_view key)
{
    std::scoped_lock lock(mutex_);
    counts_.erase(std::string(key));
}

void SignInBrake::drop_old(Clock::Time now)
{
    std::erase_if(counts_, [now](const auto& entry) {
        const Count& count = entry.second;
        return now - count.last > std::chrono::hours(1) && (!count.blocked_until || *count.blocked_until <= now);
    });
    // Many made-up names within an hour: rather forget all of them than grow.
    if (counts_.size() >= keys_max)
        counts_.clear();
}

} // namespace phusa
