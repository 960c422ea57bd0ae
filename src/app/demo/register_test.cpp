#include "app/demo/demo_files.hpp"
#include "app/demo/register.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace phusa::demo
{

namespace
{

const Date as_of = Date::of(2026, 11, 23).value();

const Register& of_seed_1()
{
    static const Register made = make_register(1, as_of);
    return made;
}

// Everything that the register says, as one number.
std::string hash_of(const Register& made)
{
    std::string text;
    auto add = [&](const auto&... parts) { ((text += fmt::format("{}|", parts)), ...); };
    for (const auto& unit : made.structure.organisations)
        add(unit.id.value, unit.code, unit.name, unit.valid.first.iso());
    for (const auto& [person, identity] : made.people)
        add(person.id.value, person.name, person.born.iso(), person.work, person.residence, person.cell.value, identity,
            static_cast<int>(person.standing), person.valid.first.iso());
    for (const auto& admission : made.admissions)
        add(admission.person.value, admission.counted_on().iso(), admission.decision_number,
            static_cast<int>(admission.occupation), admission.cell.value);
    for (const auto& event : made.events)
        add(event.person.value, event.on.iso(), static_cast<int>(event.kind), event.to ? event.to->value : 0);
    return to_hex(sha256(text));
}

TEST(DemoRegister, IsTheSameForTheSameSeedAndDay)
{
    EXPECT_EQ(hash_of(of_seed_1()), hash_of(make_register(1, as_of)));
    EXPECT_NE(hash_of(of_seed_1()), hash_of(make_register(2, as_of)));
    EXPECT_NE(hash_of(of_seed_1()), hash_of(make_register(1, as_of.plus_days(-30))));
}

TEST(DemoRegister, HasAboutSixtyThousandPeople)
{
    const auto& made = of_seed_1();
    EXPECT_GT(made.persons, 57'000);
    EXPECT_LT(made.persons, 63'000);
    EXPECT_EQ(made.admissions.size() + made.candidates.size(), static_cast<std::size_t>(made.persons));
}

TEST(DemoRegister, EveryPersonIsInventedWithNumbersThatNobodyHas)
{
    std::set<std::string> identities;
    std::set<std::string> avoid(name_file().avoid.begin(), name_file().avoid.end());
    for (const auto& [person, identity] : of_seed_1().people) {
        ASSERT_TRUE(person.invented);
        ASSERT_TRUE(check(person, as_of)) << check(person, as_of).error().message;
        ASSERT_TRUE(identity.empty() || (is_identity_number(identity) && identity.starts_with("999")));
        ASSERT_TRUE(identity.empty() || identities.insert(identity).second) << identity;
        ASSERT_TRUE(person.phone.empty() || person.phone.starts_with("000"));
        ASSERT_FALSE(avoid.contains(fold(person.name))) << person.name;
        ASSERT_EQ(clean_text(person.name), person.name);
    }
    EXPECT_GT(identities.size(), 40'000U);
}

TEST(DemoRegister, VersionsOfAPersonFollowOneAnother)
{
    std::map<std::int64_t, const Person*> last;
    for (const auto& [person, identity] : of_seed_1().people) {
        if (auto before = last.find(person.id.value); before != last.end()) {
            ASSERT_EQ(before->second->valid.until, person.valid.first);
        }
        last[person.id.value] = &person;
    }
    for (const auto& [id, person] : last)
        ASSERT_FALSE(person->valid.until) << id;
    EXPECT_EQ(last.size(), static_cast<std::size_t>(of_seed_1().persons));
}

TEST(DemoRegister, NobodyIsAMemberOfACellThatIsGone)
{
    const auto& made = of_seed_1();
    for (const auto& [person, identity] : made.people) {
        if (!is_member(person.standing) || person.valid.until)
            continue;
        ASSERT_TRUE(made.structure.cell(person.cell).is_there(as_of)) << person.id.value;
    }
}

TEST(DemoRegister, AdmissionsAndEventsAreLawful)
{
    const auto& made = of_seed_1();
    for (const auto& admission : made.admissions) {
        ASSERT_TRUE(check(admission)) << check(admission).error().message;
        ASSERT_LE(admission.counted_on(), as_of);
        const auto& who = made.admissions[static_cast<std::size_t>(admission.person.value - 1)];
        ASSERT_EQ(who.person, admission.person);
    }
    for (const auto& event : made.events) {
        const auto& admission = made.admissions[static_cast<std::size_t>(event.person.value - 1)];
        ASSERT_GT(event.on, admission.counted_on());
        ASSERT_LE(event.on, as_of);
        ASSERT_TRUE(!event.decided_on || *event.decided_on <= as_of);
        bool too_early =
            event.kind == MembershipEventKind::recognised && event.on < admission.counted_on().plus_months(12);
        ASSERT_FALSE(too_early);
    }
}

TEST(DemoRegister, HasEveryKindOfStandingAndOfEvent)
{
    std::map<Standing, int> standings;
    for (const auto& [person, identity] : of_seed_1().people)
        if (!person.valid.until)
            ++standings[person.standing];
    for (auto standing : {Standing::probationary, Standing::official, Standing::exempted, Standing::moved_out,
                          Standing::died, Standing::removed, Standing::resigned, Standing::expelled})
        EXPECT_GT(standings[standing], 20) << title_of(standing);
    EXPECT_EQ(standings[Standing::none], static_cast<int>(of_seed_1().candidates.size()))
        << "nobody but those whose dossiers are under way";
    EXPECT_GT(standings[Standing::official], of_seed_1().persons / 2);
    std::map<MembershipEventKind, int> events;
    for (const auto& event : of_seed_1().events)
        ++events[event.kind];
    EXPECT_GT(events[MembershipEventKind::recognised], 50'000);
    EXPECT_GT(events[MembershipEventKind::moved_in], 3'000);
    EXPECT_GT(events[MembershipEventKind::restored], 20);
}

TEST(DemoRegister, SomeCellsHaveNotAdmittedForYears)
{
    const auto& made = of_seed_1();
    std::map<std::int64_t, Date> last;
    for (const auto& admission : made.admissions)
        last[admission.cell.value] = std::max(last[admission.cell.value], admission.counted_on());
    int quiet = 0, alive = 0;
    for (const auto& cell : made.structure.cells) {
        if (!cell.is_there(as_of))
            continue;
        ++alive;
        quiet += last[cell.id.value] < as_of.plus_months(-36);
    }
    EXPECT_GT(quiet, alive / 20);
    EXPECT_LT(quiet, alive / 2);
}

TEST(DemoRegister, AgesAtAdmissionFollowFromTheDatesOfBirth)
{
    std::int64_t months = 0;
    int count = 0;
    for (const auto& admission : of_seed_1().admissions) {
        if (!admission_file().article.contains(admission.counted_on()))
            continue;
        months += age_in_months(admission.born, admission.counted_on());
        ++count;
    }
    EXPECT_EQ(count, 10'986);
    EXPECT_EQ(months, 10'986 * 354); // 29.5 years
}

} // namespace

} // namespace phusa::demo
