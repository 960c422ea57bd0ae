#include "base/embedded.hpp"
#include "base/text.hpp"
#include "rules/case_table_test.hpp"
#include "rules/explanation.hpp"
#include "rules/judge.hpp"

#include <gtest/gtest.h>

#include <set>

namespace phusa
{

namespace
{

const WorkingDays& viet_nam()
{
    static const auto days = WorkingDays::parse(*embedded_file("regulations/holidays.toml"));
    return days.value();
}

bool is_sentence(const std::string& text)
{
    return text.ends_with('.') && clean_text(text) == text && !text.contains("  ") && !text.contains("chưa có .");
}

} // namespace

TEST(Explanation, every_finding_of_the_tables_is_a_sentence_with_its_citation)
{
    std::set<Rule> explained;
    for (const auto& table : all_case_tables()) {
        auto verdict = judge(table.judged, *table.as_of, shipped_rulebooks(), viet_nam());
        for (const auto& finding : verdict.findings) {
            auto words = explain(finding, table.judged, *table.as_of, shipped_rulebooks());
            EXPECT_TRUE(is_sentence(words.message)) << table.place << ": " << words.message;
            EXPECT_TRUE(words.regulation.ends_with("-QĐ/TW")) << words.regulation;
            EXPECT_FALSE(words.citation.empty());
            explained.insert(finding.rule);
        }
        for (const auto& next : verdict.next)
            for (auto rule : next.blocked_by.rules()) {
                auto text = explain_unmet(rule, next, table.judged, *table.as_of, shipped_rulebooks());
                EXPECT_TRUE(is_sentence(text)) << table.place << ": " << text;
            }
    }
    EXPECT_EQ(explained.size(), rule_count) << "a rule without a table";
}

TEST(Explanation, says_the_numbers_and_what_to_do)
{
    Case judged{.person = {.born = PartialDate(*Date::of(2008, 6, 20)), .is_citizen = true}, .acts = {}};
    NextAct vote{.act = ActKind::cell_vote};
    EXPECT_EQ(explain_unmet(Rule::age_min, vote, judged, *Date::of(2026, 3, 5), shipped_rulebooks()),
              "Ngày 05/03/2026 người vào Đảng mới 17 tuổi 9 tháng, chưa đủ 18 tuổi. Chi bộ chỉ xét kết nạp từ ngày "
              "01/06/2026.");
    judged.person.readmission = Readmission{.left = *Date::of(2024, 1, 10), .cause = LeavingCause::hardship};
    EXPECT_EQ(
        explain_unmet(Rule::readmission_wait, vote, judged, *Date::of(2026, 3, 5), shipped_rulebooks()),
        "Chưa đủ 36 tháng kể từ ngày ra khỏi Đảng (10/01/2024). Chỉ nhận đơn xin kết nạp lại từ ngày 10/01/2027.");
}

} // namespace phusa
