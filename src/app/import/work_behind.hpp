#pragma once

#include <future>
#include <utility>

namespace phusa
{

// One piece of work at a time on a thread of its own, while the next one is made ready. What it works on must be
// declared before it: it waits for the work where it goes.
class WorkBehind
{
public:
    // Waits for the work before; throws what that threw.
    template<typename Work>
    void begin(Work work)
    {
        wait();
        running_ = std::async(std::launch::async, std::move(work));
    }
    void wait()
    {
        if (running_.valid())
            running_.get();
    }

private:
    std::future<void> running_;
};

} // namespace phusa
