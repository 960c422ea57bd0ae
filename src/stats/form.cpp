#include "stats/form.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace phusa::stats
{

namespace
{

constexpr int months_a_year = 12;
constexpr int nobody_is_older_years = 150;

// "Vi phạm chính sách KHHGĐ" -> "vi phạm chính sách KHHGĐ": names and short forms within keep their capitals.
std::string within_sentence(std::string_view title)
{
    std::size_t bytes = title.empty() ? 0 : 1; // of the first letter
    while (bytes < title.size() && (static_cast<unsigned char>(title[bytes]) & 0xC0) == 0x80)
        ++bytes;
    return lower_case(title.substr(0, bytes)).append(title.substr(bytes));
}

std::string titles(const Dimension& dimension, const std::bitset<256>& codes)
{
    std::vector<std::string> words;
    for (const auto& value : dimension.values)
        if (codes.test(value.code))
            words.push_back(value.title);
    return fmt::format("{}", fmt::join(words, " hoặc "));
}

// What most values fulfil is said by what it leaves out.
std::string term_words(const Indicator::CodeTerm& term, const Dimension& dimension)
{
    auto name = within_sentence(dimension.title);
    if (dimension.is_yes_no())
        return term.accepted.test(1) ? name : "không " + name;
    if (term.accepted.count() * 2 <= dimension.values.size())
        return fmt::format("{}: {}", name, titles(dimension, term.accepted));
    return fmt::format("{}: không phải {}", name, titles(dimension, ~term.accepted));
}

std::string age_words(const Indicator& indicator)
{
    auto from = indicator.age_from_months / months_a_year;
    auto to = indicator.age_until_months / months_a_year - 1;
    return to >= nobody_is_older_years ? fmt::format("từ {} tuổi", from) : fmt::format("từ {} đến {} tuổi", from, to);
}

} // namespace

std::optional<std::size_t> Form::row(std::string_view key) const
{
    auto found = std::ranges::find(rows, key, [](const FormRow& row) { return std::string_view(row.what.key); });
    return found == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

std::span<const Dimension> FormDimensions::of(FormMeasure measure) const
{
    switch (measure) {
    case FormMeasure::nothing:
    case FormMeasure::members_before:
    case FormMeasure::members_after:
        return {};
    case FormMeasure::admissions:
    case FormMeasure::mean_age:
        return admissions;
    case FormMeasure::organisations:
        return organisations;
    case FormMeasure::arrivals:
    case FormMeasure::departures:
        return changes;
    }
    std::unreachable();
}

std::string condition_words(const Indicator& indicator, std::span<const Dimension> dimensions)
{
    std::vector<std::string> words;
    for (const auto& term : indicator.codes)
        words.push_back(term_words(term, dimensions[term.dimension]));
    if (indicator.asks_age())
        words.push_back(age_words(indicator));
    return fmt::format("{}", fmt::join(words, "; "));
}

} // namespace phusa::stats
