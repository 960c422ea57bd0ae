#include "app/people_question.hpp"

#include "base/text.hpp"
#include "storage/organisations.hpp"
#include "storage/people_list.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

bool asks_for_admissions(const PeopleQuestion& question)
{
    return question.admitted_from || question.admitted_to || question.admitted_at || question.youth_union ||
           !question.admission_sexes.empty() || !question.admission_occupations.empty() ||
           !question.admission_educations.empty() || !question.admission_qualifications.empty() || question.age_from ||
           question.age_to;
}

// The cells below a unit in the structure that was asked for; empty for the whole register.
Result<std::vector<OrganisationId>> cells_below(App& app, const Gate& gate, const PeopleQuestion& question)
{
    std::vector<OrganisationId> cells;
    if (!question.admitted_at)
        return cells;
    TRY_DO(gate.pass(Right::see_people, *question.admitted_at));
    auto tree = app.tree_on(question.structure.value_or(question.admitted_to.value_or(app.today())));
    auto position = tree->find(*question.admitted_at);
    if (!position)
        return problem(Problem::Kind::not_found, "Tổ chức này không có trong cơ cấu của ngày được hỏi.");
    auto range = tree->subtree(*position);
    if (range.first == 0 && range.last + 1 == tree->size())
        return cells;
    for (auto below = range.first; below <= range.last; ++below)
        cells.push_back(tree->at(below).id);
    return cells;
}

Result<storage::AdmissionFilter> admission_filter_of(App& app, const Gate& gate, const PeopleQuestion& question)
{
    return storage::AdmissionFilter{.counted_from = question.admitted_from,
                                    .counted_to = question.admitted_to,
                                    .cells = TRY(cells_below(app, gate, question)),
                                    .youth_union = question.youth_union,
                                    .sexes = question.admission_sexes,
                                    .occupations = question.admission_occupations,
                                    .educations = question.admission_educations,
                                    .qualifications = question.admission_qualifications,
                                    .age_from = question.age_from,
                                    .age_to = question.age_to};
}

template<typename Enum>
std::string either(const std::vector<Enum>& values)
{
    std::vector<std::string> titles;
    for (auto value : values) {
        if constexpr (std::is_same_v<Enum, Standing>)
            titles.push_back(lower_case(title_of(value)));
        else
            titles.push_back(lower_case(code_of(value).title));
    }
    return fmt::format("{}", fmt::join(titles, " hoặc "));
}

std::string span_in_words(std::string_view what, const std::optional<std::string>& from,
                          const std::optional<std::string>& to)
{
    if (from && to)
        return *from == *to ? fmt::format("{} {}", what, *from) : fmt::format("{} từ {} đến {}", what, *from, *to);
    return from ? fmt::format("{} từ {}", what, *from) : fmt::format("{} đến {}", what, *to);
}

std::optional<std::string> year_text(std::optional<int> year)
{
    return year ? std::optional(std::to_string(*year)) : std::nullopt;
}

std::optional<std::string> day_text(std::optional<Date> day)
{
    return day ? std::optional(day->vietnamese()) : std::nullopt;
}

void add_admission_words(std::vector<std::string>& parts, const PeopleQuestion& question)
{
    if (question.admitted_from || question.admitted_to)
        parts.push_back(span_in_words("kết nạp", day_text(question.admitted_from), day_text(question.admitted_to)));
    if (question.youth_union)
        parts.push_back(*question.youth_union ? "là đoàn viên khi kết nạp" : "không là đoàn viên khi kết nạp");
    if (!question.admission_sexes.empty())
        parts.push_back("giới tính " + either(question.admission_sexes));
    if (!question.admission_occupations.empty())
        parts.push_back("nghề nghiệp khi kết nạp: " + either(question.admission_occupations));
    if (!question.admission_educations.empty())
        parts.push_back("học vấn khi kết nạp: " + either(question.admission_educations));
    if (!question.admission_qualifications.empty())
        parts.push_back("trình độ khi kết nạp: " + either(question.admission_qualifications));
    if (question.age_from || question.age_to)
        parts.push_back(span_in_words("tuổi khi kết nạp", year_text(question.age_from), year_text(question.age_to)));
}

std::string name_of_unit(App& app, OrganisationId id)
{
    auto session = app.database().read();
    auto unit = storage::latest_organisation(session, id);
    return unit ? unit->name : std::string();
}

} // namespace

Result<storage::PeopleFilter> filter_of(App& app, const Gate& gate, const PeopleQuestion& question)
{
    storage::PeopleFilter filter{.within = {},
                                 .admitted = {},
                                 .cell = {},
                                 .search = question.words,
                                 .standings = question.standings,
                                 .sex = question.sex,
                                 .occupation = question.occupation,
                                 .born_from = question.born_from,
                                 .born_to = question.born_to,
                                 .admitted_in = {}};
    TRY_DO(gate.pass_anywhere(Right::see_people));
    if (question.organisation) {
        TRY_DO(gate.pass(Right::see_people, *question.organisation));
        filter.within.push_back(*question.organisation);
    } else {
        for (auto range : gate.ranges(Right::see_people))
            filter.within.push_back(gate.tree().at(range.first).id);
        auto all = gate.ranges(Right::see_people);
        if (all.size() == 1 && all.front().first == 0 && all.front().last + 1 == gate.tree().size())
            filter.within.clear();
    }
    if (asks_for_admissions(question))
        filter.admitted = TRY(admission_filter_of(app, gate, question));
    return filter;
}

std::string question_in_words(App& app, const PeopleQuestion& question)
{
    std::vector<std::string> parts;
    if (question.organisation)
        parts.push_back(name_of_unit(app, *question.organisation));
    if (question.admitted_at)
        parts.push_back("kết nạp tại " + name_of_unit(app, *question.admitted_at));
    if (!question.standings.empty())
        parts.push_back(either(question.standings));
    if (!question.words.empty())
        parts.push_back(fmt::format("tên có “{}”", question.words));
    if (question.sex)
        parts.push_back(lower_case(code_of(*question.sex).title));
    if (question.occupation)
        parts.push_back(lower_case(code_of(*question.occupation).title));
    if (question.born_from || question.born_to)
        parts.push_back(span_in_words("sinh năm", year_text(question.born_from), year_text(question.born_to)));
    add_admission_words(parts, question);
    return parts.empty() ? "Toàn bộ phạm vi được xem" : fmt::format("{}", fmt::join(parts, "; "));
}

} // namespace phusa
