// A group that is named: "trong số đảng viên nữ có 360 đồng chí là nông dân".
#include "stats/figures/book.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t reach_max = 60; // figures
constexpr std::size_t words_max = 8;

using Words = std::vector<std::string>;

// The words that set the group apart: of "trong số đảng viên nữ có" it is "nữ".
Words words_of_group(const Book& book, std::size_t count)
{
    const auto& tokens = book.tokens();
    auto end = book.mark(count).token;
    auto begin = std::max(book.mark(count).group, end > words_max * 2 ? end - words_max * 2 : 0);
    auto at = cue("of_group").last_in(tokens, begin, end);
    Words words;
    for (at += at < end ? cue("of_group").begin_at(tokens, at) : 0; at < end; ++at) {
        if (!tokens[at].is_word() || cue("group_ends").begin_at(tokens, at) > 0)
            break;
        if (auto noun = std::max(cue("people").begin_at(tokens, at), cue("group_words").begin_at(tokens, at)); noun > 0)
            at += noun - 1;
        else
            words.push_back(tokens[at].text);
    }
    return words.size() > words_max ? Words{} : words;
}

// Whether the words before a count, or the noun behind it, hold all of them.
bool is_named(const Book& book, std::size_t index, const Words& words)
{
    const auto& tokens = book.tokens();
    auto from = book.name_begin(index);
    auto to = book.mark(index).last;
    for (auto limit = to + words_max; to < std::min(tokens.size(), limit) && tokens[to].is_word();)
        ++to;
    return std::ranges::all_of(words, [&](const auto& word) {
        return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                           tokens.begin() + static_cast<std::ptrdiff_t>(to),
                           [&](const Token& token) { return token.is(word); });
    });
}

} // namespace

NamedGroup group_named(const Book& book, std::size_t count)
{
    auto words = words_of_group(book, count);
    if (words.empty())
        return {};
    auto first = book.paragraph(count).first;
    for (auto i = count; i-- > first && count - i < reach_max;)
        if (book.is_main_count(i) && book.figure(i).value >= book.figure(count).value && is_named(book, i, words))
            return {.is_said = true, .total = i};
    return {.is_said = true};
}

} // namespace phusa::stats
