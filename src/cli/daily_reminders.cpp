#include "cli/daily_reminders.hpp"

#include "app/reminders/sending.hpp"

#include <spdlog/spdlog.h>

#include <exception>
#include <optional>

namespace phusa
{

namespace
{

constexpr std::chrono::minutes look_every{1};
constexpr std::chrono::hours try_again_after{1};

int hour_in_viet_nam(Clock::Time time)
{
    auto there = time + std::chrono::hours(7);
    return static_cast<int>(
        std::chrono::floor<std::chrono::hours>(there - std::chrono::floor<std::chrono::days>(there)).count());
}

} // namespace

DailyReminders::DailyReminders(App& app, int hour)
    : app_(app), hour_(hour), thread_([this](const std::stop_token& stop) { run(stop); })
{
}

DailyReminders::~DailyReminders()
{
    thread_.request_stop();
    woken_.notify_all();
}

void DailyReminders::run(const std::stop_token& stop)
{
    std::optional<Date> done;
    std::optional<Clock::Time> tried;
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        auto now = app_.clock().now();
        auto today = app_.today();
        bool is_time = hour_in_viet_nam(now) >= hour_ && done != today;
        if (is_time && (!tried || now - *tried >= try_again_after)) {
            tried = now;
            if (send(stop))
                done = today;
        }
        woken_.wait_for(lock, stop, look_every, [] { return false; });
    }
}

bool DailyReminders::send(const std::stop_token& stop) const
{
    // A thread of its own has no caller who could be told: what breaks here is said in the log, by its kind alone, and
    // tried again.
    try {
        auto run = send_digests(app_, Actor::program("phusa serve"), [&stop] { return !stop.stop_requested(); });
        if (!run) {
            spdlog::error("reminders were not sent: {}", run.error().message);
            return false;
        }
        if (run->sent > 0)
            spdlog::info("reminders: {} sent", run->sent);
        for (const auto& failure : run->failures)
            spdlog::warn("reminders: {} failed, {} waiting: {}", run->failed, run->waiting, failure);
        return run->is_good();
    } catch (const std::exception&) {
        spdlog::error("reminders were stopped by a failure of the database or the disk");
        return false;
    }
}

} // namespace phusa
