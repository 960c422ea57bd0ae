#pragma once

#include "app/app.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace phusa
{

// Sends the letters of each day from an hour on, beside a running server, and again every hour while some did not go
// out. Ends when it is destroyed: a letter that is being handed over is finished first.
class DailyReminders
{
public:
    // `hour` of the day in Viet Nam, 0 to 23. The App outlives this.
    DailyReminders(App& app, int hour);
    ~DailyReminders();
    DailyReminders(const DailyReminders&) = delete;
    DailyReminders& operator=(const DailyReminders&) = delete;

private:
    void run(const std::stop_token& stop);
    // True when everything went out.
    bool send(const std::stop_token& stop) const;

    App& app_;
    int hour_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread thread_; // last: it uses the others
};

} // namespace phusa
