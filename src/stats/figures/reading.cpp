#include "stats/figures/reading.hpp"

#include <algorithm>
#include <array>

namespace phusa::stats
{

namespace
{

using Kind = Token::Kind;

constexpr std::size_t wrapped_line_min = 40; // code points: a shorter line was ended on purpose
constexpr std::size_t words_kept = 24;

bool is_bullet(const Token& token)
{
    static constexpr std::array<std::string_view, 6> bullets{"-", "+", "•", "*", "–", "·"};
    return std::ranges::any_of(bullets, [&](auto bullet) { return token.is(bullet); });
}

bool ends_sentence(const Token& token) { return token.is(".") || token.is("!") || token.is("?") || token.is("…"); }
bool ends_clause(const Token& token) { return token.is(";") || token.is(":"); }

class Reader
{
public:
    explicit Reader(const ReportText& report) : report_(report), letters_(report.text)
    {
        reading_.tokens = joined_thousands(tokens_of(report.text), letters_);
    }

    Reading read()
    {
        split();
        place_cells();
        for (std::size_t at = 0; at < tokens().size();)
            at = tokens()[at].is_number() ? number(at) : at + 1;
        place();
        return std::move(reading_);
    }

private:
    const Tokens& tokens() const { return reading_.tokens; }
    const Token* after(std::size_t at) const { return at < tokens().size() ? &tokens()[at] : nullptr; }

    // A new line begins a paragraph, unless it was wrapped or goes on with a list.
    bool is_break(std::size_t line) const
    {
        const auto* next = after(line + 1);
        if (line == 0 || !next || next->kind == Kind::line)
            return true;
        const auto& last = tokens()[line - 1];
        if (last.kind == Kind::line)
            return true;
        if (is_bullet(*next) || last.is(":") || last.is(";") || last.is(","))
            return false;
        return !is_wrapped(line);
    }

    bool is_wrapped(std::size_t line) const
    {
        auto begin = line;
        while (begin > 0 && tokens()[begin - 1].kind != Kind::line)
            --begin;
        const auto& next = tokens()[line + 1];
        bool goes_on = (next.is_word() && !next.capital) || (next.is_number() && !name_at(tokens(), line + 1).is_name);
        return goes_on && !ends_sentence(tokens()[line - 1]) &&
               tokens()[line].begin - tokens()[begin].begin >= wrapped_line_min;
    }

    // A sentence goes on over a line that ends with ":" or ";" or was wrapped.
    bool is_stop(std::size_t at) const
    {
        const auto& token = tokens()[at];
        const auto* next = after(at + 1);
        if (token.kind == Kind::line) {
            const auto* last = at > 0 ? &tokens()[at - 1] : nullptr;
            return !(last && (ends_clause(*last) || last->is(","))) && !(next && at > 0 && is_wrapped_in(at));
        }
        return ends_sentence(token) && next && next->begin > token.end && (next->capital || !next->is_word());
    }
    bool is_wrapped_in(std::size_t line) const { return line + 1 < tokens().size() && is_wrapped(line); }

    void split()
    {
        std::size_t sentence = 0;
        std::size_t paragraph = 0;
        for (std::size_t at = 0; at < tokens().size(); ++at) {
            reading_.sentence_of.push_back(sentence);
            reading_.paragraph_of.push_back(paragraph);
            if (is_stop(at))
                ++sentence;
            if (tokens()[at].kind == Kind::line && is_break(at))
                ++paragraph;
        }
    }

    std::size_t number(std::size_t at)
    {
        auto name = name_at(tokens(), at);
        if (name.is_name)
            return name.end;
        auto printed = printed_number(tokens()[at].text);
        if (!printed || is_order(at))
            return name.end;
        add(at, *printed);
        return reading_.marks.back().last;
    }

    // The cells of all tables in the order of the text, with what their column is.
    struct Placed {
        TableCell cell;
        bool is_order = false; // the running number of a row: under "STT"
    };

    void place_cells()
    {
        for (const auto& rows : report_.tables)
            for (const auto& row : rows)
                for (std::size_t column = 0; column < row.size(); ++column)
                    cells_.push_back({row[column], column < rows.front().size() && heads_order(rows.front()[column])});
        std::ranges::sort(cells_, {}, [](const Placed& placed) { return placed.cell.begin; });
    }

    const Placed* cell_of(std::size_t at) const
    {
        auto begin = tokens()[at].begin;
        auto next = std::ranges::upper_bound(cells_, begin, {}, [](const Placed& placed) { return placed.cell.begin; });
        if (next == cells_.begin() || std::prev(next)->cell.end < tokens()[at].end)
            return nullptr;
        return &*std::prev(next);
    }

    bool is_order(std::size_t at) const
    {
        const auto* placed = cell_of(at);
        return placed && placed->is_order;
    }

    bool heads_order(const TableCell& head) const
    {
        auto first = std::ranges::lower_bound(tokens(), head.begin, {}, &Token::begin);
        return first != tokens().end() && first->begin < head.end &&
               cue("order_columns").begin_at(tokens(), static_cast<std::size_t>(first - tokens().begin())) > 0;
    }

    void add(std::size_t at, const PrintedNumber& printed)
    {
        Figure figure{.text = {}, .offset = tokens()[at].begin, .value = printed.value, .decimals = printed.decimals};
        Mark mark{.token = at, .last = at + 1};
        take_unit(figure, mark);
        constexpr double thousand = 1000;
        constexpr int three = 3;
        if (figure.kind == FigureKind::count && printed.may_be_thousands && printed.decimals == three) {
            figure.value *= thousand;
            figure.decimals = 0;
        }
        figure.text = letters_.cut(tokens()[at].begin, tokens()[mark.last - 1].end);
        take_noun(figure, mark);
        join(at, mark);
        join_over_noun(at, mark);
        reading_.figures.push_back(std::move(figure));
        reading_.marks.push_back(std::move(mark));
    }

    void take_unit(Figure& figure, Mark& mark) const
    {
        using Named = std::pair<std::string_view, FigureKind>;
        constexpr std::array units{Named{"points", FigureKind::points}, Named{"percent", FigureKind::percent},
                                   Named{"times", FigureKind::times}, Named{"age", FigureKind::age},
                                   Named{"measures", FigureKind::measure}};
        for (auto [name, kind] : units)
            if (auto length = cue(name).begin_at(tokens(), mark.last); length > noun_length(mark.last)) {
                figure.kind = kind;
                figure.unit = letters_.cut(tokens()[mark.last].begin, tokens()[mark.last + length - 1].end);
                mark.last += length;
                break;
            }
        if (figure.kind == FigureKind::percent)
            figure.unit = "%";
        auto from = mark.token > 6 ? mark.token - 6 : 0;
        if (figure.kind == FigureKind::count && cue("mean").in(tokens(), from, mark.token) &&
            cue("age").in(tokens(), from, mark.token)) {
            figure.kind = FigureKind::age;
            figure.unit = "tuổi";
        }
    }

    // "12 đồng chí" is no money.
    std::size_t noun_length(std::size_t at) const
    {
        std::size_t longest = 0;
        for (auto name : {"people", "people_any", "things"})
            longest = std::max(longest, cue(name).begin_at(tokens(), at));
        return longest;
    }

    // "186/200" and "10 - 15".
    void join(std::size_t at, Mark& mark)
    {
        if (at < 2 || reading_.marks.empty() || reading_.marks.back().last != at - 1)
            return;
        const auto& sign = tokens()[at - 1];
        auto& before = reading_.marks.back();
        bool tight = tokens()[at - 2].end == sign.begin && sign.end == tokens()[at].begin;
        if (sign.is("/")) {
            mark.numerator = reading_.marks.size() - 1;
            before.denominator = reading_.marks.size();
        } else if ((sign.is("-") || sign.is("–")) && tight) {
            mark.is_range = before.is_range = true;
        }
    }

    // "08 đồng chí/10 đồng chí", "08 đồng chí/chỉ tiêu 10 đồng chí".
    void join_over_noun(std::size_t at, Mark& mark)
    {
        constexpr std::size_t plan_words_max = 4;
        if (reading_.marks.empty() || mark.numerator != nothing)
            return;
        auto& before = reading_.marks.back();
        auto slash = before.last + noun_length(before.last);
        bool is_slash = slash > before.last && slash < at && tokens()[slash].is("/");
        if (!is_slash || at - slash - 1 > plan_words_max || before.denominator != nothing)
            return;
        bool has_plan = cue("plan").in(tokens(), slash + 1, at);
        if (has_plan || (at == slash + 1 && mark.counted == before.counted)) {
            mark.numerator = reading_.marks.size() - 1;
            before.denominator = reading_.marks.size();
        }
    }

    void take_noun(Figure& figure, Mark& mark) const
    {
        if (figure.kind == FigureKind::measure)
            mark.counted = Counted::measure;
        if (figure.kind != FigureKind::count)
            return;
        using Named = std::pair<std::string_view, Counted>;
        constexpr std::array nouns{Named{"people", Counted::people}, Named{"things", Counted::things},
                                   Named{"people_any", Counted::anybody}};
        std::size_t longest = 0;
        for (auto [name, counted] : nouns)
            if (auto length = cue(name).begin_at(tokens(), mark.last); length > longest) {
                longest = length;
                mark.counted = counted;
                mark.noun = letters_.cut(tokens()[mark.last].begin, tokens()[mark.last + length - 1].end);
            }
        figure.unit = mark.noun;
    }

    // Sentence, clause, depth and words of each figure.
    void place()
    {
        int depth = 0;
        std::size_t clause = 0;
        std::size_t next = 0;
        for (std::size_t at = 0; at < tokens().size() && next < reading_.marks.size(); ++at) {
            const auto& token = tokens()[at];
            if (token.is("("))
                ++depth;
            else if (token.is(")"))
                depth = std::max(0, depth - 1);
            else if (at > 0 && reading_.sentence_of[at] != reading_.sentence_of[at - 1])
                depth = 0;
            if (ends_clause(token) || (at > 0 && reading_.sentence_of[at] != reading_.sentence_of[at - 1]))
                clause = ends_clause(token) ? at + 1 : at;
            if (at == reading_.marks[next].token)
                put(next++, depth, clause);
        }
    }

    void put(std::size_t index, int depth, std::size_t clause)
    {
        auto& mark = reading_.marks[index];
        mark.depth = depth;
        mark.clause = clause;
        mark.group = index > 0 ? std::max(clause, reading_.marks[index - 1].last) : clause;
        mark.sentence = reading_.sentence_of[mark.token];
        mark.paragraph = reading_.paragraph_of[mark.token];
        mark.in_table = cell_of(mark.token) != nullptr;
        auto& figure = reading_.figures[index];
        auto from = std::max(mark.group, mark.token > words_kept ? mark.token - words_kept : 0);
        for (auto at = from; at < mark.token; ++at)
            figure.before += (figure.before.empty() ? "" : " ") + tokens()[at].text;
        for (auto at = mark.last; at < tokens().size() && at < mark.last + words_kept; ++at) {
            if (tokens()[at].is_number() || tokens()[at].kind == Kind::line || ends_clause(tokens()[at]) ||
                tokens()[at].is(","))
                break;
            figure.after += (figure.after.empty() ? "" : " ") + tokens()[at].text;
        }
    }

    const ReportText& report_;
    CodePointText letters_;
    Reading reading_ = {};
    std::vector<Placed> cells_ = {};
};

} // namespace

Reading read_figures(const ReportText& report) { return Reader(report).read(); }

} // namespace phusa::stats
