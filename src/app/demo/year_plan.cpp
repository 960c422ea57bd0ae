#include "app/demo/year_plan.hpp"

#include "app/demo/quota.hpp"
#include "app/demo/random.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace phusa::demo
{

namespace
{

struct Part {
    Occupation occupation;
    double share;
};

// How the article's groups fall into the rows of Biểu 2: an assumption.
constexpr Part state_parts[] = {
    {Occupation::state_official, 0.38},
    {Occupation::party_mass_official, 0.20},
    {Occupation::commune_official, 0.42},
};
constexpr Part enterprise_parts[] = {
    {Occupation::enterprise_leader, 0.12},
    {Occupation::enterprise_staff, 0.32},
    {Occupation::enterprise_worker, 0.56},
};
constexpr Part other_parts[] = {
    {Occupation::village_activist, 0.31},
    {Occupation::student, 0.17},
    {Occupation::pupil, 0.01},
    {Occupation::other, 0.51},
};

int& at(YearPlan& plan, Occupation occupation) { return plan.occupations[static_cast<std::size_t>(occupation)]; }

void split(YearPlan& plan, int count, std::span<const Part> parts)
{
    std::vector<double> wishes;
    for (const auto& part : parts)
        wishes.push_back(count * part.share);
    auto counts = apportion(wishes, count);
    for (std::size_t i = 0; i < parts.size(); ++i)
        at(plan, parts[i].occupation) = counts[i];
}

struct Groups {
    int state_agencies = 0;
    int public_service = 0;
    int private_service = 0;
    int production_and_business = 0;
    int farmers = 0;
    int armed_forces = 0;
};

void split_occupations(YearPlan& plan, const Groups& groups)
{
    split(plan, groups.state_agencies, state_parts);
    split(plan, groups.production_and_business, enterprise_parts);
    at(plan, Occupation::public_service) = groups.public_service;
    at(plan, Occupation::private_service) = groups.private_service;
    at(plan, Occupation::farmer) = groups.farmers;
    at(plan, Occupation::armed_forces) = groups.armed_forces;
    int rest = plan.total - groups.state_agencies - groups.public_service - groups.private_service -
               groups.production_and_business - groups.farmers - groups.armed_forces;
    assert(rest >= 0);
    split(plan, rest, other_parts);
}

Period span_of(std::size_t year_number)
{
    const auto& article = admission_file().article;
    auto year = Period::year(article.first.year() + static_cast<int>(year_number));
    return {year.first, std::min(year.last, article.last)};
}

// Within some percent of the file's number, so that no two years are quite alike. The same for every seed.
int varied(int year, int a_year)
{
    constexpr std::uint64_t no_seed = 0;
    double drawn = Random(no_seed, "pace", static_cast<std::uint64_t>(year)).unit();
    return static_cast<int>(a_year * (0.95 + 0.1 * drawn));
}

YearPlan plan_of(int year, Period days)
{
    int total = varied(year, admission_file().a_year(year));
    const auto& file = admission_file();
    auto count = [&](std::string_view key) {
        return static_cast<int>(std::floor(total * file.share(year, key) / 100 + 0.5));
    };
    YearPlan plan{.days = days, .total = total};
    plan.women = count("women");
    plan.youth_union = count("youth_union");
    plan.age_18_30 = count("age_18_30");
    plan.age_41_up = count("age_41_up");
    plan.primary = count("primary");
    plan.lower_secondary = count("lower_secondary");
    plan.intermediate = count("intermediate");
    plan.college = count("college");
    plan.university = count("university");
    plan.postgraduate = count("postgraduate");
    split_occupations(plan, {.state_agencies = count("state_agencies"),
                             .public_service = count("public_service"),
                             .private_service = count("private_service"),
                             .production_and_business = count("production_and_business"),
                             .farmers = count("farmers"),
                             .armed_forces = count("armed_forces")});
    return plan;
}

} // namespace

std::vector<YearPlan> article_plans()
{
    const auto& file = admission_file();
    auto years = [&](std::string_view key) {
        const auto& quota = file.quotas.find(key)->second;
        return rising(quota.total, quota.slope, file.totals);
    };
    auto women = years("women"), youth_union = years("youth_union"), young = years("age_18_30"),
         old = years("age_41_up"), lower_secondary = years("lower_secondary"), intermediate = years("intermediate"),
         college = years("college"), university = years("university"), postgraduate = years("postgraduate"),
         state = years("state_agencies"), service = years("public_service"), private_service = years("private_service"),
         production = years("production_and_business"), farmers = years("farmers"), army = years("armed_forces");
    std::vector<YearPlan> plans;
    for (std::size_t i = 0; i < file.totals.size(); ++i) {
        YearPlan plan{.days = span_of(i), .total = file.totals[i]};
        plan.women = women[i];
        plan.youth_union = youth_union[i];
        plan.age_18_30 = young[i];
        plan.age_41_up = old[i];
        plan.lower_secondary = lower_secondary[i];
        plan.intermediate = intermediate[i];
        plan.college = college[i];
        plan.university = university[i];
        plan.postgraduate = postgraduate[i];
        split_occupations(plan, {.state_agencies = state[i],
                                 .public_service = service[i],
                                 .private_service = private_service[i],
                                 .production_and_business = production[i],
                                 .farmers = farmers[i],
                                 .armed_forces = army[i]});
        plans.push_back(plan);
    }
    return plans;
}

std::vector<YearPlan> all_plans(int last_year)
{
    const auto& file = admission_file();
    std::vector<YearPlan> plans;
    int year = file.paces.front().from;
    for (; year < file.article.first.year(); ++year)
        plans.push_back(plan_of(year, Period::year(year)));
    std::ranges::copy(article_plans(), std::back_inserter(plans));
    year = file.article.last.year();
    plans.push_back(plan_of(year, {file.article.last.plus_days(1), Period::year(year).last}));
    for (++year; year <= last_year; ++year)
        plans.push_back(plan_of(year, Period::year(year)));
    return plans;
}

} // namespace phusa::demo
