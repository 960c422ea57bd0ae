#include "cast/cast.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/membership_shelves.hpp"
#include "storage/people_list.hpp"
#include "storage/storage_test.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::storage
{

namespace
{

template<typename Fact>
std::vector<std::string> stored_fields(const Fact& fact)
{
    std::vector<std::string> fields;
    Shelf<Fact>::fields(fact, [&](std::string_view, const auto& member) {
        using Plain = typename Unwrapped<std::remove_cvref_t<decltype(member)>>::Type;
        if constexpr (Unwrapped<std::remove_cvref_t<decltype(member)>>::optional)
            fields.push_back(member ? fmt::format("{}", Stored<Plain>::put(*member)) : "-");
        else
            fields.push_back(fmt::format("{}", Stored<Plain>::put(member)));
    });
    return fields;
}

} // namespace

using MembershipTest = StorageTest;
ON_BOTH_DATABASES(MembershipTest);

TEST_P(MembershipTest, admissions_and_events_come_back_as_they_were_stored)
{
    store_cast();
    auto session = database().read();
    for (const auto& one : cast::everyone()) {
        for (const auto& each : one.admissions)
            EXPECT_EQ(stored_fields(*admission(session, each.id)), stored_fields(each)) << one.person.name;
        for (const auto& each : one.events)
            EXPECT_EQ(stored_fields(*membership_event(session, each.id)), stored_fields(each)) << one.person.name;
        EXPECT_EQ(admissions_of(session, one.person.id).size(), one.admissions.size());
        EXPECT_EQ(membership_events_of(session, one.person.id).size(), one.events.size());
    }
}

TEST_P(MembershipTest, a_past_count_can_be_made_again)
{
    store_cast();
    auto before = audit_head_now();
    auto session = database().read();
    auto all = admission_columns(session);
    auto wrong = admissions_of(session, cast::lua().person.id).at(0);
    wrong.sex = wrong.sex == Sex::male ? Sex::female : Sex::male;
    auto other = admissions_of(session, cast::may().person.id).at(0);
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(correct_admission(transaction, wrong, by));
        EXPECT_FALSE(correct_admission(transaction, wrong, by));
        ASSERT_TRUE(withdraw_admission(transaction, other, by));
    });
    EXPECT_EQ(admission_columns(session).size(), all.size() - 1);
    EXPECT_NE(admission_columns(session).sex, all.sex);
    auto again = admission_columns(session, before);
    EXPECT_EQ(again.id, all.id);
    EXPECT_EQ(again.sex, all.sex);
    EXPECT_EQ(again.counted_on, all.counted_on);
    EXPECT_EQ(admission_history(session, wrong.id).size(), 2U);
}

TEST_P(MembershipTest, columns_hold_what_the_admissions_say)
{
    store_cast();
    auto session = database().read();
    auto columns = admission_columns(session);
    std::size_t admissions = 0;
    for (const auto& one : cast::everyone())
        admissions += one.admissions.size();
    ASSERT_EQ(columns.size(), admissions);
    EXPECT_TRUE(std::ranges::is_sorted(columns.counted_on));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto one = *admission(session, AdmissionId(columns.id.at(i)));
        EXPECT_EQ(columns.person.at(i), one.person.value);
        EXPECT_EQ(columns.cell.at(i), one.cell.value);
        EXPECT_EQ(columns.counted_on.at(i), one.counted_on().days_since_1900());
        EXPECT_EQ(columns.born_month.at(i), one.born.first().year() * 12 + one.born.first().month() - 1);
        EXPECT_EQ(columns.occupation.at(i), static_cast<std::uint8_t>(one.occupation));
        EXPECT_EQ(columns.youth_union_member.at(i), one.youth_union_member ? 1 : 0);
        EXPECT_EQ(columns.readmission.at(i), one.readmission ? 1 : 0);
    }
}

TEST_P(MembershipTest, events_are_corrected_and_withdrawn_too)
{
    store_cast();
    auto before = audit_head_now();
    auto session = database().read();
    auto dead = membership_events_of(session, cast::da().person.id).back();
    auto all = membership_event_columns(session);
    dead.note = "ghi nhầm ngày";
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(correct_membership_event(transaction, dead, by));
        EXPECT_FALSE(withdraw_membership_event(transaction, dead, by));
        EXPECT_TRUE(withdraw_membership_event(transaction, *membership_event(transaction, dead.id), by));
    });
    EXPECT_EQ(membership_event_columns(session).size(), all.size() - 1);
    EXPECT_EQ(membership_event_columns(session, before).id, all.id);
    EXPECT_EQ(membership_event_history(session, dead.id).size(), 2U);
}

TEST_P(MembershipTest, the_last_admission_is_known_of_each_person)
{
    store_cast();
    auto session = database().read();
    auto trang = cast::trang().person.id;
    auto admitted = [&] {
        auto page = people_page(session, {.filter = {.search = "trang"}});
        return page->people.at(0).admitted;
    };
    EXPECT_EQ(admitted(), cast::trang().admissions.back().counted_on());
    auto last = admissions_of(session, trang).back();
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(withdraw_admission(transaction, last, by)); });
    EXPECT_EQ(admitted(), cast::trang().admissions.front().counted_on());
}

} // namespace phusa::storage
