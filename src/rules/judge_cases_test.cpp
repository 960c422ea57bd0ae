#include "base/embedded.hpp"
#include "rules/case_table_test.hpp"
#include "rules/judge.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace phusa
{

namespace
{

const WorkingDays& viet_nam()
{
    static const auto days = WorkingDays::parse(*embedded_file("regulations/holidays.toml"));
    return days.value();
}

std::string day_text(std::optional<Date> day) { return day ? day->iso() : "none"; }

std::string act_text(const Case& judged, std::optional<std::uint32_t> index)
{
    if (!index)
        return "nothing";
    return std::string(key_of(judged.acts[*index].kind)) + " #" + std::to_string(*index);
}

std::string text_of(const Finding& finding, const Case& judged)
{
    std::string text = std::string(key_of(finding.severity())) + ' ' + std::string(key_of(finding.rule)) + " on " +
                       act_text(judged, finding.act);
    return finding.due ? text + ", due " + finding.due->iso() : text;
}

std::string text_of(const NextAct& next)
{
    std::string text = std::string(key_of(next.act)) + ' ' + std::string(key_of(next.about)) + " earliest " +
                       day_text(next.earliest) + ", latest " + day_text(next.latest) + ", blocked_by";
    for (auto rule : next.blocked_by.rules())
        text += ' ' + std::string(key_of(rule));
    return text;
}

std::string text_of(const Verdict& verdict, const Case& judged)
{
    std::string text = "\n  said: " + std::string(key_of(verdict.outcome));
    for (const auto& finding : verdict.findings)
        text += "\n    " + text_of(finding, judged);
    for (const auto& next : verdict.next)
        text += "\n    next " + text_of(next);
    return text;
}

bool agrees(const CaseTable::ExpectedFinding& expected, const Finding& said)
{
    return expected.rule == said.rule && expected.severity == said.severity() && expected.act == said.act &&
           (!expected.due || *expected.due == said.due);
}

bool agrees(const CaseTable::ExpectedNext& expected, const NextAct& said)
{
    return expected.act == said.act && (!expected.about || *expected.about == said.about) &&
           (!expected.earliest || *expected.earliest == said.earliest) &&
           (!expected.latest || *expected.latest == said.latest) &&
           (!expected.blocked_by || *expected.blocked_by == said.blocked_by);
}

bool findings_agree(const CaseTable& table, const Verdict& verdict)
{
    auto is_expected = [&table](const Finding& said) {
        return std::ranges::any_of(table.findings, [&said](const auto& expected) { return agrees(expected, said); });
    };
    auto is_said = [&verdict](const CaseTable::ExpectedFinding& expected) {
        return std::ranges::any_of(verdict.findings, [&](const Finding& said) { return agrees(expected, said); });
    };
    return table.findings.size() == verdict.findings.size() && std::ranges::all_of(verdict.findings, is_expected) &&
           std::ranges::all_of(table.findings, is_said);
}

bool next_agrees(const CaseTable& table, const Verdict& verdict)
{
    if (!table.looks_at_next)
        return true;
    if (table.has_more ? verdict.next.size() < table.next.size() : verdict.next.size() != table.next.size())
        return false;
    for (std::size_t place = 0; place < table.next.size(); ++place)
        if (!agrees(table.next[place], verdict.next[place]))
            return false;
    return true;
}

} // namespace

TEST(JudgeCases, the_judge_says_what_the_tables_expect)
{
    auto tables = all_case_tables();
    ASSERT_GE(tables.size(), 10U);
    for (const auto& table : tables) {
        ASSERT_TRUE(table.as_of && table.outcome) << table.place << " lacks as_of or expect";
        auto verdict = judge(table.judged, *table.as_of, shipped_rulebooks(), viet_nam());
        bool agrees =
            verdict.outcome == *table.outcome && findings_agree(table, verdict) && next_agrees(table, verdict);
        EXPECT_TRUE(agrees) << table.place << ": " << table.name << text_of(verdict, table.judged);
    }
}

TEST(JudgeCases, a_line_that_cannot_be_read_is_named)
{
    EXPECT_THROW(
        {
            try {
                read_case_tables(PHUSA_SOURCE_DIR "/tests/rules/README.md");
            } catch (const std::runtime_error& error) {
                EXPECT_TRUE(std::string(error.what()).starts_with("README.md:")) << error.what();
                throw;
            }
        },
        std::runtime_error);
}

} // namespace phusa
