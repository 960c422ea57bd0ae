#pragma once

#include "base/clock.hpp"
#include "domain/account.hpp"
#include "domain/person.hpp"

#include <map>
#include <mutex>
#include <utility>

namespace phusa
{

// Who looked at whom within the hour, so that going back and forth between pages is one look in the audit log.
class Looks
{
public:
    // True for the first look of an account at a person since an hour; any thread.
    bool is_new(AccountId account, PersonId person, Clock::Time now)
    {
        std::scoped_lock lock(mutex_);
        if (now >= forget_at_) {
            std::erase_if(seen_, [&](const auto& look) { return look.second + hour <= now; });
            forget_at_ = now + hour;
        }
        auto [look, added] = seen_.try_emplace({account, person}, now);
        if (!added && look->second + hour > now)
            return false;
        look->second = now;
        return true;
    }

private:
    static constexpr std::chrono::hours hour{1};
    std::mutex mutex_;
    std::map<std::pair<AccountId, PersonId>, Clock::Time> seen_;
    Clock::Time forget_at_{};
};

} // namespace phusa
