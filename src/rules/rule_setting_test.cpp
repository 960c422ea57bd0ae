#include "rules/citation.hpp"
#include "rules/rulebook.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

const std::string note = "Công văn số 1-CV/BTCTU";

RuleSetting setting(std::optional<Rule> rule, std::vector<RuleSetting::Value> values)
{
    return {.regulation = "208-QĐ/TW", .rule = rule, .values = std::move(values), .note = note};
}

// The field that is wrong, "" where the setting is taken.
std::string wrong_in(const RuleSetting& wanted, Rulebooks books = shipped_rulebooks())
{
    auto done = books.apply(wanted);
    return done ? std::string() : done.error().fields.front().name;
}

std::size_t place_of(const Rulebooks& books, std::string_view number)
{
    return static_cast<std::size_t>(books.find(number) - books.all().data());
}

} // namespace

TEST(RuleSetting, sets_a_value_with_a_note)
{
    auto books = shipped_rulebooks();
    ASSERT_TRUE(books.apply(setting(Rule::stale, {{"months", "6"}, {"clause", "khoản 9"}})));
    const auto& value = books.find("208-QĐ/TW")->at(Rule::stale);
    EXPECT_EQ(value.numbers[0], 6);
    EXPECT_EQ(value.clause, "khoản 9");
    EXPECT_EQ(value.confidence, Confidence::confirmed);
    EXPECT_EQ(value.note, note);
    EXPECT_EQ(books.find("20-QĐ/TW")->number(Rule::stale), 12) << "only this regulation";
}

TEST(RuleSetting, without_values_it_confirms)
{
    auto books = shipped_rulebooks();
    ASSERT_TRUE(books.apply(setting(Rule::stale, {})));
    EXPECT_EQ(books.find("208-QĐ/TW")->number(Rule::stale), 12);
    EXPECT_FALSE(is_weak(books.find("208-QĐ/TW")->at(Rule::stale).confidence));
}

TEST(RuleSetting, names_the_field_that_is_wrong)
{
    EXPECT_EQ(wrong_in(setting(Rule::stale, {{"months", "sáu"}})), "months");
    EXPECT_EQ(wrong_in(setting(Rule::stale, {{"months", "0"}})), "months");
    EXPECT_EQ(wrong_in(setting(Rule::stale, {{"days", "6"}})), "days");
    EXPECT_EQ(wrong_in(setting(Rule::ceremony_late, {{"counted_from", "today"}})), "counted_from");
    EXPECT_EQ(wrong_in(setting(Rule::stale, {{"clause", std::string(121, 'x')}})), "clause");
    EXPECT_EQ(wrong_in(setting({}, {{"issued", "hôm nay"}})), "issued");
    EXPECT_EQ(wrong_in(setting({}, {{"number", "9-QĐ/TW"}})), "number");
    auto unsaid = setting(Rule::stale, {});
    unsaid.note.clear();
    EXPECT_EQ(wrong_in(unsaid), "note");
    unsaid = setting(Rule::stale, {});
    unsaid.regulation = "9-QĐ/TW";
    EXPECT_EQ(wrong_in(unsaid), "regulation");
}

TEST(RuleSetting, a_rule_that_is_not_known_needs_all_its_values)
{
    RuleSetting wanted{.regulation = "23-QĐ/TW",
                       .rule = Rule::decision_late,
                       .values = {{"admission_working_days", "60"}},
                       .note = note};
    EXPECT_EQ(wrong_in(wanted), "recognition_working_days");
    wanted.values.push_back({"recognition_working_days", "30"});
    wanted.values.push_back({"extension_working_days", "30"});
    EXPECT_EQ(wrong_in(wanted), "");
}

TEST(RuleSetting, a_problem_changes_nothing)
{
    auto books = shipped_rulebooks();
    ASSERT_FALSE(books.apply(setting(Rule::ceremony_late, {{"working_days", "10"}, {"counted_from", "today"}})));
    EXPECT_EQ(books.find("208-QĐ/TW")->number(Rule::ceremony_late), 30);
}

TEST(RuleSetting, days_of_a_regulation_stay_between_its_neighbours)
{
    EXPECT_EQ(wrong_in(setting({}, {{"issued", "2026-08-02"}})), "in_force_from") << "in force before it was issued";
    EXPECT_EQ(wrong_in(setting({}, {{"issued", "2026-04-01"}, {"in_force_from", "2026-04-08"}})), "in_force_from");
    RuleSetting of_20{.regulation = "20-QĐ/TW", .values = {{"in_force_from", "2026-07-26"}}, .note = note};
    EXPECT_EQ(wrong_in(of_20), "in_force_from");
}

TEST(RuleSetting, what_holds_from_the_first_day_moves_with_it)
{
    auto books = shipped_rulebooks();
    ASSERT_TRUE(books.apply(setting({}, {{"issued", "2026-07-20"}, {"in_force_from", "2026-08-01"}})));
    EXPECT_EQ(books.on(day("2026-07-31")).regulation().number, "20-QĐ/TW");
    EXPECT_EQ(books.on(day("2026-08-01")).regulation().number, "208-QĐ/TW");
    EXPECT_TRUE(books.find("208-QĐ/TW")->knows(Rule::stale, day("2026-08-01")));
    ASSERT_TRUE(books.apply(setting({}, {{"issued", "2026-07-01"}, {"in_force_from", "2026-07-10"}})));
    EXPECT_TRUE(books.find("208-QĐ/TW")->knows(Rule::stale, day("2026-07-10")));
}

TEST(Citation, a_regulation_that_is_not_confirmed_is_not_printed)
{
    auto books = shipped_rulebooks();
    auto place = place_of(books, "208-QĐ/TW");
    auto day_of_paper = day("2026-11-23");
    EXPECT_EQ(regulation_on_paper(books, place, day_of_paper), "quy định hiện hành về thi hành Điều lệ Đảng");
    EXPECT_EQ(regulation_on_paper(books, place_of(books, "20-QĐ/TW"), day_of_paper),
              "quy định về thi hành Điều lệ Đảng có hiệu lực khi đó");
    EXPECT_EQ(citation_on_paper(books, place, Rule::ceremony_late, day_of_paper),
              "quy định hiện hành về thi hành Điều lệ Đảng");
    ASSERT_TRUE(books.apply(setting({}, {})));
    EXPECT_EQ(regulation_on_paper(books, place, day_of_paper), "Quy định số 208-QĐ/TW ngày 26/07/2026");
    EXPECT_EQ(citation_on_paper(books, place, Rule::ceremony_late, day_of_paper),
              "Quy định số 208-QĐ/TW ngày 26/07/2026")
        << "the clause of a weak value stays out";
    ASSERT_TRUE(books.apply(setting(Rule::ceremony_late, {{"clause", "khoản 4.2"}})));
    EXPECT_EQ(citation_on_paper(books, place, Rule::ceremony_late, day_of_paper),
              "khoản 4.2, Quy định số 208-QĐ/TW ngày 26/07/2026");
}

TEST(Citation, no_paper_names_20_or_208_before_they_are_confirmed)
{
    const auto& books = shipped_rulebooks();
    for (auto number : {"20-QĐ/TW", "208-QĐ/TW"})
        for (std::size_t i = 0; i < rule_count; ++i) {
            auto text = citation_on_paper(books, place_of(books, number), static_cast<Rule>(i), day("2026-11-23"));
            EXPECT_FALSE(text.contains("20-QĐ") || text.contains("208-QĐ")) << text;
            EXPECT_FALSE(text.empty());
        }
}

TEST(Citation, a_certain_one_is_named_with_its_day)
{
    const auto& books = shipped_rulebooks();
    auto place = books.place_on(day("2022-03-01"));
    EXPECT_EQ(citation_on_paper(books, place, Rule::recognition_late, day("2026-11-23")),
              "khoản 4.2, Quy định số 24-QĐ/TW ngày 30/07/2021");
    EXPECT_EQ(citation_on_paper(books, place, Rule::vote_majority, day("2026-11-23")), "khoản 3 Điều 4, Điều lệ Đảng");
}

TEST(Citation, screens_mark_what_is_to_be_confirmed)
{
    const auto& books = shipped_rulebooks();
    EXPECT_EQ(regulation_on_screen(books.find("208-QĐ/TW")->regulation()), "208-QĐ/TW (chưa xác nhận)");
    EXPECT_EQ(regulation_on_screen(books.find("24-QĐ/TW")->regulation()), "24-QĐ/TW");
    EXPECT_EQ(citation_on_screen(*books.find("24-QĐ/TW"), Rule::recognition_late), "khoản 4.2, Quy định 24-QĐ/TW");
    EXPECT_EQ(citation_on_screen(*books.find("24-QĐ/TW"), Rule::vote_majority),
              "khoản 3 Điều 4, Điều lệ Đảng; Quy định 24-QĐ/TW");
    EXPECT_EQ(citation_on_screen(*books.find("208-QĐ/TW"), Rule::ceremony_late), "Quy định 208-QĐ/TW (chưa xác nhận)");
}

} // namespace phusa
