#include "documents/press_child.hpp"

#include "documents/office_kit.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace phusa
{

namespace
{

[[noreturn]] void cannot_start() { throw std::runtime_error("không chạy được tiến trình làm PDF"); }

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> found;
    for (auto& text : texts)
        found.push_back(text.data());
    found.push_back(nullptr);
    return found;
}

std::vector<std::string> environment_of(const std::string& home, const std::filesystem::path& scratch)
{
    std::vector<std::string> environment{"HOME=" + home, "TMPDIR=" + std::filesystem::absolute(scratch).string(),
                                         "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp"};
    if (const char* office = std::getenv(OfficeKit::place_variable))
        environment.push_back(std::string(OfficeKit::place_variable) + '=' + office);
    return environment;
}

// Runs the command in `folder` with `end` as standard input and output and nothing else open.
pid_t start(std::vector<std::string> command, const std::filesystem::path& folder, const std::filesystem::path& scratch,
            int end)
{
    auto home = std::filesystem::absolute(folder).string();
    auto environment = environment_of(home, scratch);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1 /* O_WRONLY */, 0);
    posix_spawn_file_actions_addchdir_np(&actions, home.c_str());
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    pid_t pid = -1;
    auto failure = posix_spawn(&pid, command.front().c_str(), &actions, nullptr, pointers(command).data(),
                               pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? pid : -1;
}

} // namespace

PressChild::PressChild(const std::vector<std::string>& command, const std::filesystem::path& folder,
                       const std::filesystem::path& scratch)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        cannot_start();
    socket_ = ends[0];
    pid_ = start(command, folder, scratch, ends[1]);
    close(ends[1]);
    if (pid_ < 0) {
        close(socket_);
        cannot_start();
    }
}

PressChild::~PressChild()
{
    close(socket_);
    end();
}

void PressChild::end()
{
    if (pid_ <= 0)
        return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

std::string PressChild::answer(std::chrono::milliseconds wait_max)
{
    auto deadline = std::chrono::steady_clock::now() + wait_max;
    for (;;) {
        if (auto end = heard_.find('\n'); end != std::string::npos) {
            auto line = heard_.substr(0, end);
            heard_.erase(0, end + 1);
            if (line == "ready" || line == "ok" || line == "bad")
                return line;
            continue; // LibreOffice talks to itself
        }
        auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd ear{.fd = socket_, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || poll(&ear, 1, static_cast<int>(left.count())) <= 0)
            return {};
        std::array<char, 256> piece{};
        auto got = recv(socket_, piece.data(), piece.size(), 0);
        if (got <= 0) {
            is_gone_ = true;
            return {};
        }
        heard_.append(piece.data(), static_cast<std::size_t>(got));
    }
}

std::string PressChild::ask(std::string_view line, std::chrono::milliseconds wait_max)
{
    auto text = std::string(line) + '\n';
    if (send(socket_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size())) {
        is_gone_ = true;
        return {};
    }
    return answer(wait_max);
}

} // namespace phusa
