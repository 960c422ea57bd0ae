#include "base/sealing.hpp"
#include "cast/cast.hpp"
#include "storage/audit.hpp"
#include "storage/backup.hpp"
#include "storage/dossiers_test.hpp"
#include "storage/sql/connection.hpp"

#include <gmock/gmock.h>

#include <ctime>
#include <fstream>

namespace phusa::storage
{

namespace
{

using testing::HasSubstr;
using testing::Not;

Date day(int year, int month, int number) { return *Date::of(year, month, number); }

// What is sealed in the three values above and could be read where it stood in clear.
std::vector<std::string> secrets()
{
    return {"theo gia", "đi dạy", "note",  "7-CV/", "Lò Thị",    "Gò Bồi",  "Hoàng Văn",
            "Đỗ Thị",   "ốm",     "sổ cũ", "Nhãn",  "Bùi Văn M", "regimes", "letters"};
}

} // namespace

class DossierSealingTest : public DossiersTest
{
protected:
    void destroy_key()
    {
        write([](Transaction& transaction, AuditNumber) { destroy_person_key(transaction, cast::sen().person.id); });
    }
    // Every row of the three tables, as one text.
    std::string rows()
    {
        std::string all;
        auto session = database().read();
        for (std::string table : {"dossier", "dossier_act", "dossier_move"})
            for (const std::string& column : columns_of(session, table))
                session.connection()
                    .query("SELECT CAST(" + column + " AS TEXT) FROM " + table)
                    .each([&](std::optional<std::string> value) { all += value.value_or("") + "\n"; });
        return all;
    }
    static std::vector<std::string> columns_of(Session& session, const std::string& table)
    {
        std::vector<std::string> columns;
        session.connection()
            .query(GetParam() == Dialect::sqlite
                       ? "SELECT name FROM pragma_table_info(?)"
                       : "SELECT column_name::text FROM information_schema.columns WHERE table_name = ? AND "
                         "table_schema = current_schema()")
            .bind(table)
            .each([&](std::string name) { columns.push_back(std::move(name)); });
        return columns;
    }
};
ON_BOTH_DATABASES(DossierSealingTest);

TEST_P(DossierSealingTest, what_is_sealed_cannot_be_read_in_the_rows)
{
    auto stored = rows();
    EXPECT_THAT(stored, HasSubstr("15-QĐ/ĐU")); // the rows were really read
    for (const auto& secret : secrets()) {
        EXPECT_THAT(stored, Not(HasSubstr(secret)));
        EXPECT_THAT(stored, Not(HasSubstr(to_hex(secret)))) << secret;
    }
    if (GetParam() == Dialect::postgresql)
        return;
    close();
    std::ifstream stream(scratch().folder() / "phusa.db", std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    EXPECT_THAT(bytes, HasSubstr("15-QĐ/ĐU"));
    for (const auto& secret : {"Lò Thị", "ốm", "sổ cũ", "Nhãn", "Đỗ Thị"})
        EXPECT_EQ(bytes.find(secret), std::string::npos) << secret;
}

TEST_P(DossierSealingTest, what_is_sealed_goes_with_the_key_of_the_person_and_the_rest_stays)
{
    auto session = database().read();
    auto act = *dossier_act(session, act_);
    auto whole = *dossier(session, dossier_);
    destroy_key();
    EXPECT_EQ(*dossier_act(session, act_), without_what_is_sealed(act));
    EXPECT_EQ(dossier_act_history(session, dossier_).at(0).fact, without_what_is_sealed(act));
    EXPECT_EQ(dossier_move(session, move_)->note, "");
    EXPECT_EQ(open_dossier_moves(session).at(0).sent, day(2026, 6, 1));
    whole.regimes.clear();
    whole.closed->note.clear();
    EXPECT_EQ(*dossier(session, dossier_), whole);

    // What is said after the purge cannot be read either.
    act.note = "ghi thêm";
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(correct_dossier_act(transaction, act, cast::sen().person.id, by));
    });
    EXPECT_EQ(dossier_act(session, act_)->note, "");
}

TEST_P(DossierSealingTest, sealed_text_copied_to_another_act_does_not_open)
{
    RecordedActId other;
    write([&](Transaction& transaction, AuditNumber by) {
        RecordedAct act{.dossier = dossier_, .act = {.kind = ActKind::ceremony, .on = day(2026, 9, 2)}};
        other = add_dossier_act(transaction, act, cast::sen().person.id, by);
        transaction.connection()
            .query("UPDATE dossier_act SET sealed = (SELECT sealed FROM dossier_act WHERE id = ?) WHERE id = ?")
            .bind(act_, other)
            .run();
    });
    auto session = database().read();
    EXPECT_EQ(dossier_act(session, other)->note, "");
    EXPECT_NE(dossier_act(session, act_)->note, "");
}

TEST_P(DossierSealingTest, a_backup_carries_dossiers_to_the_other_database)
{
    auto session = database().read();
    auto file = scratch().folder() / "sao-luu.phusa";
    auto made = write_backup(database(), file, test_time());
    ASSERT_TRUE(made);
    ScratchRegister target(GetParam() == Dialect::sqlite ? Dialect::postgresql : Dialect::sqlite);
    auto restored = target.open();
    ASSERT_TRUE(restore_backup(*restored, file));
    auto theirs = restored->read();
    EXPECT_EQ(dossier(theirs, dossier_), dossier(session, dossier_));
    EXPECT_EQ(dossier_act(theirs, act_), dossier_act(session, act_));
    EXPECT_EQ(dossier_move(theirs, move_), dossier_move(session, move_));
    EXPECT_NE(dossier_act(theirs, act_)->note, "");
    auto transaction = restored->write();
    EXPECT_GT(allocate_dossier_acts(transaction), act_);
    EXPECT_GT(allocate_dossiers(transaction), dossier_);
    EXPECT_GT(allocate_dossier_moves(transaction), move_);
}

// The lists kept in memory read all of it. Processor time of this program, since tests run on busy machines.
TEST_P(DossierSealingTest, the_whole_register_is_read_in_a_moment)
{
    constexpr int dossiers = 2'000;
    constexpr int acts_each = 20;
    write([](Transaction& transaction, AuditNumber by) {
        auto first = allocate_dossiers(transaction, dossiers).value;
        auto next = allocate_dossier_acts(transaction, dossiers * acts_each).value;
        std::vector<Dossier> added;
        std::vector<RecordedAct> acts;
        for (auto id = first; id < first + dossiers; ++id) {
            added.push_back(full_dossier());
            added.back().id = DossierId(id);
            for (int i = 0; i < acts_each; ++i) {
                acts.push_back(full_act(DossierId(id)));
                acts.back().id = RecordedActId(next++);
                acts.back().act.on = day(2026, 1, 1).plus_days(i);
            }
        }
        insert_dossiers(transaction, added, by);
        insert_dossier_acts(transaction, acts, by);
    });
    auto session = database().read();
    auto start = std::clock();
    auto every_dossier = all_dossiers(session);
    auto every_act = all_dossier_acts(session);
    auto milliseconds = (std::clock() - start) * 1'000 / CLOCKS_PER_SEC;
    ASSERT_EQ(every_dossier.size(), dossiers + 1U);
    ASSERT_EQ(every_act.size(), dossiers * acts_each + 1U);
    EXPECT_EQ(every_act.back().act.on, day(2026, 1, 20));
    EXPECT_EQ(every_act.back().paper, full_act({}).paper);
    RecordProperty("milliseconds", static_cast<int>(milliseconds));
    EXPECT_LT(milliseconds, 1'000);
}

} // namespace phusa::storage
