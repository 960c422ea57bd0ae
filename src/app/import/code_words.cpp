#include "app/import/code_words.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>
#include <string>

namespace phusa
{

namespace
{

// What offices write beside the titles; folded.
struct Word {
    const CodeList& (*list)();
    std::string_view word;
    std::string_view key;
};

constexpr std::array words{
    Word{&religions, "phat", "buddhism"},
    Word{&religions, "dao phat", "buddhism"},
    Word{&religions, "thien chua giao", "catholicism"},
    Word{&religions, "thien chua", "catholicism"},
    Word{&religions, "dao thien chua", "catholicism"},
    Word{&religions, "ki to giao", "catholicism"},
    Word{&religions, "hoa hao", "hoa_hao"},
    Word{&religions, "khong ton giao", "none"},
    Word{&religions, "luong", "none"},
    Word{&religions, "0", "none"},
    Word{&general_educations, "thpt", "upper_secondary"},
    Word{&general_educations, "pttth", "upper_secondary"},
    Word{&general_educations, "ptth", "upper_secondary"},
    Word{&general_educations, "cap 3", "upper_secondary"},
    Word{&general_educations, "cap iii", "upper_secondary"},
    Word{&general_educations, "thcs", "lower_secondary"},
    Word{&general_educations, "ptcs", "lower_secondary"},
    Word{&general_educations, "cap 2", "lower_secondary"},
    Word{&general_educations, "cap ii", "lower_secondary"},
    Word{&general_educations, "cap 1", "primary"},
    Word{&general_educations, "biet doc biet viet", "literate"},
    Word{&general_educations, "biet doc, biet viet", "literate"},
    Word{&qualifications, "dh", "university"},
    Word{&qualifications, "cu nhan", "university"},
    Word{&qualifications, "ky su", "university"},
    Word{&qualifications, "ki su", "university"},
    Word{&qualifications, "bac si", "university"},
    Word{&qualifications, "bac sy", "university"},
    Word{&qualifications, "ths", "master"},
    Word{&qualifications, "thac si", "master"},
    Word{&qualifications, "ts", "doctor"},
    Word{&qualifications, "tien si", "doctor"},
    Word{&qualifications, "cd", "college"},
    Word{&qualifications, "tc", "intermediate"},
    Word{&qualifications, "trung hoc chuyen nghiep", "intermediate"},
    Word{&qualifications, "so cap", "elementary"},
    Word{&qualifications, "cong nhan ky thuat", "elementary"},
    Word{&qualifications, "cnkt", "elementary"},
    Word{&qualifications, "khong", "none"},
    Word{&academic_titles, "pgs", "associate_professor"},
    Word{&academic_titles, "gs", "professor"},
    Word{&political_theories, "sc", "elementary"},
    Word{&political_theories, "tc", "intermediate"},
    Word{&political_theories, "cc", "advanced"},
    Word{&political_theories, "cao cap", "advanced"},
    Word{&political_theories, "cu nhan", "advanced"},
    Word{&political_theories, "khong", "none"},
    Word{&political_theories, "chua", "none"},
    Word{&occupations, "nong dan", "farmer"},
    Word{&occupations, "lam ruong", "farmer"},
    Word{&occupations, "cong nhan", "enterprise_worker"},
    Word{&occupations, "vien chuc", "public_service"},
    Word{&occupations, "bo doi", "armed_forces"},
    Word{&occupations, "quan doi", "armed_forces"},
    Word{&occupations, "cong an", "armed_forces"},
    Word{&occupations, "khac", "other"},
    Word{&ethnicities, "viet", "kinh"},
};

// "10/10", "7/12": the class reached, of the ten or twelve that there were.
std::optional<std::uint8_t> class_reached(std::string_view text)
{
    int reached = 0;
    int of = 0;
    auto [slash, first] = std::from_chars(text.data(), text.data() + text.size(), reached);
    if (first != std::errc{} || slash == text.data() + text.size() || *slash != '/')
        return std::nullopt;
    auto [end, second] = std::from_chars(slash + 1, text.data() + text.size(), of);
    if (second != std::errc{} || (of != 10 && of != 12) || reached < 1 || reached > of)
        return std::nullopt;
    // Of the ten-year school seven classes were lower secondary and four primary; of twelve years nine and five.
    int lower = of == 10 ? 7 : 9;
    int primary = of == 10 ? 4 : 5;
    auto education = reached == of        ? GeneralEducation::upper_secondary
                     : reached >= lower   ? GeneralEducation::lower_secondary
                     : reached >= primary ? GeneralEducation::primary
                                          : GeneralEducation::literate;
    return static_cast<std::uint8_t>(education);
}

// "Đại học Sư phạm": what was learnt stands behind the degree.
bool says_more(const CodeList& list)
{
    return &list == &qualifications() || &list == &general_educations() || &list == &political_theories();
}

bool means(std::string_view folded, std::string_view word, bool with_more)
{
    return folded == word || (with_more && folded.starts_with(word) && folded.size() > word.size() &&
                              (folded[word.size()] == ' ' || folded[word.size()] == ','));
}

} // namespace

std::optional<std::uint8_t> code_meant(const CodeList& list, std::string_view text)
{
    if (auto number = list.number_of(text))
        return number;
    auto folded = fold(text);
    for (const auto& code : list.codes())
        if (means(folded, fold(code.title), says_more(list)))
            return code.number;
    for (const auto& [of, word, key] : words)
        if (&of() == &list && means(folded, word, says_more(list)))
            return list.number_of(key);
    return &list == &general_educations() ? class_reached(folded) : std::nullopt;
}

} // namespace phusa
