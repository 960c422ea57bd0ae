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
           !question.admission_educations.empty() || !question.admission_qualifications.empty() ||
           !question.admission_titles.empty() || !question.admission_ethnicities.empty() ||
           !question.admission_religions.empty() || question.private_owner || question.population_policy ||
           question.foreign_marriage || question.readmission || question.age_from || question.age_to;
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
                                    .titles = question.admission_titles,
                                    .ethnicities = question.admission_ethnicities,
                                    .religions = question.admission_religions,
                                    .private_owner = question.private_owner,
                                    .population_policy = question.population_policy,
                                    .foreign_marriage = question.foreign_marriage,
                                    .readmission = question.readmission,
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

// Of names, which keep their capitals.
std::string any_named(const std::vector<std::uint8_t>& values, const CodeList& list)
{
    std::vector<std::string_view> titles;
    for (auto value : values)
        titles.push_back(list.at(value).title);
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

// Collects the conditions of a question in words, each with the question that is left without it.
class Parts
{
public:
    explicit Parts(const PeopleQuestion& question) : question_(question) { question_.cursor.clear(); }

    // `members` are what the condition consists of.
    template<typename... Member>
    void add(std::string words, Member PeopleQuestion::*... members)
    {
        auto without = question_;
        ((without.*members = Member{}), ...);
        parts_.push_back({.words = std::move(words), .without = std::move(without)});
    }
    template<typename Enum>
    void add_either(std::string_view what, std::vector<Enum> PeopleQuestion::* member)
    {
        if (!(question_.*member).empty())
            add(fmt::format("{}{}", what, either(question_.*member)), member);
    }
    void add_named(std::string_view what, std::vector<std::uint8_t> PeopleQuestion::* member, const CodeList& list)
    {
        if (!(question_.*member).empty())
            add(fmt::format("{}{}", what, any_named(question_.*member, list)), member);
    }
    void add_flag(std::string_view yes, std::string_view no, std::optional<bool> PeopleQuestion::* member)
    {
        if (question_.*member)
            add(std::string(*(question_.*member) ? yes : no), member);
    }
    std::vector<QuestionPart> take() { return std::move(parts_); }

private:
    PeopleQuestion question_;
    std::vector<QuestionPart> parts_;
};

void add_admission_parts(Parts& parts, const PeopleQuestion& question)
{
    using Q = PeopleQuestion;
    if (question.admitted_from || question.admitted_to)
        parts.add(span_in_words("kết nạp", day_text(question.admitted_from), day_text(question.admitted_to)),
                  &Q::admitted_from, &Q::admitted_to);
    parts.add_flag("là đoàn viên khi kết nạp", "không là đoàn viên khi kết nạp", &Q::youth_union);
    parts.add_either("giới tính khi kết nạp: ", &Q::admission_sexes);
    parts.add_either("nghề nghiệp khi kết nạp: ", &Q::admission_occupations);
    parts.add_either("học vấn khi kết nạp: ", &Q::admission_educations);
    parts.add_either("trình độ khi kết nạp: ", &Q::admission_qualifications);
    parts.add_either("chức danh khoa học khi kết nạp: ", &Q::admission_titles);
    parts.add_named("dân tộc khi kết nạp: ", &Q::admission_ethnicities, ethnicities());
    parts.add_named("tôn giáo khi kết nạp: ", &Q::admission_religions, religions());
    parts.add_flag("chủ doanh nghiệp tư nhân khi kết nạp", "không là chủ doanh nghiệp tư nhân khi kết nạp",
                   &Q::private_owner);
    parts.add_flag("vi phạm chính sách KHHGĐ khi kết nạp", "không vi phạm chính sách KHHGĐ khi kết nạp",
                   &Q::population_policy);
    parts.add_flag("hôn nhân với người nước ngoài khi kết nạp", "không hôn nhân với người nước ngoài khi kết nạp",
                   &Q::foreign_marriage);
    parts.add_flag("kết nạp lại", "kết nạp lần đầu", &Q::readmission);
    if (question.age_from || question.age_to)
        parts.add(span_in_words("tuổi khi kết nạp", year_text(question.age_from), year_text(question.age_to)),
                  &Q::age_from, &Q::age_to);
}

// Empty only for those who may see everybody.
Result<std::vector<OrganisationId>> subtrees_asked(const Gate& gate, const PeopleQuestion& question)
{
    if (question.organisation) {
        TRY_DO(gate.pass(Right::see_people, *question.organisation));
        return std::vector{*question.organisation};
    }
    std::vector<OrganisationId> within;
    auto ranges = gate.ranges(Right::see_people);
    if (ranges.size() == 1 && ranges.front().first == 0 && ranges.front().last + 1 == gate.tree().size())
        return within;
    for (auto range : ranges)
        within.push_back(gate.tree().at(range.first).id);
    // Without a subtree there is nobody to be seen: an empty list here would mean everybody.
    if (within.empty())
        return problem(Problem::Kind::refused, "Không có tổ chức đang hoạt động nào mà anh/chị được xem người. Hãy đề "
                                               "nghị người quản trị giao vai trò ở tổ chức hiện nay.");
    return within;
}

std::string name_of_unit(App& app, OrganisationId id)
{
    auto session = app.database().read();
    auto unit = storage::latest_organisation(session, id);
    return unit ? unit->name : std::string();
}

} // namespace

const std::vector<Standing>& member_standings()
{
    static const std::vector<Standing> members{Standing::probationary, Standing::official, Standing::exempted};
    return members;
}

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
    filter.within = TRY(subtrees_asked(gate, question));
    if (asks_for_admissions(question))
        filter.admitted = TRY(admission_filter_of(app, gate, question));
    return filter;
}

std::vector<QuestionPart> parts_of(App& app, const PeopleQuestion& question)
{
    using Q = PeopleQuestion;
    Parts parts(question);
    if (question.organisation)
        parts.add(name_of_unit(app, *question.organisation), &Q::organisation);
    if (question.admitted_at)
        parts.add("kết nạp tại " + name_of_unit(app, *question.admitted_at), &Q::admitted_at, &Q::structure);
    if (question.standings == member_standings())
        parts.add("đảng viên", &Q::standings);
    else
        parts.add_either("", &Q::standings);
    if (!question.words.empty())
        parts.add(fmt::format("tên có “{}”", question.words), &Q::words);
    if (question.sex)
        parts.add(lower_case(code_of(*question.sex).title), &Q::sex);
    if (question.occupation)
        parts.add(lower_case(code_of(*question.occupation).title), &Q::occupation);
    if (question.born_from || question.born_to)
        parts.add(span_in_words("sinh năm", year_text(question.born_from), year_text(question.born_to)), &Q::born_from,
                  &Q::born_to);
    add_admission_parts(parts, question);
    return parts.take();
}

std::string question_in_words(App& app, const PeopleQuestion& question)
{
    std::vector<std::string> words;
    for (auto& part : parts_of(app, question))
        words.push_back(std::move(part.words));
    return words.empty() ? "Toàn bộ phạm vi được xem" : fmt::format("{}", fmt::join(words, "; "));
}

} // namespace phusa
