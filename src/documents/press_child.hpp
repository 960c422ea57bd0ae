#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace phusa
{

// A child process that answers lines with lines over one socket, its standard input and output. It knows nothing of our
// files and environment. Killed when this goes.
class PressChild
{
public:
    // Works in `folder`, with `scratch` for what it writes aside. Throws std::runtime_error where it cannot be started.
    PressChild(const std::vector<std::string>& command, const std::filesystem::path& folder,
               const std::filesystem::path& scratch);
    ~PressChild();
    PressChild(const PressChild&) = delete;
    PressChild& operator=(const PressChild&) = delete;

    // The next line that it says; empty when none came in time or it is gone.
    std::string answer(std::chrono::milliseconds wait_max);
    std::string ask(std::string_view line, std::chrono::milliseconds wait_max);
    // Kills it and waits until it is gone.
    void end();
    // Whether it has hung up: it ended, or is about to.
    bool is_gone() const { return is_gone_; }

private:
    pid_t pid_ = -1;
    int socket_ = -1;
    std::string heard_;
    bool is_gone_ = false;
};

} // namespace phusa
