#include "app/glance_parts.hpp"

#include "domain/codes.hpp"

#include <cassert>
#include <functional>

namespace phusa
{

namespace
{

// Narrows a question to the people of one code.
using Narrow = std::function<void(PeopleQuestion&, std::uint8_t code)>;

Glance::Breakdown by_code(const Glance& glance, const AdmissionCube& cube, std::string_view key, const Narrow& narrow)
{
    auto index = cube.columns.dimension(key);
    assert(index);
    const auto& dimension = cube.columns.dimensions()[*index];
    auto counts = stats::count_by_code(cube.columns, {cube.range_of(glance.unit.id), glance.breakdown_period}, *index);
    Glance::Breakdown breakdown{.key = std::string(key), .title = dimension.title, .parts = {}};
    for (const auto& value : dimension.values) {
        if (counts[value.code] == 0)
            continue;
        Figure figure{.value = counts[value.code], .people = glance.this_year.people};
        figure.people.admitted_from = glance.breakdown_period.first;
        figure.people.admitted_to = glance.breakdown_period.last;
        narrow(figure.people, value.code);
        breakdown.parts.push_back({value.title, std::move(figure)});
    }
    return breakdown;
}

struct AgeBand {
    const char* title;
    int from;
    std::optional<int> to;
};

// Biểu 2-BTCTW, II.2. The youngest band also takes those whose age came out below 18, which is a fault of the data.
constexpr AgeBand age_bands[] = {{"Từ 18 đến 30 tuổi", 0, 30},  {"Từ 31 đến 35 tuổi", 31, 35},
                                 {"Từ 36 đến 40 tuổi", 36, 40}, {"Từ 41 đến 45 tuổi", 41, 45},
                                 {"Từ 46 đến 50 tuổi", 46, 50}, {"Từ 51 đến 55 tuổi", 51, 55},
                                 {"Từ 56 đến 60 tuổi", 56, 60}, {"Trên 60 tuổi", 61, std::nullopt}};

Glance::Breakdown by_age(const Glance& glance, const AdmissionCube& cube)
{
    std::vector<stats::Indicator> bands;
    for (const auto& band : age_bands) {
        stats::Indicator indicator;
        indicator.age_from_months = static_cast<std::uint16_t>(std::max(1, band.from * 12));
        indicator.age_until_months = static_cast<std::uint16_t>(band.to ? (*band.to + 1) * 12 : 2400);
        bands.push_back(std::move(indicator));
    }
    auto counts = stats::count(cube.columns, {cube.range_of(glance.unit.id), glance.breakdown_period}, bands);
    Glance::Breakdown breakdown{.key = "age", .title = "Tuổi đời", .parts = {}};
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (counts.of[i] == 0)
            continue;
        Figure figure{.value = counts.of[i], .people = glance.this_year.people};
        figure.people.admitted_from = glance.breakdown_period.first;
        figure.people.admitted_to = glance.breakdown_period.last;
        figure.people.age_from = age_bands[i].from;
        figure.people.age_to = age_bands[i].to;
        breakdown.parts.push_back({age_bands[i].title, std::move(figure)});
    }
    return breakdown;
}

} // namespace

void add_breakdowns(Glance& glance, const AdmissionCube& cube)
{
    glance.breakdown_total =
        stats::count(cube.columns, {cube.range_of(glance.unit.id), glance.breakdown_period}, {}).total;
    auto& all = glance.breakdowns;
    all.push_back(by_code(glance, cube, "occupation", [](PeopleQuestion& question, std::uint8_t code) {
        question.admission_occupations = {static_cast<Occupation>(code)};
    }));
    all.push_back(by_age(glance, cube));
    all.push_back(by_code(glance, cube, "sex", [](PeopleQuestion& question, std::uint8_t code) {
        question.admission_sexes = {static_cast<Sex>(code)};
    }));
    all.push_back(by_code(glance, cube, "youth_union_member",
                          [](PeopleQuestion& question, std::uint8_t code) { question.youth_union = code == 1; }));
    all.push_back(by_code(glance, cube, "general_education", [](PeopleQuestion& question, std::uint8_t code) {
        question.admission_educations = {static_cast<GeneralEducation>(code)};
    }));
    all.push_back(by_code(glance, cube, "qualification", [](PeopleQuestion& question, std::uint8_t code) {
        question.admission_qualifications = {static_cast<Qualification>(code)};
    }));
}

} // namespace phusa
