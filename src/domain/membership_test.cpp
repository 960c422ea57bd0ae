#include "cast/cast.hpp"
#include "domain/membership.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

Standing standing_then(const cast::Character& character, std::string_view iso)
{
    return standing_on(day(iso), character.admissions, character.events);
}

// Lua's admission of 3/2/2026 with events added: what they make of it is the test.
struct Story {
    cast::Character lua = cast::lua();

    Story& then(MembershipEventKind kind, std::string_view iso)
    {
        MembershipEvent event;
        event.id = MembershipEventId(static_cast<std::int64_t>(lua.events.size()) + 1);
        event.kind = kind;
        event.on = day(iso);
        lua.events.push_back(event);
        return *this;
    }
    Story& admitted(std::string_view iso)
    {
        Admission again = lua.admissions.front();
        again.id.value += 1;
        again.decided_on = std::nullopt;
        again.ceremony_on = day(iso);
        lua.admissions.push_back(again);
        return *this;
    }
    Standing end() const { return standing_then(lua, "2199-12-31"); }
};

using enum MembershipEventKind;

} // namespace

TEST(MembershipEventKind, every_one_has_its_own_key_and_title)
{
    std::set<std::string_view> keys, titles;
    for (MembershipEventKind each : all_membership_event_kinds()) {
        keys.insert(key_of(each));
        titles.insert(title_of(each));
        EXPECT_EQ(membership_event_kind(key_of(each)), each);
    }
    EXPECT_EQ(keys.size(), 9U);
    EXPECT_EQ(titles.size(), 9U);
    EXPECT_EQ(membership_event_kind("promoted"), std::nullopt);
}

TEST(Admission, counts_on_its_ceremony_else_on_its_decision)
{
    EXPECT_EQ(cast::lua().admissions.front().counted_on(), day("2026-02-03"));
    EXPECT_EQ(cast::tre().admissions.front().counted_on(), day("2007-04-27"));
}

TEST(AdmissionCheck, names_the_field_that_is_wrong)
{
    for (const cast::Character& character : cast::everyone())
        for (const Admission& admission : character.admissions)
            EXPECT_TRUE(check(admission)) << character.person.name;

    auto wrong_after = [](auto change) {
        Admission admission = cast::lua().admissions.front();
        change(admission);
        auto checked = check(admission);
        return checked ? std::string() : checked.error().fields.front().name;
    };
    EXPECT_EQ(wrong_after([](Admission& a) { a.decided_on = a.ceremony_on = std::nullopt; }), "ceremony_on");
    EXPECT_EQ(wrong_after([](Admission& a) { a.ceremony_on = a.decided_on->plus_days(-1); }), "ceremony_on");
    EXPECT_EQ(wrong_after([](Admission& a) { a.ceremony_on = a.decided_on; }), "");
    EXPECT_EQ(wrong_after([](Admission& a) { a.ceremony_on = std::nullopt; }), "");
    EXPECT_EQ(wrong_after([](Admission& a) { a.born = PartialDate(day("2026-02-04")); }), "born");
    EXPECT_EQ(wrong_after([](Admission& a) { a.cell = {}; }), "cell");
}

TEST(StandingOn, tells_everyone_of_the_cast_as_their_story_does)
{
    for (const cast::Character& character : cast::everyone())
        EXPECT_EQ(key_of(standing_on(cast::today(), character.admissions, character.events)),
                  key_of(character.person.standing))
            << character.person.name;
}

TEST(StandingOn, changes_on_the_day_itself)
{
    struct {
        std::string_view on, standing;
    } const rows[] = {
        {"2009-02-02", "none"},     {"2009-02-03", "probationary"}, {"2010-02-02", "probationary"},
        {"2010-02-03", "official"}, {"2014-06-29", "official"},     {"2014-06-30", "removed"},
        {"2020-05-18", "removed"},  {"2020-05-19", "probationary"}, {"2021-05-18", "probationary"},
        {"2021-05-19", "official"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(key_of(standing_then(cast::trang(), row.on)), row.standing) << row.on;
}

TEST(StandingOn, does_not_mind_the_order_of_its_input)
{
    cast::Character trang = cast::trang();
    std::ranges::reverse(trang.admissions);
    std::ranges::reverse(trang.events);
    EXPECT_EQ(standing_then(trang, "2020-12-31"), Standing::probationary);
    EXPECT_EQ(standing_then(trang, "2026-01-01"), Standing::official);
}

TEST(StandingOn, takes_admission_and_recognition_first_on_one_day)
{
    EXPECT_EQ(Story().then(recognised, "2026-02-03").end(), Standing::official);
    EXPECT_EQ(Story().then(removed, "2027-03-01").then(recognised, "2027-03-01").end(), Standing::removed);
    EXPECT_EQ(Story().then(removed, "2027-03-01").admitted("2027-03-01").end(), Standing::removed);
}

TEST(StandingOn, ends_in_four_ways)
{
    EXPECT_EQ(Story().then(died, "2027-01-01").end(), Standing::died);
    EXPECT_EQ(Story().then(removed, "2027-01-01").end(), Standing::removed);
    EXPECT_EQ(Story().then(resigned, "2027-01-01").end(), Standing::resigned);
    EXPECT_EQ(Story().then(expelled, "2027-01-01").end(), Standing::expelled);
}

TEST(StandingOn, lets_nothing_but_admission_or_restoration_follow_an_end)
{
    auto expelled_one = Story().then(recognised, "2027-02-03").then(expelled, "2028-01-01");
    for (MembershipEventKind kind : {recognised, moved_in, moved_out, exempted, died, removed, resigned})
        EXPECT_EQ(Story(expelled_one).then(kind, "2029-01-01").end(), Standing::expelled) << key_of(kind);
    EXPECT_EQ(Story(expelled_one).then(restored, "2029-01-01").end(), Standing::official);
    EXPECT_EQ(Story(expelled_one).admitted("2031-02-03").end(), Standing::probationary);
}

TEST(StandingOn, lets_nothing_follow_a_death)
{
    auto dead = Story().then(died, "2027-01-01");
    EXPECT_EQ(Story(dead).then(restored, "2028-01-01").end(), Standing::died);
    EXPECT_EQ(Story(dead).admitted("2028-01-01").end(), Standing::died);
}

TEST(StandingOn, restores_to_what_was_before)
{
    EXPECT_EQ(Story().then(removed, "2027-01-01").then(restored, "2027-06-01").end(), Standing::probationary);
    EXPECT_EQ(Story().then(recognised, "2027-02-03").then(exempted, "2040-01-01").then(restored, "2041-01-01").end(),
              Standing::official);
}

TEST(StandingOn, forgets_the_recognition_of_an_earlier_membership)
{
    auto again = Story().then(recognised, "2027-02-03").then(removed, "2028-01-01").admitted("2031-02-03");
    EXPECT_EQ(Story(again).then(removed, "2031-06-01").then(restored, "2031-07-01").end(), Standing::probationary);
}

TEST(StandingOn, keeps_those_who_move_within_the_register)
{
    auto story = Story().then(recognised, "2027-02-03").then(moved_out, "2028-01-01");
    EXPECT_EQ(Story(story).end(), Standing::moved_out);
    story.lua.events.back().to = cast::school_cell().id;
    EXPECT_EQ(story.end(), Standing::official);
}

TEST(StandingOn, takes_back_those_who_return)
{
    auto away = Story().then(moved_out, "2026-06-01").then(recognised, "2027-02-03");
    EXPECT_EQ(Story(away).end(), Standing::moved_out);
    EXPECT_EQ(Story(away).then(moved_in, "2028-01-01").end(), Standing::official);
    EXPECT_EQ(Story(away).then(died, "2028-01-01").end(), Standing::died);
}

TEST(StandingOn, believes_a_move_in_without_an_admission)
{
    EXPECT_EQ(standing_then(cast::nuoc(), "2026-01-01"), Standing::official);
    cast::Character newcomer = cast::nuoc();
    newcomer.events.erase(newcomer.events.begin());
    EXPECT_EQ(standing_then(newcomer, "2026-01-01"), Standing::probationary);
}

} // namespace phusa
