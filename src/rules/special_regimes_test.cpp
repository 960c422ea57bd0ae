#include "rules/special_regimes.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

TEST(SpecialRegimes, EveryRegimeAsksForAPaperToday)
{
    for (auto regime : all_special_regimes())
        EXPECT_NE(requirement_on(regime, day("2026-11-23"), shipped_special_regimes()), nullptr) << key_of(regime);
}

TEST(SpecialRegimes, TheOneInForceOnTheDayCountsAndBeforeTheFirstThereIsNone)
{
    auto all = shipped_special_regimes();
    auto believer = [&](std::string_view iso) {
        return requirement_on(SpecialRegime::religious_believer, day(iso), all);
    };
    EXPECT_EQ(believer("2004-09-27"), nullptr);
    EXPECT_EQ(believer("2018-08-27")->citation, "Quy định số 123-QĐ/TW ngày 28/9/2004");
    EXPECT_EQ(believer("2018-08-28")->citation, "Quy định số 06-QĐ/TW ngày 28/8/2018");
    EXPECT_EQ(requirement_on(SpecialRegime::population_policy, day("2018-08-27"), all), nullptr);
}

TEST(SpecialRegimes, WhatIsWrongInTheFileIsNamed)
{
    auto message = [](std::string_view toml) {
        auto parsed = parse_special_regimes(toml);
        return parsed ? std::string() : parsed.error().message;
    };
    EXPECT_EQ(message("[[case]]\nregime = \"x\""),
              "special_regimes.toml, trường hợp thứ 1: regime: không có trường hợp này");
    EXPECT_EQ(message("[[case]]\nregime = \"no_cell\"\nfrom = 2006-01-01\nconfidence = \"S\"\npaper = \"a\""),
              "special_regimes.toml, trường hợp thứ 1: citation: thiếu");
    EXPECT_EQ(message("[[case]]\nregime = \"no_cell\"\nfrm = 1"),
              "special_regimes.toml, trường hợp thứ 1: frm: không có mục này");
    constexpr std::string_view once = "[[case]]\nregime = \"no_cell\"\nfrom = 2006-01-01\nconfidence = \"S\"\n"
                                      "paper = \"a\"\ncitation = \"b\"\n";
    EXPECT_EQ(message(std::string(once) + std::string(once)),
              "special_regimes.toml, trường hợp thứ 2: from: không sau mục đứng trước của cùng trường hợp");
}

} // namespace

} // namespace phusa
