#pragma once

#include "stats/figures/cues.hpp"
#include "stats/figures/figure.hpp"

#include <limits>
#include <string>
#include <vector>

namespace phusa::stats
{

inline constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

// What a count counts: two that differ are neither added nor divided.
enum class Counted : std::uint8_t { unsaid, anybody, people, things, measure };

// A figure with its place among the tokens.
struct Mark {
    std::size_t token = 0; // its number
    std::size_t last = 0;  // the token behind its unit
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
    std::size_t clause = 0;          // the token where its clause begins
    std::size_t group = 0;           // the token behind the figure before it, or where the clause begins
    int depth = 0;                   // of parentheses
    bool in_table = false;           // which is read by rows and columns instead
    bool is_range = false;           // one end of a range of numbers: nothing can be reckoned
    std::size_t numerator = nothing; // "186/200": of 200, the index of 186
    std::size_t denominator = nothing;
    Counted counted = Counted::unsaid;
    std::string noun = {};

    // What the words around it make of it.
    bool is_change = false; // "tăng 20", "vượt 5%"
    bool is_up = false;     // else down
    bool is_over_plan = false;
    bool is_plan = false;                 // "kế hoạch 200"
    bool is_compared = false;             // "so với năm 2010 (100)"
    bool is_rest = false;                 // "còn lại 25"
    std::size_t share_of_count = nothing; // of a share: the count that it belongs to
    std::size_t turn_end = nothing;       // of a share in "tương ứng 37,5%, 65% và 10%": the last of them
    bool is_shared = false;               // of a count: a share belongs to it
    std::size_t share = nothing;          // of a count: the first such share
};

// A text read once: tokens, figures and marks in the same order.
struct Reading {
    Tokens tokens = {};
    std::vector<std::size_t> sentence_of = {}; // of each token
    std::vector<std::size_t> paragraph_of = {};
    std::vector<Figure> figures = {};
    std::vector<Mark> marks = {};

    bool is_count(std::size_t index) const { return figures[index].kind == FigureKind::count; }
    bool is_percent(std::size_t index) const { return figures[index].kind == FigureKind::percent; }
    // Whether `phrases` stand between the figures, or between the token and the figure.
    bool between(const Phrases& phrases, std::size_t before, std::size_t after) const
    {
        return phrases.in(tokens, marks[before].last, marks[after].token);
    }
    bool before(const Phrases& phrases, std::size_t index) const
    {
        return phrases.in(tokens, marks[index].group, marks[index].token);
    }
};

Reading read_figures(const ReportText& report);

// Whether the number at that token is the name of something, a date, a year or a number in a list. `end`: the token
// behind all that belongs to it.
struct NumberName {
    bool is_name = false;
    std::size_t end = 0;
};
NumberName name_at(const Tokens& tokens, std::size_t at);

// "6.658", "25,4" as a number; absent where it is none.
struct PrintedNumber {
    double value = 0;
    int decimals = 0;
    bool may_be_thousands = false; // "1,234"
};
std::optional<PrintedNumber> printed_number(const std::string& text);

} // namespace phusa::stats
