#include "app/people.hpp"
#include "app/people_test.hpp"
#include "storage/identities.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

namespace phusa
{

namespace
{

constexpr std::string_view reason = "Theo giấy khai sinh bản chính";

class OnePerson : public PeopleTest
{
protected:
    Actor commission() { return actor(Role::province_commission); }
    // Somebody of the village who may change records there.
    Actor office() { return actor(Role::grassroots_office); }
    Person read(PersonId id) { return person_to_correct(app(), office(), id).value(); }
};
ON_BOTH_REGISTERS(OnePerson);

TEST_P(OnePerson, ShowsWhoWhereAndWhatHappened)
{
    auto view = show_person(app(), commission(), cast::dao().person.id);
    ASSERT_TRUE(view) << view.error().message;
    EXPECT_EQ(view->path.front().id, cast::province().id);
    EXPECT_EQ(view->path.back().id, cast::school_cell().id);
    ASSERT_EQ(view->admissions.size(), 1U);
    EXPECT_EQ(view->admissions.front().cell_name, "Chi bộ thôn Đầu Làng");
    EXPECT_EQ(view->admissions.front().regulation, "23-QĐ/TW");
    EXPECT_TRUE(std::ranges::is_sorted(view->timeline, {}, &TimelineEntry::on));
    EXPECT_TRUE(view->past.empty());
}

TEST_P(OnePerson, OutsideTheScopeIsAsIfNotThere)
{
    for (auto role : {Role::cell_secretary, Role::grassroots_office, Role::deciding_office}) {
        auto asker = actor(role);
        auto foreign = cast::que().person.id;
        PersonId nobody(987654);
        auto same = [](const auto& there, const auto& none) {
            ASSERT_FALSE(there);
            ASSERT_FALSE(none);
            // Refused alike where the role gives no such right at all, else not found alike.
            EXPECT_TRUE(none.error().kind == Problem::Kind::not_found || none.error().kind == Problem::Kind::refused);
            EXPECT_EQ(there.error().kind, none.error().kind);
            EXPECT_EQ(there.error().message, none.error().message);
        };
        same(show_person(app(), asker, foreign), show_person(app(), asker, nobody));
        same(person_to_correct(app(), asker, foreign), person_to_correct(app(), asker, nobody));
        same(person_with_identity(app(), asker, foreign), person_with_identity(app(), asker, nobody));
        same(person_as_read(app(), asker, foreign, 1), person_as_read(app(), asker, nobody, 1));
        same(reveal_identity(app(), asker, foreign, reason), reveal_identity(app(), asker, nobody, reason));
        auto changed = cast::que().person;
        changed.phone = "0900000001";
        auto missing = changed;
        missing.id = nobody;
        same(correct_person(app(), asker, cast::que().person, changed, reason),
             correct_person(app(), asker, missing, missing, reason));
    }
    EXPECT_TRUE(audit_of("person.").empty());
    EXPECT_TRUE(audit_of("identity.").empty());
}

TEST_P(OnePerson, ALookIsRecordedOnceAnHour)
{
    for (int times = 0; times < 3; ++times)
        ASSERT_TRUE(show_person(app(), office(), cast::may().person.id));
    auto looks = audit_of("person.look");
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks.front().person, cast::may().person.id);
    EXPECT_EQ(looks.front().organisation, cast::village_cell().id);
}

TEST_P(OnePerson, ACorrectionKeepsTheOldVersionWithWhoAndWhy)
{
    auto before = read(cast::lua().person.id);
    auto wanted = before;
    wanted.name = "Trần Văn Lúa Chín";
    wanted.phone = "0900000001";
    auto corrected = correct_person(app(), office(), before, wanted, reason);
    ASSERT_TRUE(corrected) << corrected.error().message;
    EXPECT_EQ(corrected->name, "Trần Văn Lúa Chín");
    auto view = show_person(app(), office(), before.id);
    ASSERT_EQ(view->past.size(), 1U);
    const auto& past = view->past.front();
    EXPECT_EQ(past.person.name, "Trần Lúa Chín");
    EXPECT_EQ(past.replaced_by, "grassroots_office");
    EXPECT_EQ(past.reason, reason);
    ASSERT_EQ(past.changes.size(), 2U);
    EXPECT_EQ(past.changes[0].before, "Trần Lúa Chín");
    EXPECT_EQ(past.changes[0].after, "Trần Văn Lúa Chín");
    EXPECT_EQ(past.changes[1].key, "phone");
    PeopleQuestion by_name;
    by_name.words = "van lua";
    EXPECT_EQ(list_people(app(), office(), by_name)->total, 1);
}

TEST_P(OnePerson, ACorrectionNeedsAReasonAndAChange)
{
    auto before = read(cast::lua().person.id);
    auto wanted = before;
    EXPECT_EQ(correct_person(app(), office(), before, wanted, reason).error().kind, Problem::Kind::invalid);
    wanted.phone = "0900000001";
    for (auto poor : {"", "   ", "sai", "."})
        EXPECT_EQ(correct_person(app(), office(), before, wanted, poor).error().fields.front().name, "reason");
    wanted.name = "";
    EXPECT_EQ(correct_person(app(), office(), before, wanted, reason).error().fields.front().name, "full_name");
    EXPECT_EQ(read(before.id).version, before.version);
    EXPECT_TRUE(audit_of("person.correct").empty());
}

TEST_P(OnePerson, ACorrectionSetsNothingButTheFieldsOfTheRecord)
{
    auto before = read(cast::lua().person.id);
    auto wanted = before;
    wanted.work = "Trồng lúa";
    wanted.standing = Standing::official;
    wanted.cell = cast::museum_cell().id;
    wanted.identity_masked = "khác";
    wanted.invented = false;
    wanted.valid.first = *Date::of(1999, 1, 1);
    wanted.recorded = {77};
    auto corrected = correct_person(app(), office(), before, wanted, reason);
    ASSERT_TRUE(corrected);
    EXPECT_EQ(corrected->work, "Trồng lúa");
    EXPECT_EQ(corrected->standing, Standing::probationary);
    EXPECT_EQ(corrected->cell, cast::village_cell().id);
    EXPECT_EQ(corrected->identity_masked, before.identity_masked);
    EXPECT_TRUE(corrected->invented);
    EXPECT_EQ(corrected->valid, before.valid);
    EXPECT_NE(corrected->recorded.value, 77);
}

TEST_P(OnePerson, ChangesOfTwoToDifferentFieldsAreBothKept)
{
    auto before = read(cast::lua().person.id);
    auto first = before;
    first.phone = "0900000001";
    auto second = before;
    second.work = "Trồng lúa";
    ASSERT_TRUE(correct_person(app(), office(), before, first, reason));
    auto both = correct_person(app(), commission(), before, second, reason);
    ASSERT_TRUE(both) << both.error().message;
    EXPECT_EQ(both->phone, "0900000001");
    EXPECT_EQ(both->work, "Trồng lúa");
}

TEST_P(OnePerson, ChangesOfTwoToTheSameFieldAreAConflictThatNamesIt)
{
    auto before = read(cast::lua().person.id);
    auto first = before;
    first.phone = "0900000001";
    auto second = before;
    second.phone = "0900000002";
    second.work = "Trồng lúa";
    ASSERT_TRUE(correct_person(app(), office(), before, first, reason));
    auto clash = correct_person(app(), commission(), before, second, reason);
    ASSERT_FALSE(clash);
    EXPECT_EQ(clash.error().kind, Problem::Kind::conflict);
    ASSERT_EQ(clash.error().fields.size(), 1U);
    EXPECT_EQ(clash.error().fields.front().name, "phone");
    EXPECT_NE(clash.error().fields.front().message.find("0900000001"), std::string::npos);
    EXPECT_EQ(read(before.id).phone, "0900000001");
    EXPECT_EQ(read(before.id).work, before.work) << "all or nothing";
    auto again = person_as_read(app(), commission(), before.id, before.version);
    ASSERT_TRUE(again) << "the version that was read is still there";
    EXPECT_EQ(again->phone, "");
}

TEST_P(OnePerson, OfManyWritersAtOnceNobodyIsLost)
{
    auto before = read(cast::lua().person.id);
    std::vector<void (*)(Person&)> changes{
        [](Person& p) { p.phone = "0900000001"; }, [](Person& p) { p.work = "Trồng lúa"; },
        [](Person& p) { p.home = "Xã Bồi Hạ"; },   [](Person& p) { p.foreign_language = "Anh"; },
        [](Person& p) { p.stay = "Đầu Làng"; },    [](Person& p) { p.card_number = "099000000002"; }};
    std::vector<std::thread> writers;
    writers.reserve(std::size(changes));
    for (auto change : changes)
        writers.emplace_back([&, change] {
            auto wanted = before;
            change(wanted);
            EXPECT_TRUE(correct_person(app(), office(), before, wanted, reason));
        });
    for (auto& writer : writers)
        writer.join();
    auto now = read(before.id);
    auto expected = before;
    for (auto change : changes)
        change(expected);
    EXPECT_EQ(now.phone, expected.phone);
    EXPECT_EQ(now.work, expected.work);
    EXPECT_EQ(now.home, expected.home);
    EXPECT_EQ(now.foreign_language, expected.foreign_language);
    EXPECT_EQ(now.stay, expected.stay);
    EXPECT_EQ(now.card_number, expected.card_number);
    EXPECT_EQ(audit_of("person.correct").size(), changes.size());
}

TEST_P(OnePerson, TheIdentityNumberIsReadWithAReasonThatIsRecorded)
{
    auto id = cast::may().person.id;
    EXPECT_EQ(reveal_identity(app(), office(), id, " ").error().kind, Problem::Kind::invalid);
    EXPECT_TRUE(audit_of("identity.reveal").empty());
    auto number = reveal_identity(app(), office(), id, "Đối chiếu hồ sơ kết nạp");
    ASSERT_TRUE(number) << number.error().message;
    EXPECT_EQ(*number, identity_of_may);
    auto rows = audit_of("identity.reveal");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NE(rows.front().details.find("Đối chiếu hồ sơ kết nạp"), std::string::npos);
    EXPECT_EQ(rows.front().details.find(identity_of_may), std::string::npos);
}

TEST_P(OnePerson, OnlySomeRolesReadIdentityNumbersOrChangeRecords)
{
    auto id = cast::may().person.id;
    for (auto role : all_roles()) {
        auto asker = actor(role);
        if (!gives(role, Right::reveal_identity)) {
            EXPECT_FALSE(reveal_identity(app(), asker, id, reason)) << key_of(role);
        }
        if (!gives(role, Right::change_people)) {
            auto wanted = cast::may().person;
            wanted.phone = "0900000001";
            EXPECT_FALSE(correct_person(app(), asker, cast::may().person, wanted, reason)) << key_of(role);
        }
        if (!gives(role, Right::see_people)) {
            EXPECT_FALSE(show_person(app(), asker, id)) << key_of(role);
        }
    }
    EXPECT_TRUE(audit_of("identity.reveal").empty());
    EXPECT_TRUE(audit_of("person.correct").empty());
}

TEST_P(OnePerson, TheDatabaseFileHasNoIdentityNumberInClear)
{
    ASSERT_TRUE(reveal_identity(app(), office(), cast::may().person.id, reason));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find(identity_of_may), std::string::npos) << entry.path();
    }
}

} // namespace

} // namespace phusa
