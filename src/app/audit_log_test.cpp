#include "app/accounts.hpp"
#include "app/audit_log.hpp"
#include "app/backup.hpp"
#include "app/doctor.hpp"
#include "app/recording.hpp"
#include "app/register_test.hpp"

#include <algorithm>

namespace phusa
{
namespace
{

using Kind = Problem::Kind;
using namespace std::chrono_literals;

class AuditLogTest : public RegisterTest
{
protected:
    void write_down(std::string action, std::optional<OrganisationId> unit = {})
    {
        auto transaction = app().database().write();
        record(app(), transaction, Actor::program("kiem-thu"),
               {.action = std::move(action), .subject = "test:1", .organisation = unit});
        transaction.commit();
    }
    std::vector<std::string> actions(const Actor& actor, const AuditQuestion& question = {})
    {
        std::vector<std::string> found;
        auto page = list_audit(app(), actor, question);
        for (const auto& row : page.value().rows)
            found.push_back(row.action);
        return found;
    }
    Actor district_auditor()
    {
        auto auditor = actor(Role::auditor);
        auditor.grants.front().organisation = cast::district().id;
        return auditor;
    }
};
ON_BOTH_REGISTERS(AuditLogTest);

TEST_P(AuditLogTest, NewestFirstAndPaged)
{
    for (auto action : {"test.one", "test.two", "test.three"})
        write_down(action);
    AuditQuestion question{.action = "test.t", .rows = 1};
    auto first = list_audit(app(), actor(Role::auditor), question).value();
    EXPECT_EQ(first.total, 2);
    EXPECT_EQ(first.rows.front().action, "test.three");
    question.before = first.next;
    auto second = list_audit(app(), actor(Role::auditor), question).value();
    EXPECT_EQ(second.rows.front().action, "test.two");
    EXPECT_FALSE(second.next);
}

TEST_P(AuditLogTest, WordsFindActorActionAndSubject)
{
    write_down("test.one");
    EXPECT_EQ(actions(actor(Role::auditor), {.words = "Kiem-Thu"}).front(), "test.one");
    EXPECT_EQ(actions(actor(Role::auditor), {.words = "test:1"}).size(), 1U);
    EXPECT_TRUE(actions(actor(Role::auditor), {.words = "te%t.one"}).empty());
}

TEST_P(AuditLogTest, EachSeesWhatHappenedInTheirSubtrees)
{
    write_down("test.village", cast::village_cell().id);
    write_down("test.museum", cast::museum_cell().id);
    write_down("test.nowhere");
    auto below = district_auditor();
    auto second = below.grants.front();
    EXPECT_EQ(actions(below), std::vector<std::string>{"test.village"});
    second.organisation = cast::bloc().id;
    below.grants.push_back(second);
    EXPECT_EQ(actions(below), (std::vector<std::string>{"test.museum", "test.village"}));
    auto whole = actions(actor(Role::auditor));
    EXPECT_EQ(whole.front(), "test.nowhere");
    EXPECT_EQ(list_audit(app(), actor(Role::cell_secretary), {}).error().kind, Kind::refused);
    AuditQuestion museum{.organisation = cast::museum_cell().id};
    EXPECT_EQ(list_audit(app(), district_auditor(), museum).error().kind, Kind::not_found);
}

TEST_P(AuditLogTest, PagesOfSeveralSubtreesHaveEveryRowOnce)
{
    auto auditor = district_auditor();
    auditor.grants.push_back(auditor.grants.front());
    auditor.grants.back().organisation = cast::bloc().id;
    for (int n = 0; n < 7; ++n) {
        write_down("test.village", cast::village_cell().id);
        write_down("test.museum", cast::museum_cell().id);
    }
    AuditQuestion question{.rows = 3};
    std::vector<std::int64_t> numbers;
    for (bool is_more = true; is_more;) {
        auto page = list_audit(app(), auditor, question).value();
        EXPECT_EQ(page.total, 14);
        for (const auto& row : page.rows)
            numbers.push_back(row.number.value);
        question.before = page.next;
        is_more = page.next.has_value();
    }
    EXPECT_EQ(numbers.size(), 14U);
    EXPECT_TRUE(std::ranges::is_sorted(numbers, std::ranges::greater_equal()));
}

TEST_P(AuditLogTest, TheExportHasWhatThePageHas)
{
    for (int n = 0; n < 230; ++n)
        write_down("test.row");
    auto total = list_audit(app(), actor(Role::auditor), {.action = "test."})->total;
    auto table = export_audit(app(), actor(Role::auditor), {.action = "test."}).value();
    std::int64_t rows = 0;
    for (auto part = table.next(); !part.empty(); part = table.next())
        rows += static_cast<std::int64_t>(part.size());
    EXPECT_EQ(rows, total);
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"audit.export audit"});
}

TEST_P(AuditLogTest, TheChainIsWholeAndItsHeadKnown)
{
    write_down("test.one");
    auto verdict = verify_audit(app(), actor(Role::auditor)).value();
    EXPECT_FALSE(verdict.first_fault);
    auto head = audit_head(app(), actor(Role::auditor)).value();
    EXPECT_EQ(verdict.head, head.hash);
    EXPECT_EQ(verdict.rows, head.number.value);
}

TEST_P(AuditLogTest, ABackupIsMadeCheckedAndRecorded)
{
    auto file = folder() / "sao-luu.phusa";
    auto made = make_backup(app(), file);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"backup.make register"});
    EXPECT_EQ(check_backup(app(), file)->audit_head, made->audit_head);
    EXPECT_FALSE(make_backup(app(), file));
    // Never over a register that has something in it.
    EXPECT_FALSE(restore_backup(app(), file));
}

TEST_P(AuditLogTest, TheDoctorFindsAHealthySite)
{
    for (const auto& check : examine(app()))
        EXPECT_NE(check.state, Check::State::bad) << check.key << ": " << check.finding;
    std::filesystem::permissions(folder() / "phusa.key", std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    auto checks = examine(app());
    auto key = std::ranges::find(checks, "key_file", &Check::key);
    EXPECT_EQ(key->state, Check::State::bad);
}

} // namespace
} // namespace phusa
