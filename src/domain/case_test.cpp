#include "domain/case.hpp"
#include "domain/verdict.hpp"

#include <gtest/gtest.h>

#include <set>

namespace phusa
{

namespace
{

TEST(Act, every_kind_is_found_by_its_key_and_has_a_title)
{
    std::set<std::string_view> keys;
    for (auto kind : all_act_kinds()) {
        EXPECT_EQ(act_kind(key_of(kind)), kind);
        EXPECT_FALSE(title_of(kind).empty());
        keys.insert(key_of(kind));
    }
    EXPECT_EQ(keys.size(), 20U);
    EXPECT_FALSE(act_kind("baptism"));
}

TEST(Act, details_are_found_by_their_keys)
{
    EXPECT_EQ(matter("recognition"), Matter::recognition);
    EXPECT_EQ(certificate_kind("new_member"), CertificateKind::new_member);
    EXPECT_EQ(consent_kind("village_elder"), ConsentKind::village_elder);
    EXPECT_EQ(introducer("trade_union"), Introducer::trade_union);
    EXPECT_EQ(transfer_stage("outside"), TransferStage::outside);
    EXPECT_EQ(leaving_cause("expunged_sentence"), LeavingCause::expunged_sentence);
    EXPECT_EQ(area("disadvantaged"), Area::disadvantaged);
    EXPECT_FALSE(matter("Admission"));
    EXPECT_FALSE(area(""));
}

TEST(Rule, every_rule_is_found_by_its_key)
{
    std::set<std::string_view> keys;
    for (std::size_t number = 0; number < rule_count; ++number) {
        auto each = static_cast<Rule>(number);
        EXPECT_EQ(rule(key_of(each)), each);
        EXPECT_FALSE(title_of(each).empty());
        keys.insert(key_of(each));
    }
    EXPECT_EQ(keys.size(), rule_count);
    EXPECT_FALSE(rule("age"));
}

TEST(Rule, only_deadlines_and_rounds_warn)
{
    std::set<std::string_view> warnings;
    for (std::size_t number = 0; number < rule_count; ++number)
        if (severity_of(static_cast<Rule>(number)) == Severity::warn)
            warnings.insert(key_of(static_cast<Rule>(number)));
    EXPECT_EQ(warnings, (std::set<std::string_view>{"vote.rounds", "decision.late", "ceremony.late",
                                                    "member_declaration.late", "recognition.late"}));
}

TEST(RuleSet, keeps_the_order_of_the_table)
{
    RuleSet set;
    EXPECT_TRUE(set.empty());
    set.add(Rule::helper_missing);
    set.add(Rule::age_min);
    set.add(Rule::stale);
    set.add(Rule::age_min);
    EXPECT_TRUE(set.contains(Rule::stale));
    EXPECT_FALSE(set.contains(Rule::chronology));
    EXPECT_EQ(set.rules(), (std::vector<Rule>{Rule::age_min, Rule::stale, Rule::helper_missing}));
}

} // namespace

} // namespace phusa
