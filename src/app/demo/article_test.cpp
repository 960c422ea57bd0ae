#include "app/columns.hpp"
#include "app/demo/newcomer.hpp"
#include "app/demo/quota.hpp"
#include "app/demo/random.hpp"
#include "app/demo/year_plan.hpp"
#include "base/embedded.hpp"
#include "base/number_text.hpp"
#include "stats/count.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <numeric>
#include <sstream>

namespace phusa::demo
{

namespace
{

stats::Columns columns_of(const std::vector<Newcomer>& people)
{
    stats::Columns columns(admission_dimensions());
    for (const auto& who : people) {
        std::vector<std::uint8_t> codes(columns.dimensions().size());
        codes[*columns.dimension("sex")] = static_cast<std::uint8_t>(who.sex);
        codes[*columns.dimension("occupation")] = static_cast<std::uint8_t>(who.occupation);
        codes[*columns.dimension("general_education")] = static_cast<std::uint8_t>(who.general_education);
        codes[*columns.dimension("qualification")] = static_cast<std::uint8_t>(who.qualification);
        codes[*columns.dimension("youth_union_member")] = who.youth_union_member ? 1 : 0;
        columns.add(0, static_cast<std::uint16_t>(who.counted_on.days_since_1900()),
                    static_cast<std::uint16_t>(who.age_months), codes);
    }
    columns.sort();
    return columns;
}

const std::vector<Newcomer>& newcomers(std::uint64_t seed)
{
    static const Structure structure = make_structure(1, Date::of(2026, 11, 23).value());
    static std::map<std::uint64_t, std::vector<Newcomer>> made;
    auto [people, is_new] = made.try_emplace(seed);
    if (is_new)
        people->second = make_newcomers(seed, structure, 2026);
    return people->second;
}

// One run of tests/demo/article.case against the people of one seed.
class ArticleCase
{
public:
    explicit ArticleCase(std::uint64_t seed) : columns_(columns_of(newcomers(seed)))
    {
        auto file =
            stats::read_indicators(*embedded_file("regulations/indicators/article.toml"), columns_.dimensions());
        EXPECT_TRUE(file) << file.error().message;
        indicators_ = *file;
    }

    int check(const std::string& path)
    {
        std::ifstream file(path);
        int lines = 0;
        for (std::string line; std::getline(file, line);) {
            std::istringstream words(line);
            std::string key, count, share;
            words >> key >> count >> share;
            if (key.empty() || key[0] == '#')
                continue;
            SCOPED_TRACE(line);
            ++lines;
            check_line(key, count, share);
        }
        return lines;
    }

private:
    void check_line(const std::string& key, const std::string& count, const std::string& share)
    {
        if (key == "days") {
            slice_ = {{0, 1}, *Period::parse(count)};
            counts_ = stats::count(columns_, slice_, indicators_.indicators);
        } else if (key == "total") {
            EXPECT_EQ(std::to_string(counts_.total), count);
        } else if (key == "mean-age") {
            EXPECT_EQ(vietnamese_decimal(counts_.mean_age(), 1), count);
        } else if (key == "rises") {
            check_rise(count);
        } else {
            auto found = counts_.of[number_of(key)];
            EXPECT_EQ(std::to_string(found), count);
            int decimals = share.size() - share.find(',') - 2;
            EXPECT_EQ(vietnamese_share(found, counts_.total, decimals), share);
        }
    }

    std::size_t number_of(const std::string& key)
    {
        return static_cast<std::size_t>(&indicators_.at(key) - indicators_.indicators.data());
    }

    void check_rise(const std::string& key)
    {
        std::vector<int> parts, sizes;
        for (const auto& year : stats::count_by_year(columns_, slice_, indicators_.indicators)) {
            parts.push_back(static_cast<int>(year.counts.of[number_of(key)]));
            sizes.push_back(static_cast<int>(year.counts.total));
        }
        EXPECT_EQ(sizes, admission_file().totals);
        EXPECT_TRUE(rises_strictly(parts, sizes)) << testing::PrintToString(parts);
    }

    stats::Columns columns_;
    stats::IndicatorFile indicators_;
    stats::Slice slice_;
    stats::Counts counts_;
};

TEST(DemoAdmissions, HaveEveryNumberOfTheArticle)
{
    for (std::uint64_t seed : {1, 2, 20120331}) {
        SCOPED_TRACE(seed);
        EXPECT_EQ(ArticleCase(seed).check(PHUSA_SOURCE_DIR "/tests/demo/article.case"), 29);
    }
}

TEST(DemoAdmissions, GatherAroundTheThreeFeasts)
{
    int near = 0, all = 0;
    for (const auto& who : newcomers(1)) {
        if (!admission_file().article.contains(who.counted_on))
            continue;
        ++all;
        for (auto [month, day] : {std::pair(2, 3), std::pair(5, 19), std::pair(9, 2)}) {
            int ahead = days_between(who.counted_on, Date::of(who.counted_on.year(), month, day).value());
            near += -2 <= ahead && ahead <= 12;
        }
    }
    EXPECT_EQ(all, 10986);
    EXPECT_GT(near, all * 6 / 10);
    EXPECT_LT(near, all * 9 / 10);
}

TEST(DemoAdmissions, ArePlausibleTogether)
{
    int young_members = 0, youth_union = 0, women_teachers = 0, teachers = 0;
    for (const auto& who : newcomers(1)) {
        EXPECT_GE(who.age_months, 216);
        EXPECT_LE(who.age_months, 720);
        if (!admission_file().article.contains(who.counted_on))
            continue;
        bool trained = who.qualification >= Qualification::intermediate;
        bool official = who.occupation == Occupation::state_official || who.occupation == Occupation::public_service;
        EXPECT_TRUE(trained || !official) << who.number;
        if (who.occupation == Occupation::student || who.occupation == Occupation::pupil) {
            EXPECT_FALSE(trained) << who.number;
            EXPECT_LT(who.age_months, 372);
        }
        EXPECT_TRUE(who.qualification < Qualification::university || who.age_months >= 21 * 12) << who.number;
        youth_union += who.youth_union_member;
        young_members += who.youth_union_member && who.age_months < 372;
        EXPECT_FALSE(who.youth_union_member && who.age_months >= 36 * 12) << who.number;
        teachers += who.occupation == Occupation::public_service;
        women_teachers += who.occupation == Occupation::public_service && who.sex == Sex::female;
    }
    EXPECT_GT(young_members, youth_union * 9 / 10);
    EXPECT_GT(women_teachers, teachers * 6 / 10);
}

TEST(DemoAdmissions, HappenInCellsThatAreThere)
{
    auto structure = make_structure(1, Date::of(2026, 11, 23).value());
    for (const auto& who : newcomers(1))
        ASSERT_TRUE(structure.cell(who.cell).is_there(who.counted_on)) << who.number;
}

TEST(DemoAdmissions, AreTheSameWhateverTheAsOfDay)
{
    auto early = make_structure(1, Date::of(2013, 12, 31).value());
    auto people = make_newcomers(1, early, 2013);
    const auto& all = newcomers(1);
    ASSERT_LT(people.size(), all.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        EXPECT_EQ(people[i].counted_on, all[i].counted_on);
        EXPECT_EQ(people[i].age_months, all[i].age_months);
    }
}

TEST(Quota, ApportionsByTheLargestRemainders)
{
    EXPECT_EQ(apportion(std::vector{1.5, 2.25, 0.25}, 4), (std::vector{2, 2, 0}));
    EXPECT_EQ(apportion(std::vector{0.0, 3.0}, 3), (std::vector{0, 3}));
}

TEST(Quota, RisingAddsUpAndRises)
{
    std::vector<int> sizes{1990, 2050, 566};
    auto parts = rising(2000, 1.0, sizes);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), 0), 2000);
    EXPECT_TRUE(rises_strictly(parts, sizes));
    EXPECT_FALSE(rises_strictly(std::vector{1, 1}, std::vector{10, 10}));
    EXPECT_FALSE(rises_strictly(rising(2000, -1.0, sizes), sizes));
}

TEST(DemoRandom, IsTheSameEverywhere)
{
    demo::Random random(1, "test", 2);
    EXPECT_EQ(random.next(), 3250174645528056457U);
}

} // namespace

} // namespace phusa::demo
