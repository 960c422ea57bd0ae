// Thousands that are parted by a plain space: "10 986 đảng viên".
#include "stats/figures/cues.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t group_digits = 3;

bool is_plain(const Token& token)
{
    return token.is_number() && token.text.find_first_not_of("0123456789") == std::string::npos;
}

// Whether the tokens at `at` and behind it stand beside each other with one space.
bool is_spaced(const Tokens& tokens, std::size_t at, const CodePointText& text)
{
    return at + 1 < tokens.size() && tokens[at + 1].is_number() && tokens[at + 1].begin == tokens[at].end + 1 &&
           text.cut(tokens[at].end, tokens[at + 1].begin) == " ";
}

// Behind the last group that follows the number at `at`, or `at` where it is no such number.
std::size_t groups_end(const Tokens& tokens, std::size_t at, const CodePointText& text)
{
    if (!is_plain(tokens[at]) || tokens[at].text.size() > group_digits || tokens[at].text.starts_with('0'))
        return at;
    if (at > 0 && (is_spaced(tokens, at - 1, text) && tokens[at - 1].is_number()))
        return at;
    auto end = at + 1;
    while (is_spaced(tokens, end - 1, text) && is_plain(tokens[end]) && tokens[end].text.size() == group_digits)
        ++end;
    return end == at + 1 || is_spaced(tokens, end - 1, text) ? at : end;
}

// "chi bộ 3 120 đảng viên" are two numbers.
bool is_name(const Tokens& tokens, std::size_t at)
{
    return cue("names_before").end_at(tokens, at) > 0 && cue("figures_before").end_at(tokens, at) == 0;
}

} // namespace

Tokens joined_thousands(Tokens tokens, const CodePointText& text)
{
    Tokens joined;
    joined.reserve(tokens.size());
    for (std::size_t at = 0; at < tokens.size();) {
        auto end = tokens[at].is_number() ? groups_end(tokens, at, text) : at;
        bool joins = end > at && !is_name(tokens, at);
        if (joins) {
            tokens[at].text = text.cut(tokens[at].begin, tokens[end - 1].end);
            tokens[at].end = tokens[end - 1].end;
        }
        joined.push_back(tokens[at]);
        at = joins ? end : at + 1;
    }
    return joined;
}

} // namespace phusa::stats
