#include "documents/shut_in.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace phusa
{

namespace
{

void limit(__rlimit_resource what, rlim_t most)
{
    rlimit bounds{.rlim_cur = most, .rlim_max = most};
    setrlimit(what, &bounds);
}

// Refuses sockets of any network, and every way to start another program.
void refuse_calls()
{
    constexpr auto refused = SECCOMP_RET_ERRNO | EACCES;
    constexpr auto call = static_cast<std::uint32_t>(offsetof(seccomp_data, nr));
    constexpr auto family = static_cast<std::uint32_t>(offsetof(seccomp_data, args));
    std::array filter = {
        sock_filter(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, call)),
        sock_filter(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_execve, 5, 0)),
        sock_filter(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_execveat, 4, 0)),
        sock_filter(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ptrace, 3, 0)),
        sock_filter(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3)),
        sock_filter(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, family)),
        sock_filter(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0)),
        sock_filter(BPF_STMT(BPF_RET | BPF_K, refused)),
        sock_filter(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)),
    };
    sock_fprog program{.len = static_cast<unsigned short>(filter.size()), .filter = filter.data()};
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0)
        throw std::runtime_error("không khoá được tiến trình làm PDF");
}

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                  LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SYM |
                                  LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO;

void allow(int rules, const char* path, std::uint64_t what)
{
    int folder = open(path, O_PATH | O_CLOEXEC);
    if (folder < 0)
        return;
    landlock_path_beneath_attr beneath{.allowed_access = what, .parent_fd = folder};
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    close(folder);
}

// Does nothing where the kernel has no Landlock.
void bound_files(const std::filesystem::path& folder, const std::filesystem::path& program)
{
    landlock_ruleset_attr handled{.handled_access_fs = reading | writing};
    int rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
    if (rules < 0)
        return;
    for (const char* readable : {"/usr", "/lib", "/lib64", "/opt", "/etc", "/proc", "/sys", "/dev", "/var/cache",
                                 "/var/spool/libreoffice", "/var/lib/libreoffice"})
        allow(rules, readable, reading);
    allow(rules, "/dev/null", reading | LANDLOCK_ACCESS_FS_WRITE_FILE);
    allow(rules, program.c_str(), reading);
    allow(rules, folder.c_str(), reading | writing);
    syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
}

} // namespace

void limit_resources()
{
    constexpr rlim_t gibibyte = 1UL << 30;
    constexpr rlim_t file_bytes_max = 256UL << 20;
    limit(RLIMIT_AS, 4 * gibibyte);
    limit(RLIMIT_FSIZE, file_bytes_max);
    limit(RLIMIT_CORE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void shut_in(const std::filesystem::path& folder, const std::filesystem::path& program)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        throw std::runtime_error("không khoá được tiến trình làm PDF");
    bound_files(folder, program);
    refuse_calls();
}

} // namespace phusa
