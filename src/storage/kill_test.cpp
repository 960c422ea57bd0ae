#include "storage/settings.hpp"
#include "storage/storage_test.hpp"

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace phusa::storage
{

namespace
{

// Commits one row after the other and says so through the pipe after each commit, until it is killed.
[[noreturn]] void write_until_killed(const ScratchRegister& scratch, int acknowledgements)
{
    auto database = scratch.open();
    while (true) {
        auto transaction = database->write();
        auto number = append(transaction, audit_of("test.write")).value;
        set_setting(transaction, "row " + std::to_string(number), "there");
        transaction.commit();
        if (::write(acknowledgements, &number, sizeof number) != sizeof number)
            _exit(1);
    }
}

// Lets a child write, kills it without warning in the middle and answers the last number it acknowledged.
std::int64_t last_acknowledged(const ScratchRegister& scratch, std::chrono::milliseconds life)
{
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        write_until_killed(scratch, ends[1]);
    }
    ::close(ends[1]);
    std::int64_t last = 0;
    // The clock starts with the first commit: opening takes its time.
    bool any = ::read(ends[0], &last, sizeof last) == sizeof last;
    EXPECT_TRUE(any);
    std::this_thread::sleep_for(life);
    ::kill(child, SIGKILL);
    while (::read(ends[0], &last, sizeof last) == sizeof last) {
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return last;
}

} // namespace

using KillTest = StorageTest;
ON_BOTH_DATABASES(KillTest);

TEST_P(KillTest, nothing_acknowledged_is_lost_when_the_program_is_killed_under_writes)
{
    close();
    for (int life : {3, 17, 40, 71}) {
        auto acknowledged = last_acknowledged(scratch(), std::chrono::milliseconds(life));
        reopen();
        {
            auto session = database().read();
            auto found = verify_audit(session);
            EXPECT_FALSE(found.fault) << found.fault->what;
            EXPECT_GE(found.head.number.value, acknowledged);
            for (std::int64_t number = 1; number <= found.head.number.value; ++number)
                EXPECT_TRUE(setting(session, "row " + std::to_string(number))) << number;
        }
        close();
    }
}

} // namespace phusa::storage
