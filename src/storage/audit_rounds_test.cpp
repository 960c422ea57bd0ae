#include "cast/cast.hpp"
#include "storage/act_corrections.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/dossiers_test.hpp"
#include "storage/sql/connection.hpp"

#include <gmock/gmock.h>

namespace phusa::storage
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

Date day(int year, int month, int number) { return *Date::of(year, month, number); }

// The dossier of Sen, drawn in a round in which every field differs from its default.
class AuditRoundsTest : public DossiersTest
{
protected:
    void SetUp() override
    {
        DossiersTest::SetUp();
        write([&](Transaction& transaction, AuditNumber by) {
            round_ = full_round();
            round_.id = add_audit_round(transaction, round_, by);
            sample_ = full_sample();
            sample_.id = add_audit_sample(transaction, sample_, by);
            fault_ = full_fault();
            fault_.id = add_check_fault(transaction, fault_, by);
        });
        auto session = database().read();
        round_ = *audit_round(session, round_.id);
        sample_ = *audit_sample(session, sample_.id);
        fault_ = *check_fault(session, fault_.id);
    }

    static AuditRound full_round()
    {
        return {.id = {},
                .version = 0,
                .unit = cast::village_cell().id,
                .name = "Đợt 1 năm 2026",
                .period = Period::year(2026),
                .share = 7,
                .seed = 20'261'127,
                .drawn = day(2026, 11, 1),
                .due = day(2026, 11, 30),
                .closed = {},
                .conclusion = "Chưa kết luận",
                .recorded = {}};
    }
    AuditSample full_sample() const
    {
        return {.id = {},
                .version = 0,
                .round = round_.id,
                .dossier = dossier_,
                .person = cast::sen().person.id,
                .cell = cast::village_cell().id,
                .unit = cast::village_cell().id,
                .tickets = 4,
                .marks = "breach:1",
                .checking = cast::school_cell().id,
                .checked = day(2026, 11, 5),
                .note = "Hồ sơ sắp xếp gọn",
                .recorded = {}};
    }
    CheckFault full_fault() const
    {
        return {.id = {},
                .version = 0,
                .sample = sample_.id,
                .round = round_.id,
                .dossier = dossier_,
                .person = cast::sen().person.id,
                .kind = "sai_ngay",
                .severity = FaultSeverity::grave,
                .note = "Ngày thẩm tra sau ngày họp",
                .due = day(2026, 12, 5),
                .done = day(2026, 11, 20),
                .done_note = "Đã ghi lại",
                .confirmed = day(2026, 11, 21),
                .recorded = {}};
    }

    AuditRound round_;
    AuditSample sample_;
    CheckFault fault_;
};

// Without what the register adds.
template<typename Fact>
Fact as_written(Fact fact)
{
    fact.version = 0;
    fact.recorded = {};
    fact.id = {};
    return fact;
}

} // namespace

ON_BOTH_DATABASES(AuditRoundsTest);

TEST_P(AuditRoundsTest, comes_back_with_every_field)
{
    EXPECT_EQ(as_written(round_), full_round());
    EXPECT_EQ(as_written(sample_), full_sample());
    EXPECT_EQ(as_written(fault_), full_fault());
    auto session = database().read();
    EXPECT_THAT(audit_rounds(session), ElementsAre(round_));
    EXPECT_THAT(check_faults_of(session, sample_.id), ElementsAre(fault_));
    EXPECT_FALSE(audit_round(session, AuditRoundId(99)) || audit_sample(session, AuditSampleId(99)) ||
                 check_fault(session, CheckFaultId(99)));
}

TEST_P(AuditRoundsTest, notes_lie_sealed_and_stay_out_of_lists)
{
    auto session = database().read();
    auto raw = session.connection().query("SELECT note FROM audit_sample").value<std::string>().value();
    raw += session.connection().query("SELECT note FROM check_fault").value<std::string>().value();
    raw += session.connection().query("SELECT done_note FROM check_fault").value<std::string>().value();
    EXPECT_GT(raw.size(), 100U);
    EXPECT_EQ(raw.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(audit_samples_of(session, round_.id).front().note, "");
    EXPECT_EQ(check_faults(session).front().note + check_faults(session).front().done_note, "");
}

TEST_P(AuditRoundsTest, lots_come_back_by_dossier)
{
    AuditLot one{.dossier = DossierId(9),
                 .cell = OrganisationId(2),
                 .unit = OrganisationId(1),
                 .tickets = 4,
                 .marks = "breach:1"};
    AuditLot other{
        .dossier = DossierId(4), .cell = OrganisationId(3), .unit = OrganisationId(1), .tickets = 1, .marks = ""};
    write([&](Transaction& transaction, AuditNumber by) {
        add_audit_lots(transaction, round_.id, std::vector{one, other}, by);
    });
    auto session = database().read();
    EXPECT_THAT(audit_lots(session, round_.id), ElementsAre(other, one));
    EXPECT_THAT(audit_lots(session, AuditRoundId(99)), IsEmpty());
}

TEST_P(AuditRoundsTest, a_closed_round_has_no_open_samples)
{
    {
        auto session = database().read();
        ASSERT_EQ(open_audit_samples(session).size(), 1U);
    }
    write([&](Transaction& transaction, AuditNumber by) {
        auto closed = round_;
        closed.closed = day(2026, 12, 1);
        ASSERT_TRUE(correct_audit_round(transaction, closed, by));
    });
    auto session = database().read();
    EXPECT_THAT(open_audit_samples(session), IsEmpty());
    EXPECT_EQ(audit_samples_of(session, round_.id).size(), 1U);
}

TEST_P(AuditRoundsTest, what_was_changed_meanwhile_is_a_conflict)
{
    auto correct = [&](Transaction& transaction, AuditNumber by) {
        auto changed = fault_;
        changed.note = "Ghi khác";
        return correct_check_fault(transaction, changed, by);
    };
    write([&](Transaction& transaction, AuditNumber by) { EXPECT_TRUE(correct(transaction, by)); });
    write([&](Transaction& transaction, AuditNumber by) {
        EXPECT_EQ(correct(transaction, by).error().kind, Problem::Kind::conflict);
        EXPECT_EQ(withdraw_check_fault(transaction, fault_, by).error().kind, Problem::Kind::conflict);
    });
    auto session = database().read();
    auto history = check_fault_history(session, fault_.id);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history.front().fact.note, "Ngày thẩm tra sau ngày họp");
    EXPECT_TRUE(history.front().replaced);
}

TEST_P(AuditRoundsTest, corrections_after_a_decision_and_of_numbers_are_counted)
{
    RecordedAct vote{.act = {.kind = ActKind::cell_vote, .on = day(2026, 2, 3)}};
    vote.dossier = dossier_;
    vote.act.cell.in_favour = 8;
    write([&](Transaction& transaction, AuditNumber by) {
        vote.id = add_dossier_act(transaction, vote, cast::sen().person.id, by);
    });
    auto change = [&](int in_favour) {
        write([&](Transaction& transaction, AuditNumber by) {
            auto now = dossier_act(transaction, vote.id).value();
            now.act.cell.in_favour = in_favour;
            ASSERT_TRUE(correct_dossier_act(transaction, now, cast::sen().person.id, by));
        });
    };
    change(9);
    write([&](Transaction& transaction, AuditNumber by) {
        RecordedAct decision{.act = {.kind = ActKind::decision, .on = day(2026, 3, 3)}};
        decision.dossier = dossier_;
        add_dossier_act(transaction, decision, cast::sen().person.id, by);
    });
    change(9);
    change(10);
    auto session = database().read();
    auto found = act_corrections(session);
    ASSERT_TRUE(found.contains(dossier_));
    EXPECT_EQ(found[dossier_].numbers, 2);
    EXPECT_EQ(found[dossier_].after_decision, 2);
}

} // namespace phusa::storage
