#include "app/story_people.hpp"

#include "app/columns.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace phusa
{

namespace
{

using Term = stats::Indicator::CodeTerm;

// Nobody was ever older; what a band without an upper end has as its end.
constexpr int open_age_months = 150 * 12;

template<typename Code>
bool narrow(std::vector<Code>& codes, const Term& term)
{
    for (const auto& value : admission_dimensions()[term.dimension].values)
        if (term.accepted.test(value.code))
            codes.push_back(static_cast<Code>(value.code));
    return true;
}

struct Flag {
    std::string_view key;
    std::optional<bool> PeopleQuestion::* member;
};

constexpr Flag flags[] = {
    {"youth_union_member", &PeopleQuestion::youth_union},
    {"private_owner", &PeopleQuestion::private_owner},
    {"population_policy", &PeopleQuestion::population_policy},
    {"foreign_marriage", &PeopleQuestion::foreign_marriage},
    {"readmission", &PeopleQuestion::readmission},
};

bool narrow(PeopleQuestion& question, const Term& term)
{
    const auto& key = admission_dimensions()[term.dimension].key;
    if (key == "sex")
        return narrow(question.admission_sexes, term);
    if (key == "occupation")
        return narrow(question.admission_occupations, term);
    if (key == "general_education")
        return narrow(question.admission_educations, term);
    if (key == "qualification")
        return narrow(question.admission_qualifications, term);
    if (key == "academic_title")
        return narrow(question.admission_titles, term);
    if (key == "ethnicity")
        return narrow(question.admission_ethnicities, term);
    if (key == "religion")
        return narrow(question.admission_religions, term);
    auto flag = std::ranges::find(flags, key, &Flag::key);
    if (flag == std::end(flags) || term.accepted.count() != 1)
        return false;
    question.*(flag->member) = term.accepted.test(1);
    return true;
}

} // namespace

std::optional<PeopleQuestion> people_behind(const stats::Indicator& indicator, PeopleQuestion admitted)
{
    for (const auto& term : indicator.codes)
        if (!narrow(admitted, term))
            return std::nullopt;
    if (!indicator.asks_age())
        return admitted;
    if (indicator.age_from_months >= 12)
        admitted.age_from = indicator.age_from_months / 12;
    if (indicator.age_until_months < open_age_months)
        admitted.age_to = indicator.age_until_months / 12 - 1;
    return admitted;
}

} // namespace phusa
