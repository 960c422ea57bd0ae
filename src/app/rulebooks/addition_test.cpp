#include "app/rulebooks/addition.hpp"
#include "app/rulebooks/rulebooks_test.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

std::string file_from(std::string_view in_force_from)
{
    return "keeps = \"208-QĐ/TW\"\n\n[[regulation]]\nnumber = \"301-QĐ/TW\"\ntitle = \"Quy định mới\"\n"
           "issuer = \"Ban Chấp hành Trung ương\"\nissued = 2026-11-01\nin_force_from = " +
           std::string(in_force_from) +
           "\nreplaces = \"208-QĐ/TW\"\nconfidence = \"S\"\n\n[\"certificate.expired\"]\nmonths = 1\n"
           "clause = \"khoản 3\"\nconfidence = \"S\"\n";
}

class AddedRulebooks : public RulebooksTest
{
protected:
    std::string upload(std::string_view in_force_from = "2027-01-01")
    {
        auto sent = upload_rulebook(app(), commission(), file_from(in_force_from));
        EXPECT_TRUE(sent && sent->mistakes.empty());
        return sent->slug;
    }
    std::string in_force()
    {
        auto books = show_rulebooks(app());
        return std::ranges::find(books, RulebookState::in_force, &RulebookView::state)->number;
    }

    static constexpr std::string_view note = "Đã đối chiếu với toàn văn";
};
ON_BOTH_REGISTERS(AddedRulebooks);

TEST_P(AddedRulebooks, a_draft_has_no_effect)
{
    EXPECT_EQ(upload(), "301-qd-tw");
    EXPECT_EQ(show_rulebooks(app()).size(), 8U);
    auto draft = show_draft(app(), commission(), "301-qd-tw").value();
    EXPECT_EQ(draft.view.changed_values, 1);
    EXPECT_EQ(draft.view.state, RulebookState::draft);
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"rulebook.draft rulebook:301-QĐ/TW"});
    upload();
    EXPECT_EQ(list_drafts(app(), commission())->size(), 1U) << "the same regulation again takes its place";
    ASSERT_TRUE(drop_draft(app(), commission(), "301-qd-tw"));
    EXPECT_FALSE(show_draft(app(), commission(), "301-qd-tw"));
    EXPECT_EQ(list_removed(app(), commission())->size(), 1U);
}

TEST_P(AddedRulebooks, every_mistake_is_told_and_nothing_kept)
{
    auto file = file_from("2027-01-01") + "[\"stal\"]\nmonths = 1\n[\"stale\"]\nmonths = \"x\"\nconfidence = \"S\"\n";
    auto sent = upload_rulebook(app(), commission(), file).value();
    ASSERT_EQ(sent.mistakes.size(), 2U);
    EXPECT_EQ(sent.mistakes.front().where, "stal");
    EXPECT_EQ(sent.mistakes.back().where, "stale: months");
    EXPECT_LT(sent.mistakes.front().line, sent.mistakes.back().line);
    EXPECT_EQ(upload_rulebook(app(), commission(), "\xff").value().mistakes.size(), 1U);
    EXPECT_EQ(upload_rulebook(app(), commission(), std::string(rulebook_file_bytes_max + 1, '#')).error().kind,
              Problem::Kind::too_large);
    EXPECT_TRUE(list_drafts(app(), commission())->empty());
}

TEST_P(AddedRulebooks, the_preview_judges_open_dossiers_on_the_first_day_in_force)
{
    upload();
    auto impacts = preview_draft(app(), commission(), "301-qd-tw").value();
    EXPECT_EQ(impacts.as_of, day("2027-01-01"));
    ASSERT_EQ(impacts.total, 1);
    EXPECT_EQ(impacts.rows.front().dossier, dossier_);
    EXPECT_EQ(impacts.findings, 1);
    auto sent = upload_rulebook(app(), commission(), file_from("2026-11-01"));
    EXPECT_EQ(preview_draft(app(), commission(), "301-qd-tw").value().as_of, app().today())
        << "where its first day has passed: today";
}

TEST_P(AddedRulebooks, adopted_it_holds_from_its_first_day_also_after_a_restart)
{
    upload();
    EXPECT_EQ(adopt_draft(app(), commission(), "301-qd-tw", "ừ").error().fields.front().name, "note");
    ASSERT_TRUE(adopt_draft(app(), commission(), "301-qd-tw", note));
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"rulebook.adopt rulebook:301-QĐ/TW"});
    EXPECT_EQ(in_force(), "208-QĐ/TW");
    EXPECT_TRUE(list_drafts(app(), commission())->empty());
    pass_time(std::chrono::hours(24 * 45)); // 07/01/2027
    EXPECT_EQ(in_force(), "301-QĐ/TW");
    auto again = open_again();
    EXPECT_EQ(show_rulebooks(*again).front().number, "301-QĐ/TW");
    bool is_blocked = false;
    for (const auto& next : view().next)
        is_blocked |= std::ranges::find(next.blocked_by, Rule::certificate_expired) != next.blocked_by.end();
    EXPECT_TRUE(is_blocked) << "a certificate of September is too old for one month";
    EXPECT_EQ(remove_rulebook(app(), commission(), "301-qd-tw", "văn bản đã bị thu hồi").error().kind,
              Problem::Kind::refused)
        << "it is in force";
}

TEST_P(AddedRulebooks, before_its_first_day_it_can_be_removed_with_a_reason)
{
    upload();
    ASSERT_TRUE(adopt_draft(app(), commission(), "301-qd-tw", note));
    RuleWish wish{.slug = "301-qd-tw", .rule = Rule::stale, .values = {{"months", "6"}}, .note = std::string(note)};
    ASSERT_TRUE(set_rule(app(), commission(), wish));
    EXPECT_TRUE(may_remove(app(), show_rulebooks(app()).front()));
    EXPECT_EQ(remove_rulebook(app(), commission(), "301-qd-tw", "").error().fields.front().name, "reason");
    EXPECT_FALSE(remove_rulebook(app(), commission(), "208-qd-tw", "văn bản đã bị thu hồi"));
    ASSERT_TRUE(remove_rulebook(app(), commission(), "301-qd-tw", "văn bản đã bị thu hồi"));
    EXPECT_EQ(show_rulebooks(app()).size(), 8U);
    EXPECT_EQ(list_removed(app(), commission())->front().reason, "văn bản đã bị thu hồi");
    EXPECT_EQ(show_dossier(app(), actor(Role::cell_secretary), dossier_)->dossier.id, dossier_);
    EXPECT_EQ(upload(), "301-qd-tw") << "and be added again";
}

TEST_P(AddedRulebooks, a_draft_that_no_longer_follows_the_last_one_says_so)
{
    upload();
    auto other = file_from("2026-12-15");
    other.replace(other.find("301-QĐ/TW"), 3, "300");
    ASSERT_TRUE(upload_rulebook(app(), commission(), other)->mistakes.empty());
    ASSERT_TRUE(adopt_draft(app(), commission(), "300-qd-tw", note));
    EXPECT_FALSE(show_draft(app(), commission(), "301-qd-tw")->mistakes.empty());
    EXPECT_EQ(adopt_draft(app(), commission(), "301-qd-tw", note).error().kind, Problem::Kind::conflict);
    EXPECT_EQ(preview_draft(app(), commission(), "301-qd-tw").error().kind, Problem::Kind::conflict);
}

TEST_P(AddedRulebooks, only_the_provincial_commission_adds)
{
    upload();
    for (auto role : {Role::cell_secretary, Role::grassroots_office, Role::deciding_office, Role::school,
                      Role::mass_organisation, Role::helper, Role::auditor, Role::administrator}) {
        auto who = actor(role);
        EXPECT_EQ(upload_rulebook(app(), who, file_from("2027-01-01")).error().kind, Problem::Kind::refused);
        EXPECT_FALSE(list_drafts(app(), who));
        EXPECT_FALSE(show_draft(app(), who, "301-qd-tw"));
        EXPECT_FALSE(preview_draft(app(), who, "301-qd-tw"));
        EXPECT_FALSE(export_draft_impacts(app(), who, "301-qd-tw"));
        EXPECT_FALSE(adopt_draft(app(), who, "301-qd-tw", note));
        EXPECT_FALSE(drop_draft(app(), who, "301-qd-tw"));
        EXPECT_FALSE(remove_rulebook(app(), who, "301-qd-tw", note));
    }
    EXPECT_EQ(list_drafts(app(), commission())->size(), 1U);
}

} // namespace

} // namespace phusa
