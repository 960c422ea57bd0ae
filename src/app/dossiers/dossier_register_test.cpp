#include "app/dossiers/dossier_register.hpp"
#include "app/dossiers/dossier_test.hpp"
#include "app/dossiers/moves.hpp"
#include "app/new_person.hpp"
#include "app/rulebooks/setting.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"

#include <algorithm>
#include <random>

namespace phusa
{

namespace
{

// Several people with dossiers, and somebody who writes at random.
class DossierRegisterTest : public DossierTest
{
protected:
    void SetUp() override
    {
        DossierTest::SetUp();
        for (int i = 0; i < 12; ++i)
            add_somebody(i);
    }

    void add_somebody(int number)
    {
        NewcomerFacts facts{.name = "Lê Văn Nguồn " + std::string(1, static_cast<char>('A' + number)),
                            .born = *PartialDate::from_iso("2000-0" + std::to_string(1 + number % 9) + "-15"),
                            .cell = number % 2 ? cast::village_cell().id : cast::school_cell().id,
                            .since = day("2024-01-02"),
                            .agreed = true};
        auto person = add_person(app(), actor(Role::grassroots_office), facts);
        ASSERT_TRUE(person) << person.error().message;
        people_.push_back(*person);
        Dossier wanted{.person = *person, .cell = facts.cell, .opened = day("2024-06-01")};
        wanted.youth_union_member = true;
        auto opened = open_dossier(app(), actor(Role::grassroots_office), wanted);
        ASSERT_TRUE(opened) << opened.error().message;
        dossiers_.push_back(*opened);
    }

    std::size_t below(std::size_t count) { return random_() % count; }
    Date some_day() { return day("2024-06-01").plus_days(static_cast<int>(below(880))); }

    RecordedAct some_act()
    {
        constexpr std::array kinds = {ActKind::certificate,  ActKind::application,    ActKind::declaration,
                                      ActKind::verification, ActKind::introduction,   ActKind::opinions,
                                      ActKind::cell_vote,    ActKind::committee_vote, ActKind::decision,
                                      ActKind::ceremony,     ActKind::self_review};
        auto made = act(kinds.at(below(kinds.size())), "2024-06-01");
        made.act.on = some_day();
        switch (made.act.kind) {
        case ActKind::cell_vote:
            return vote(Matter::admission, made.act.on.iso(), static_cast<int>(4 + below(6)));
        case ActKind::committee_vote:
            return committee(Matter::admission, made.act.on.iso());
        case ActKind::decision:
            return about(made, Matter::admission);
        case ActKind::introduction:
            return introduction(below(2) ? Introducer::member : Introducer::youth_union, made.act.on.iso());
        default:
            return made;
        }
    }

    // Whether it was done does not matter: what is refused must leave the register as it is, too.
    void write_something()
    {
        auto id = dossiers_.at(below(dossiers_.size()));
        auto deciding = actor(Role::deciding_office);
        switch (below(8)) {
        case 0:
            return withdraw_one(id);
        case 1:
            return rename_one();
        case 2:
            return close_or_reopen(id);
        case 3:
            return correct_one(id);
        default:
            auto wanted = some_act();
            wanted.past_reason = "Hồ sơ giấy cũ, ghi lại khi rà soát";
            static_cast<void>(record_act(app(), deciding, id, wanted));
        }
    }

    void withdraw_one(DossierId id)
    {
        auto acts = acts_of(id);
        if (acts.empty())
            return;
        const auto& one = acts.at(below(acts.size()));
        static_cast<void>(
            withdraw_act(app(), actor(Role::deciding_office), one.id, one.version, "Ghi nhầm hồ sơ khác"));
    }

    void correct_one(DossierId id)
    {
        auto acts = acts_of(id);
        if (acts.empty())
            return;
        const auto& read = acts.at(below(acts.size()));
        auto wanted = read;
        wanted.act.on = some_day();
        static_cast<void>(correct_act(app(), actor(Role::deciding_office), read, wanted, "Gõ nhầm ngày"));
    }

    void rename_one()
    {
        auto deciding = actor(Role::deciding_office);
        auto read = show_person(app(), deciding, people_.at(below(people_.size()))).value().person;
        auto wanted = read;
        wanted.name = "Trần Thị Nguồn " + std::string(1, static_cast<char>('A' + below(26)));
        wanted.born = PartialDate(day("1990-01-01").plus_days(static_cast<int>(below(7000))));
        static_cast<void>(correct_person(app(), deciding, read, wanted, "Theo giấy khai sinh"));
    }

    void close_or_reopen(DossierId id)
    {
        auto deciding = actor(Role::deciding_office);
        auto now = one(id);
        if (now.closed)
            static_cast<void>(reopen_dossier(app(), deciding, id, now.version, "Đóng nhầm hồ sơ"));
        else
            static_cast<void>(close_dossier(app(), deciding, id, now.version,
                                            {.on = app().today(), .cause = ClosingCause::withdrawn, .note = {}}));
    }

    Dossier one(DossierId id)
    {
        auto session = app().database().read();
        return storage::dossier(session, id).value();
    }
    std::vector<RecordedAct> acts_of(DossierId id)
    {
        auto session = app().database().read();
        return storage::dossier_acts_of(session, id);
    }

    // Entry by entry, in the same order.
    void expect_whole()
    {
        auto kept = dossier_register(app());
        auto whole = whole_dossier_register(app());
        ASSERT_EQ(kept->entries.size(), whole->entries.size());
        for (std::size_t i = 0; i < whole->entries.size(); ++i) {
            const auto& said = *kept->entries[i];
            const auto& expected = *whole->entries[i];
            EXPECT_EQ(said.sort_key, expected.sort_key);
            EXPECT_EQ(said.folded_name, expected.folded_name);
            expect_same(said.judged, expected.judged);
            EXPECT_EQ(kept->find(expected.judged.dossier.id), &said);
        }
    }
    static void expect_same(const JudgedDossier& said, const JudgedDossier& expected)
    {
        EXPECT_EQ(said.dossier, expected.dossier);
        EXPECT_EQ(said.person.id, expected.person.id);
        EXPECT_EQ(said.person.version, expected.person.version);
        EXPECT_EQ(said.person.name, expected.person.name);
        EXPECT_EQ(said.acts, expected.acts);
        EXPECT_EQ(said.judged.value, expected.judged.value);
        EXPECT_EQ(said.judged.acts, expected.judged.acts);
        EXPECT_EQ(said.verdict, expected.verdict);
        EXPECT_EQ(said.stage, expected.stage);
        EXPECT_EQ(std::tuple(said.blocks, said.warnings, said.late, said.past_facts),
                  std::tuple(expected.blocks, expected.warnings, expected.late, expected.past_facts));
    }

    std::mt19937 random_{20261126};
    std::vector<PersonId> people_;
    std::vector<DossierId> dossiers_;
};
ON_BOTH_REGISTERS(DossierRegisterTest);

TEST_P(DossierRegisterTest, CarriedOnAfterEachWriteItEqualsTheWhole)
{
    expect_whole();
    for (int i = 0; i < 120 && !HasFailure(); ++i) {
        for (auto writes = 1 + below(3); writes > 0; --writes)
            write_something();
        expect_whole();
    }
}

TEST_P(DossierRegisterTest, AWriteTouchesNoOtherEntry)
{
    auto before = dossier_register(app());
    must(Role::grassroots_office, dossiers_.at(3), act(ActKind::application, "2024-08-01"));
    auto after = dossier_register(app());
    std::size_t fresh = 0;
    for (const auto& entry : after->entries)
        fresh += std::ranges::find(before->entries, entry) == before->entries.end();
    EXPECT_EQ(fresh, 1U);
    EXPECT_EQ(before->find(dossiers_.at(3))->judged.acts.size(), 0U) << "what is held stays as it was";
    EXPECT_EQ(after->find(dossiers_.at(3))->judged.acts.size(), 1U);
}

TEST_P(DossierRegisterTest, ANewDayAndNewRulesAreReckonedForAll)
{
    auto before = dossier_register(app());
    pass_time(std::chrono::days(1));
    expect_whole();
    EXPECT_NE(dossier_register(app())->entries.front(), before->entries.front());

    RuleWish wish{.slug = "208-qd-tw", .rule = Rule::age_min, .values = {}, .note = "Đã đối chiếu"};
    before = dossier_register(app());
    auto set = set_rule(app(), actor(Role::province_commission), wish);
    ASSERT_TRUE(set) << set.error().message;
    expect_whole();
    EXPECT_NE(dossier_register(app())->entries.front(), before->entries.front());
}

TEST_P(DossierRegisterTest, AMoveOfADossierIsSeen)
{
    auto id = dossiers_.front();
    must(Role::grassroots_office, id, act(ActKind::application, "2024-08-01"));
    expect_whole();
    auto sent = send_dossier(app(), actor(Role::grassroots_office), id, cast::village_cell().id, app().today(),
                             {.number = "3-CN/ĐU", .on = {}, .issuer = {}}, "");
    ASSERT_TRUE(sent) << sent.error().message;
    expect_whole();
    auto slips = list_open_moves(app(), actor(Role::grassroots_office)).value();
    auto accepted = accept_move(app(), actor(Role::grassroots_office), *sent, slips.at(0).move.version, app().today());
    ASSERT_TRUE(accepted) << accepted.error().message;
    expect_whole();
}

} // namespace

} // namespace phusa
