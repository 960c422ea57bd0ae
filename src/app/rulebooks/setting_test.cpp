#include "app/dossiers/list.hpp"
#include "app/rulebooks/rulebooks_test.hpp"
#include "app/rulebooks/views.hpp"
#include "domain/verdict.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

class RuleSettings : public RulebooksTest
{
protected:
    // Whether the cell's vote on admission lacks a fresh certificate.
    bool certificate_is_too_old()
    {
        for (const auto& next : view().next)
            if (next.act == ActKind::cell_vote && next.about == Matter::admission)
                return std::ranges::find(next.blocked_by, Rule::certificate_expired) != next.blocked_by.end();
        ADD_FAILURE() << "no vote is to come";
        return false;
    }
    RuleView rule_of(Rule rule)
    {
        auto book = show_rulebook(app(), "208-qd-tw").value();
        return *std::ranges::find(book.rules, rule, &RuleView::rule);
    }
    std::vector<RuleSettingView> settings() { return rule_settings(app(), "208-qd-tw"); }

    const RuleWish one_month_ = wish_of(Rule::certificate_expired, {{"months", "1"}, {"clause", ""}});
};
ON_BOTH_REGISTERS(RuleSettings);

TEST_P(RuleSettings, everybody_sees_the_regulations_newest_first)
{
    auto books = show_rulebooks(app());
    ASSERT_EQ(books.size(), 8U);
    EXPECT_EQ(books.front().number, "208-QĐ/TW");
    EXPECT_EQ(books.front().state, RulebookState::in_force);
    EXPECT_TRUE(books.front().is_weak);
    EXPECT_EQ(books.front().on_paper, "quy định hiện hành về thi hành Điều lệ Đảng");
    EXPECT_EQ(books[1].state, RulebookState::past);
    EXPECT_EQ(books[1].until, day("2026-07-25"));
    EXPECT_EQ(books.back().number, "23-QĐ/TW");
    EXPECT_EQ(show_rulebook(app(), "9-qd-tw").error().kind, Problem::Kind::not_found);
}

TEST_P(RuleSettings, what_differs_from_the_one_before_is_marked)
{
    auto ceremony = rule_of(Rule::ceremony_late);
    EXPECT_TRUE(ceremony.is_changed);
    EXPECT_EQ(ceremony.before, "30 ngày làm việc; tính từ ngày nhận quyết định");
    EXPECT_EQ(ceremony.summary, "30 ngày làm việc; tính từ ngày ban hành quyết định");
    EXPECT_TRUE(ceremony.is_weak);
    EXPECT_FALSE(rule_of(Rule::stale).is_changed);
    EXPECT_EQ(rule_of(Rule::stale).summary, "12 tháng");
    EXPECT_EQ(rule_of(Rule::vote_majority).summary, "2/3");
}

TEST_P(RuleSettings, only_the_provincial_commission_sets)
{
    for (auto role : {Role::cell_secretary, Role::grassroots_office, Role::deciding_office, Role::school,
                      Role::mass_organisation, Role::helper, Role::auditor, Role::administrator}) {
        EXPECT_EQ(set_rule(app(), actor(role), one_month_).error().kind, Problem::Kind::refused);
        EXPECT_EQ(preview_rule(app(), actor(role), one_month_).error().kind, Problem::Kind::refused);
        EXPECT_FALSE(take_back_rule(app(), actor(role), 1, "vì đã đặt nhầm"));
        EXPECT_FALSE(export_rule_impacts(app(), actor(role), one_month_));
    }
    EXPECT_FALSE(certificate_is_too_old());
    EXPECT_TRUE(settings().empty());
}

TEST_P(RuleSettings, the_preview_says_whose_dossier_changes_and_writes_nothing)
{
    auto impacts = preview_rule(app(), commission(), one_month_).value();
    EXPECT_EQ(impacts.dossiers, 1);
    ASSERT_EQ(impacts.total, 1);
    EXPECT_EQ(impacts.rows.front().dossier, dossier_);
    EXPECT_EQ(impacts.findings, 1);
    auto lines = impacts.rows.front().findings;
    EXPECT_TRUE(std::ranges::any_of(lines, [](const std::string& line) {
        return line.contains(std::string(title_of(Rule::certificate_expired)));
    })) << lines.front();
    EXPECT_FALSE(certificate_is_too_old());
    EXPECT_EQ(preview_rule(app(), commission(), wish_of(Rule::cell_size, {{"members", "3"}})).value().total, 0);
    auto page = preview_rule(app(), commission(), one_month_, {.first = 1, .rows = 50}).value();
    EXPECT_EQ(page.total, 1);
    EXPECT_TRUE(page.rows.empty());
}

TEST_P(RuleSettings, a_setting_judges_at_once_and_after_a_restart)
{
    EXPECT_FALSE(certificate_is_too_old());
    ASSERT_TRUE(set_rule(app(), commission(), one_month_));
    EXPECT_TRUE(certificate_is_too_old());
    EXPECT_EQ(rule_of(Rule::certificate_expired).summary, "1 tháng");
    EXPECT_FALSE(rule_of(Rule::certificate_expired).is_weak);
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"rulebook.set rulebook:208-QĐ/TW"});
    auto again = open_again();
    auto book = show_rulebook(*again, "208-qd-tw").value();
    auto rule = std::ranges::find(book.rules, Rule::certificate_expired, &RuleView::rule);
    EXPECT_EQ(rule->summary, "1 tháng");
    EXPECT_EQ(rule->note, "Công văn số 1-CV/BTCTU");
}

TEST_P(RuleSettings, what_another_program_set_is_in_the_next_reckoning)
{
    auto next_act = [&] { return list_dossiers(app(), commission(), {}).value().rows.front().next_act; };
    auto other = open_again();
    EXPECT_NE(next_act(), ActKind::certificate);
    ASSERT_TRUE(set_rule(*other, commission(), one_month_));
    EXPECT_EQ(next_act(), ActKind::certificate) << "the one of September is too old";
    EXPECT_TRUE(certificate_is_too_old());
}

TEST_P(RuleSettings, malformed_values_are_an_error_at_their_field)
{
    auto field = [&](const RuleWish& wish) {
        auto done = set_rule(app(), commission(), wish);
        return done ? std::string() : done.error().fields.front().name;
    };
    EXPECT_EQ(field(wish_of(Rule::certificate_expired, {{"months", "một"}})), "months");
    EXPECT_EQ(field(wish_of(Rule::education_min, {{"ordinary", "unknown"}})), "ordinary");
    EXPECT_EQ(field(wish_of({}, {{"issued", "31/02/2026"}})), "issued");
    EXPECT_EQ(field(wish_of({}, {{"issued", "2026"}})), "issued");
    auto unsaid = one_month_;
    unsaid.note = "ừ";
    EXPECT_EQ(field(unsaid), "note");
    EXPECT_TRUE(settings().empty());
}

TEST_P(RuleSettings, it_can_be_taken_back_and_stays_readable)
{
    ASSERT_TRUE(set_rule(app(), commission(), one_month_));
    ASSERT_EQ(settings().size(), 1U);
    auto first = settings().front();
    EXPECT_TRUE(first.is_in_use);
    EXPECT_EQ(first.was, "60 tháng");
    EXPECT_EQ(first.set, "số tháng: 1");
    EXPECT_EQ(take_back_rule(app(), commission(), first.number, "x").error().fields.front().name, "reason");
    EXPECT_EQ(preview_taking_back(app(), commission(), first.number).value().total, 1);
    ASSERT_TRUE(take_back_rule(app(), commission(), first.number, "đặt nhầm trị số"));
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"rulebook.take_back rulebook:208-QĐ/TW"});
    EXPECT_FALSE(certificate_is_too_old());
    ASSERT_EQ(settings().size(), 1U);
    EXPECT_FALSE(settings().front().is_in_use);
    EXPECT_EQ(settings().front().taken_back_reason, "đặt nhầm trị số");
    EXPECT_EQ(take_back_rule(app(), commission(), first.number, "đặt nhầm trị số").error().kind,
              Problem::Kind::conflict);
    EXPECT_EQ(take_back_rule(app(), commission(), 99, "đặt nhầm trị số").error().kind, Problem::Kind::not_found);
}

TEST_P(RuleSettings, one_on_which_a_later_one_rests_stays)
{
    RuleWish whole{.slug = "23-qd-tw",
                   .rule = Rule::decision_late,
                   .values = {{"admission_working_days", "60"},
                              {"recognition_working_days", "30"},
                              {"extension_working_days", "30"}},
                   .note = "Công văn số 1-CV/BTCTU"};
    ASSERT_TRUE(set_rule(app(), commission(), whole));
    whole.values = {{"extension_working_days", "20"}};
    ASSERT_TRUE(set_rule(app(), commission(), whole));
    EXPECT_EQ(take_back_rule(app(), commission(), 1, "đặt nhầm trị số").error().kind, Problem::Kind::refused);
    ASSERT_TRUE(take_back_rule(app(), commission(), 2, "đặt nhầm trị số"));
    ASSERT_TRUE(take_back_rule(app(), commission(), 1, "đặt nhầm trị số"));
}

TEST_P(RuleSettings, a_confirmed_number_is_printed_and_the_preview_says_so)
{
    auto paper = [&] { return review_dossier(app(), actor(Role::cell_secretary), dossier_)->view.acts.front(); };
    EXPECT_EQ(paper().regulation_on_paper, "quy định hiện hành về thi hành Điều lệ Đảng");
    EXPECT_EQ(paper().regulation_on_screen, "208-QĐ/TW (chưa xác nhận)");
    auto impacts = preview_rule(app(), commission(), wish_of({})).value();
    EXPECT_EQ(impacts.papers, 1);
    EXPECT_EQ(impacts.findings, 0);
    ASSERT_TRUE(set_rule(app(), commission(), wish_of({})));
    EXPECT_EQ(paper().regulation_on_paper, "Quy định số 208-QĐ/TW ngày 26/07/2026");
    EXPECT_EQ(paper().regulation_on_screen, "208-QĐ/TW");
    ASSERT_TRUE(take_back_rule(app(), commission(), 1, "xác nhận nhầm văn bản"));
    EXPECT_EQ(paper().regulation_on_paper, "quy định hiện hành về thi hành Điều lệ Đảng");
}

TEST_P(RuleSettings, days_of_a_regulation_are_typed_as_people_do)
{
    ASSERT_TRUE(set_rule(app(), commission(), wish_of({}, {{"issued", "20/07/2026"}, {"in_force_from", "1/8/2026"}})));
    auto book = show_rulebook(app(), "208-qd-tw").value();
    EXPECT_EQ(book.in_force_from, day("2026-08-01"));
    EXPECT_EQ(show_rulebook(app(), "20-qd-tw").value().until, day("2026-07-31"));
    EXPECT_EQ(settings().front().set, "ngày ban hành: 20/07/2026; ngày có hiệu lực: 01/08/2026");
}

} // namespace

} // namespace phusa
