#include "storage/paper_numbers.hpp"
#include "storage/storage_test.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <thread>
#include <vector>

namespace phusa::storage
{

namespace
{

class PaperNumbersTest : public StorageTest
{
protected:
    NumberSeries series(std::string type = "NQ") const
    {
        return {.body = OrganisationId(7), .sign = "CB", .type = std::move(type), .term = "2025–2030"};
    }
    int drawn(MadePaperId paper, const NumberSeries& from)
    {
        int number = 0;
        write([&](Transaction& transaction, AuditNumber by) {
            number = free_number(transaction, from);
            give_number(transaction, from, number, paper, by);
        });
        return number;
    }
};

TEST_P(PaperNumbersTest, RunsFromOneInEachSeries)
{
    EXPECT_EQ(drawn(MadePaperId(1), series()), 1);
    EXPECT_EQ(drawn(MadePaperId(2), series()), 2);
    EXPECT_EQ(drawn(MadePaperId(3), series("QĐ")), 1);
}

TEST_P(PaperNumbersTest, AReleasedNumberIsTheNextOne)
{
    for (int paper = 1; paper <= 4; ++paper)
        drawn(MadePaperId(paper), series());
    write([](Transaction& transaction, AuditNumber) { release_number(transaction, MadePaperId(1)); });
    write([](Transaction& transaction, AuditNumber) { release_number(transaction, MadePaperId(3)); });
    EXPECT_EQ(drawn(MadePaperId(5), series()), 1);
    EXPECT_EQ(drawn(MadePaperId(6), series()), 3);
    EXPECT_EQ(drawn(MadePaperId(7), series()), 5);
}

TEST_P(PaperNumbersTest, GoesOnAfterThoseGivenBefore)
{
    write([&](Transaction& transaction, AuditNumber by) { set_numbers_given(transaction, series(), 41, by); });
    EXPECT_EQ(drawn(MadePaperId(1), series()), 42);
    EXPECT_EQ(drawn(MadePaperId(2), series()), 43);
    auto session = database().read();
    auto states = number_series_of(session, OrganisationId(7));
    ASSERT_EQ(states.size(), 1U);
    EXPECT_EQ(states.front().given, 41);
    EXPECT_EQ(states.front().last, 43);
    EXPECT_EQ(states.front().count, 2);
}

TEST_P(PaperNumbersTest, EightClientsDrawAThousandWithoutGapOrDouble)
{
    constexpr int clients = 8;
    constexpr int each = 125;
    std::mutex mutex;
    std::vector<int> all;
    std::atomic<int> given_up = 0;
    auto draw_one = [&](int client, int i) {
        auto transaction = database().write();
        auto by = append(transaction, audit_of("test.write"));
        auto number = free_number(transaction, series());
        give_number(transaction, series(), number, MadePaperId(client * each + i + 1), by);
        // Now and then an attempt comes to nothing: its number was never given.
        if ((client + i + number) % 7 == 0 && number % 2 == 0 && i % 3 == 0 && ++given_up <= 100)
            return false;
        transaction.commit();
        std::lock_guard lock(mutex);
        all.push_back(number);
        return true;
    };
    auto draw = [&](int client) {
        for (int i = 0; i < each;)
            try {
                i += draw_one(client, i);
            } catch (const StorageFailure& failure) {
                if (failure.kind() != StorageFailure::Kind::busy) // told to try again, as its user would be
                    throw;
            }
    };
    {
        std::vector<std::jthread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back(draw, client);
    }
    std::ranges::sort(all);
    std::vector<int> wanted(clients * each);
    std::iota(wanted.begin(), wanted.end(), 1);
    EXPECT_EQ(all, wanted);
}

ON_BOTH_DATABASES(PaperNumbersTest);

} // namespace

} // namespace phusa::storage
