#include "app/forms/member_walk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace phusa
{

namespace
{

const Date first_day = Date::of(2010, 1, 1).value();
constexpr int days = 400;

// Somebody to whom anything may happen in any order, as registers have it after years of typing and imports.
struct Anybody {
    std::vector<Admission> admissions;
    std::vector<MembershipEvent> events;
    std::vector<MemberCell> cells;
};

Anybody anybody(std::mt19937& random)
{
    auto draw = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
    auto day = [&] { return first_day.plus_days(draw(0, days)); };
    Anybody who;
    std::int64_t id = 1;
    for (int i = draw(0, 2); i > 0; --i) {
        Admission admission;
        admission.id = AdmissionId(id++);
        admission.cell = OrganisationId(draw(1, 4));
        admission.ceremony_on = day();
        who.admissions.push_back(admission);
    }
    for (int i = draw(0, 6); i > 0; --i) {
        MembershipEvent event;
        event.id = MembershipEventId(id++);
        event.kind = static_cast<MembershipEventKind>(draw(1, 9));
        event.on = day();
        bool moves = event.kind == MembershipEventKind::moved_in || event.kind == MembershipEventKind::moved_out;
        if (moves && draw(0, 1) == 1)
            event.to = OrganisationId(draw(1, 4));
        who.events.push_back(event);
    }
    for (int i = draw(1, 3); i > 0; --i)
        who.cells.push_back({day(), OrganisationId(draw(1, 4))});
    std::ranges::sort(who.cells, {}, &MemberCell::from);
    return who;
}

std::vector<MemberMove> moves_of(const Anybody& who)
{
    std::vector<MemberStep> steps;
    for (const auto& admission : who.admissions)
        steps.push_back({MembershipStep::of(admission), admission.cell});
    for (const auto& event : who.events)
        steps.push_back({MembershipStep::of(event), event.to});
    std::ranges::sort(steps, {}, [](const auto& each) { return each.step.order(); });
    std::vector<MemberMove> moves;
    walk_member(steps, who.cells, [&](const MemberMove& move) { moves.push_back(move); });
    return moves;
}

TEST(MemberWalk, IsInAListExactlyOnTheDaysOfAMember)
{
    std::mt19937 random(20110203);
    int members = 0;
    for (int i = 0; i < 3000; ++i) {
        auto who = anybody(random);
        auto moves = moves_of(who);
        bool recorded = !moves.empty() && moves.front().change == MemberChange::recorded;
        for (int offset = 0; offset <= days; offset += 7) {
            auto day = first_day.plus_days(offset);
            int here = 0;
            for (const auto& move : moves)
                if (move.on <= day)
                    here += static_cast<int>(move.to.has_value()) - static_cast<int>(move.from.has_value());
            bool is_one = is_member(standing_on(day, who.admissions, who.events));
            // Of whom no admission is known, it is not known since when.
            if (recorded && !is_one && here == 1)
                continue;
            ASSERT_EQ(here, is_one ? 1 : 0) << i << ' ' << day.iso();
            members += is_one;
        }
    }
    EXPECT_GT(members, 10'000);
}

TEST(MemberWalk, EachMoveBeginsWhereTheLastOneEnded)
{
    std::mt19937 random(7);
    for (int i = 0; i < 3000; ++i) {
        std::optional<OrganisationId> here;
        Date last = Date::of(1900, 1, 1).value();
        for (const auto& move : moves_of(anybody(random))) {
            ASSERT_EQ(move.from, here) << i;
            ASSERT_NE(move.from, move.to) << i;
            ASSERT_LE(last, move.on) << i;
            here = move.to;
            last = move.on;
        }
    }
}

TEST(MemberWalk, TheRecordSaysWhereSomebodyIsFromItsFirstDayOn)
{
    Anybody who;
    Admission admission;
    admission.cell = OrganisationId(1);
    admission.ceremony_on = first_day;
    who.admissions.push_back(admission);
    who.cells = {{first_day, OrganisationId(1)}, {first_day.plus_days(30), OrganisationId(2)}};
    auto moves = moves_of(who);
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[1].change, MemberChange::moved);
    EXPECT_EQ(moves[1].on, first_day.plus_days(30));
    EXPECT_EQ(moves[1].to, OrganisationId(2));
    // An event of the same day is that same move.
    MembershipEvent event;
    event.kind = MembershipEventKind::moved_in;
    event.on = first_day.plus_days(30);
    event.to = OrganisationId(2);
    who.events.push_back(event);
    EXPECT_EQ(moves_of(who).size(), 2U);
}

} // namespace

} // namespace phusa
