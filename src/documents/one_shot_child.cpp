#include "documents/one_shot_child.hpp"

#include <csignal>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace phusa
{

namespace
{

// A file that has no name and lies in memory.
class MemoryFile
{
public:
    MemoryFile() : number_(memfd_create("phusa", MFD_CLOEXEC))
    {
        if (number_ < 0)
            throw std::runtime_error("không có bộ nhớ để đọc bản quét");
    }
    ~MemoryFile() { close(number_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    int number() const { return number_; }
    void write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            auto written = ::write(number_, bytes.data(), bytes.size());
            if (written <= 0)
                throw std::runtime_error("không có bộ nhớ để đọc bản quét");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        lseek(number_, 0, SEEK_SET);
    }
    std::string read() const
    {
        std::string all(static_cast<std::size_t>(lseek(number_, 0, SEEK_END)), '\0');
        std::size_t got = 0;
        while (got < all.size()) {
            auto piece = pread(number_, all.data() + got, all.size() - got, static_cast<off_t>(got));
            if (piece <= 0)
                throw std::runtime_error("không đọc được câu trả lời của tiến trình đọc bản quét");
            got += static_cast<std::size_t>(piece);
        }
        return all;
    }

private:
    int number_;
};

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> found;
    for (auto& text : texts)
        found.push_back(text.data());
    found.push_back(nullptr);
    return found;
}

pid_t start(std::vector<std::string> command, int input, int output)
{
    std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1 /* O_WRONLY */, 0);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    pid_t pid = -1;
    auto failure = posix_spawn(&pid, command.front().c_str(), &actions, nullptr, pointers(command).data(),
                               pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        throw std::runtime_error("không chạy được tiến trình đọc bản quét");
    return pid;
}

bool ends_in_time(pid_t pid, std::chrono::milliseconds time_max)
{
    pollfd end{.fd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0)), .events = POLLIN, .revents = 0};
    bool is_over = end.fd >= 0 && poll(&end, 1, static_cast<int>(time_max.count())) > 0;
    if (end.fd >= 0)
        close(end.fd);
    return is_over;
}

} // namespace

std::optional<std::string> run_once(const std::vector<std::string>& command, std::string_view input,
                                    std::chrono::milliseconds time_max)
{
    MemoryFile in;
    MemoryFile out;
    in.write(input);
    auto pid = start(command, in.number(), out.number());
    if (!ends_in_time(pid, time_max))
        kill(pid, SIGKILL);
    int status = 0;
    waitpid(pid, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return std::nullopt;
    return out.read();
}

} // namespace phusa
