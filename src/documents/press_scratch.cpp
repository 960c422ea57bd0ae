#include "documents/press_scratch.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <string>
#include <unistd.h>

namespace phusa
{

namespace
{

constexpr std::string_view own_prefix = "tmp-";

// Two programs may share the folder: serve and a command.
bool is_stale(const std::string& name)
{
    if (name.starts_with("lu") && name.ends_with(".tmp"))
        return true; // from before scratch folders had owners
    if (!name.starts_with(own_prefix))
        return false;
    pid_t owner = 0;
    std::from_chars(name.data() + own_prefix.size(), name.data() + name.size(), owner);
    return owner <= 0 || owner == getpid() || (kill(owner, 0) != 0 && errno == ESRCH);
}

} // namespace

std::filesystem::path fresh_scratch(const std::filesystem::path& folder)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (is_stale(entry.path().filename().string()))
            std::filesystem::remove_all(entry.path(), ignored);
    auto scratch = folder / (std::string(own_prefix) + std::to_string(getpid()));
    std::filesystem::create_directories(scratch);
    return scratch;
}

} // namespace phusa
