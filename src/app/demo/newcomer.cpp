#include "app/demo/newcomer.hpp"

#include "app/demo/admission_days.hpp"
#include "app/demo/quota.hpp"
#include "app/demo/random.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace phusa::demo
{

namespace
{

using Rows = std::vector<std::uint32_t>;
// One weight for each row of Biểu 2, from `unknown` to `other`.
using Weights = std::array<double, YearPlan::occupation_rows>;

constexpr double always = 1e12;
constexpr double hardly = 1e-6;

constexpr int months_a_year = 12;
constexpr int youngest = 18 * months_a_year;
constexpr int middle_age = 31 * months_a_year;
constexpr int older_age = 41 * months_a_year;
constexpr int oldest = 58 * months_a_year;

//                             -  state party comm vill  publ priv lead staff work farm army stud  pupil other
constexpr Weights woman_odds = {1, .7, .9, .8, 1.0, 3.4, 3.0, .5, 1.6, 1.1, 1.3, .04, 1.5, 1.3, 1.2};
constexpr Weights young_odds = {1, 1.2, 1.0, .8, .25, 1.4, 1.8, .3, 1.5, 1.2, .6, 15, always, always, .9};
constexpr Weights older_odds = {1, .5, .7, .8, 3.5, .6, .4, 3.0, .7, .8, 2.2, .2, hardly, hardly, 1.2};
constexpr Weights little_school_odds = {1,   hardly, hardly, .02, 1.6,    hardly, .01, .05,
                                        .05, .6,     2.2,    .01, hardly, hardly, .7};
constexpr Weights postgraduate_odds = {hardly, 3,      2,      .02, hardly, 1.5,    1,     .8,
                                       .1,     hardly, hardly, .2,  hardly, hardly, hardly};
constexpr Weights university_odds = {hardly, 6, 6, 1.2, .10, 2.4, 2.0, 5, 2.5, .06, .05, 3, hardly, hardly, .5};
constexpr Weights college_odds = {hardly, 1.5, 2, 1.2, .12, 4.5, 3.5, 1.2, 2.5, .25, .14, 1.2, hardly, hardly, .6};
constexpr Weights intermediate_odds = {hardly, always, always, 6, .8,     always, always, 3,
                                       4,      1,      .6,     2, hardly, hardly, 1};
constexpr Weights elementary_chance = {0, 0, 0, .2, .08, .3, .3, .2, .4, .7, .1, .35, 0, 0, .25};

class Year
{
public:
    Year(const YearPlan& plan, Random random) : plan_(plan), random_(random), people_(plan.total), all_(plan.total)
    {
        std::iota(all_.begin(), all_.end(), 0U);
    }

    std::vector<Newcomer> make(const AdmissionDays& days)
    {
        give_occupations();
        for (auto row : chosen(all_, plan_.women, [&](const auto& who) { return at(woman_odds, who); }))
            people_[row].sex = Sex::female;
        give_ages();
        give_youth_union();
        give_schooling();
        give_qualifications();
        for (auto& who : people_)
            who.counted_on = days.draw(random_);
        return std::move(people_);
    }

private:
    static double at(const Weights& weights, const Newcomer& who)
    {
        return weights[static_cast<std::size_t>(who.occupation)];
    }

    template<typename Weight>
    Rows chosen(const Rows& candidates, int count, Weight weight)
    {
        return choose(candidates, std::min(count, static_cast<int>(candidates.size())),
                      [&](std::uint32_t row) { return random_.score(weight(people_[row])); });
    }

    // What `taken` leaves of `rows`; both ascend.
    static Rows without(const Rows& rows, const Rows& taken)
    {
        Rows left;
        std::ranges::set_difference(rows, taken, std::back_inserter(left));
        return left;
    }

    void give_occupations()
    {
        std::vector<Occupation> occupations;
        for (std::size_t row = 0; row < plan_.occupations.size(); ++row)
            occupations.insert(occupations.end(), static_cast<std::size_t>(plan_.occupations[row]),
                               static_cast<Occupation>(row));
        assert(static_cast<int>(occupations.size()) == plan_.total);
        random_.shuffle(occupations);
        for (auto row : all_)
            people_[row].occupation = occupations[row];
    }

    // Low numbers are likelier: the smaller of two draws.
    int early(int first, int end) { return std::min(random_.between(first, end - 1), random_.between(first, end - 1)); }

    void give_ages()
    {
        auto young = chosen(all_, plan_.age_18_30, [](const auto& who) { return at(young_odds, who); });
        auto others = without(all_, young);
        auto old = chosen(others, plan_.age_41_up, [](const auto& who) { return at(older_odds, who); });
        for (auto row : young)
            people_[row].age_months = young_age(people_[row].occupation);
        for (auto row : without(others, old))
            people_[row].age_months = early(middle_age, older_age);
        for (auto row : old)
            people_[row].age_months = early(older_age, oldest);
    }

    int young_age(Occupation occupation)
    {
        if (occupation == Occupation::pupil)
            return random_.between(youngest, youngest + months_a_year - 1);
        if (occupation == Occupation::student)
            return random_.between(19 * months_a_year, 23 * months_a_year);
        bool trained = occupation != Occupation::farmer && occupation != Occupation::other &&
                       occupation != Occupation::armed_forces && occupation != Occupation::enterprise_worker;
        return random_.between(trained ? 21 * months_a_year : youngest + 6, middle_age - 1);
    }

    // Nearly all of the age, some who stayed on until 35.
    void give_youth_union()
    {
        auto odds = [](const Newcomer& who) {
            if (who.age_months < middle_age)
                return 400.0;
            if (who.age_months < middle_age + 2 * months_a_year)
                return 1.0;
            return who.age_months < middle_age + 5 * months_a_year ? 0.15 : 1e-9;
        };
        for (auto row : chosen(all_, plan_.youth_union, odds))
            people_[row].youth_union_member = true;
    }

    void give_schooling()
    {
        auto odds = [](const Newcomer& who) {
            double age = who.age_months < middle_age ? 0.4 : who.age_months < older_age ? 1.2 : 3.0;
            return at(little_school_odds, who) * age;
        };
        auto least = chosen(all_, plan_.primary, odds);
        auto less = chosen(without(all_, least), plan_.lower_secondary, odds);
        for (auto row : least)
            people_[row].general_education = GeneralEducation::primary;
        for (auto row : less)
            people_[row].general_education = GeneralEducation::lower_secondary;
    }

    void give_qualifications()
    {
        Rows left;
        std::ranges::copy_if(all_, std::back_inserter(left), [&](auto row) {
            return people_[row].general_education == GeneralEducation::upper_secondary;
        });
        auto give = [&](int count, Qualification qualification, const Weights& odds, int from_age_years) {
            auto rows = chosen(left, count, [&](const auto& who) {
                return who.age_months < from_age_years * months_a_year ? hardly * hardly : at(odds, who);
            });
            for (auto row : rows)
                people_[row].qualification = qualification;
            left = without(left, rows);
            return rows;
        };
        auto postgraduates = give(plan_.postgraduate, Qualification::master, postgraduate_odds, 25);
        for (auto row : chosen(postgraduates, plan_.postgraduate / 25, [](const auto& who) { return who.age_months; }))
            people_[row].qualification = Qualification::doctor;
        give(plan_.university, Qualification::university, university_odds, 22);
        give(plan_.college, Qualification::college, college_odds, 21);
        give(plan_.intermediate, Qualification::intermediate, intermediate_odds, 20);
        for (auto& who : people_)
            if (who.qualification == Qualification::none && random_.chance(at(elementary_chance, who)))
                who.qualification = Qualification::elementary;
    }

    const YearPlan& plan_;
    Random random_;
    std::vector<Newcomer> people_;
    Rows all_;
};

// Ages move by a month, within their bands, until their sum gives the mean exactly.
void settle_mean_age(std::vector<Newcomer>& people, std::size_t first, std::size_t end, double mean_years,
                     Random random)
{
    long wanted = static_cast<long>(mean_years * months_a_year * static_cast<double>(end - first) + 0.5);
    long sum = 0;
    for (auto i = first; i < end; ++i)
        sum += people[i].age_months;
    auto stays = [](int months, int step) {
        auto band = [](int age) { return age < middle_age ? 0 : age < older_age ? 1 : 2; };
        return months + step >= youngest && months + step < oldest && band(months) == band(months + step);
    };
    while (sum != wanted) {
        auto& who = people[first + random.below(static_cast<std::uint32_t>(end - first))];
        int step = sum < wanted ? 1 : -1;
        // Pupils, students and the youngest graduates keep their age, so that no one is too young for what they are.
        bool early = who.age_months < 26 * months_a_year;
        if (early || !stays(who.age_months, step))
            continue;
        who.age_months += step;
        sum += step;
    }
}

} // namespace

std::vector<Newcomer> make_newcomers(std::uint64_t seed, const Structure& structure, int last_year)
{
    const auto& file = admission_file();
    std::vector<Newcomer> people;
    std::size_t article_first = 0, article_end = 0;
    for (const auto& plan : all_plans(last_year)) {
        if (plan.days.first == file.article.first)
            article_first = people.size();
        auto number = static_cast<std::uint64_t>(plan.days.first.days_since_1900());
        AdmissionDays days(plan.days);
        auto year = Year(plan, Random(seed, "year", number)).make(days);
        std::ranges::sort(year, {}, &Newcomer::counted_on);
        std::ranges::move(year, std::back_inserter(people));
        if (plan.days.last == file.article.last)
            article_end = people.size();
    }
    settle_mean_age(people, article_first, article_end, file.mean_age, Random(seed, "mean age"));
    for (std::size_t i = 0; i < people.size(); ++i)
        people[i].number = static_cast<std::uint32_t>(i + 1);
    place_newcomers(seed, structure, people);
    return people;
}

} // namespace phusa::demo
