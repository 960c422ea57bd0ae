// What the words around a figure make of it.
#include "stats/figures/book.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

class Roles
{
public:
    explicit Roles(Book& book) : book_(book), tokens_(book.tokens()) {}

    void mark_all()
    {
        for (std::size_t i = 0; i < book_.size(); ++i)
            mark_one(i);
        for (std::size_t i = 0; i < book_.size(); ++i)
            if (book_.reading().is_percent(i) && !mark(i).in_table && !mark(i).is_change)
                link(i);
        link_turns(book_);
        for (std::size_t i = 0; i < book_.size(); ++i)
            if (auto count = mark(i).share_of_count; count != nothing && mark(count).share == nothing)
                mark(count).share = i;
    }

private:
    Mark& mark(std::size_t index) { return book_.reading().marks[index]; }

    // Behind the last comma or opening parenthesis before the figure, or where its group of words begins.
    std::size_t segment(std::size_t index)
    {
        auto at = mark(index).token;
        while (at > mark(index).group && !tokens_[at - 1].is(",") && !tokens_[at - 1].is("("))
            --at;
        return at;
    }

    void mark_one(std::size_t index)
    {
        auto& figure = book_.reading().figures[index];
        auto& one = mark(index);
        figure.is_rounded = cue("rounding").end_at(tokens_, one.token) > 0 && !is_comparative(one.token);
        auto from = segment(index);
        one.is_rest = cue("rest").in(tokens_, from, one.token);
        auto said_of = one.token;
        while (said_of > one.group && !tokens_[said_of - 1].is(",") && !tokens_[said_of - 1].is(")"))
            --said_of;
        one.is_compared = cue("compared").in(tokens_, said_of, one.token);
        mark_change(index, from);
        if (!one.is_change && figure.kind == FigureKind::count)
            one.is_plan = is_plan(index, said_of);
    }

    // "cao hơn", "nhiều hơn": no rounding.
    bool is_comparative(std::size_t token) const
    {
        return cue("up").end_at(tokens_, token) > 0 || cue("down").end_at(tokens_, token) > 0;
    }

    void mark_change(std::size_t index, std::size_t from)
    {
        auto& one = mark(index);
        for (auto name : {"up", "down", "over", "under"}) {
            auto at = cue(name).last_in(tokens_, from, one.token);
            if (at == one.token)
                continue;
            // "tăng từ 100 lên 120", "tăng lên 120": no change but what it leads to.
            auto length = cue(name).begin_at(tokens_, at);
            bool no_change = cue("no_change").begin_at(tokens_, at) > 0;
            bool leads = cue("from").in(tokens_, at + length, one.token) || cue("to").end_at(tokens_, one.token) > 0;
            if (leads || no_change)
                continue;
            one.is_change = true;
            one.is_up = name == std::string_view("up") || name == std::string_view("over");
            one.is_over_plan = name == std::string_view("over") || name == std::string_view("under");
            one.is_compared = false;
            return;
        }
    }

    // "kế hoạch 200", "chỉ tiêu giao là 200", and 200 of "186/200".
    bool is_plan(std::size_t index, std::size_t from)
    {
        auto at = cue("plan").last_in(tokens_, from, mark(index).token);
        if (at == mark(index).token)
            return false;
        return !cue("done").in(tokens_, from, mark(index).token) ||
               cue("done").last_in(tokens_, from, mark(index).token) < at;
    }

    // The count that a share belongs to: "6.658, chiếm 60,6%", "12 đồng chí (48%)", "58,5% (6.428 người)".
    void link(std::size_t share)
    {
        if (auto main = count_before_remark(share); main != nothing)
            return take(share, main);
        if (share > 0 && belongs(share - 1, share))
            return take(share, share - 1);
        if (share + 1 < book_.size() && is_in_parentheses_behind(share, share + 1))
            take(share, share + 1);
    }

    // "kết nạp 23 đồng chí, vượt 3 so với nghị quyết (20 đồng chí), đạt 115%": of the 23, not of the remark.
    std::size_t count_before_remark(std::size_t share)
    {
        if (share == 0 || !is_remark(share - 1, share) || !is_behind_comma(share) ||
            !cue("done").in(tokens_, segment(share), mark(share).token))
            return nothing;
        if (mark(share - 1).is_change && tokens_[mark(share).token - 1].is("bằng"))
            return nothing; // "tăng 20 đảng viên, bằng 20%"
        for (auto i = share, first = book_.sentence(share).first; i-- > first;)
            if (book_.is_main_count(i) && !is_remark(i, share))
                return is_pure(share) ? i : nothing;
        return nothing;
    }
    bool is_behind_comma(std::size_t share)
    {
        auto from = behind_bracket(share);
        return from > 0 && (tokens_[from - 1].is(",") || tokens_[from - 1].is(")"));
    }
    // Where its segment begins, without the end of a remark in parentheses.
    std::size_t behind_bracket(std::size_t share)
    {
        auto at = mark(share).token;
        for (auto begin = segment(share); at > begin && !tokens_[at - 1].is(")");)
            --at;
        return at;
    }
    bool is_remark(std::size_t index, std::size_t share)
    {
        return mark(index).sentence == mark(share).sentence &&
               (mark(index).depth > mark(share).depth || mark(index).is_change || mark(index).is_compared);
    }
    // Whether only linking words stand between the comma and the share.
    bool is_pure(std::size_t share)
    {
        auto from = behind_bracket(share);
        for (auto at = mark(share).token; at > from;) {
            auto length = linking_length(at, from);
            if (length == 0)
                return false;
            at -= length;
        }
        return true;
    }

    void take(std::size_t share, std::size_t count)
    {
        if (mark(count).numerator != nothing)
            count = mark(count).numerator;
        mark(share).share_of_count = count;
        mark(count).is_shared = true;
    }

    bool belongs(std::size_t count, std::size_t share)
    {
        const auto& reading = book_.reading();
        bool is_amount = reading.is_count(count) || book_.figure(count).kind == FigureKind::measure;
        if (!is_amount || mark(count).sentence != mark(share).sentence || mark(count).in_table || mark(count).is_range)
            return false;
        if (mark(count).is_plan && mark(count).numerator == nothing)
            return false;
        auto from = mark(count).last;
        auto to = mark(share).token;
        bool other =
            cue("parts").in(tokens_, from, to) || cue("whole_parts").in(tokens_, from, to) || has(";", from, to);
        return !other && is_joined(from, to, mark(share).depth > mark(count).depth);
    }

    bool has(std::string_view sign, std::size_t from, std::size_t to) const
    {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(to),
                           [&](const Token& token) { return token.is(sign); });
    }

    // Between count and share only words of the count, then, behind a comma or parenthesis, only linking words.
    bool is_joined(std::size_t from, std::size_t to, bool in_parentheses) const
    {
        auto at = to;
        bool has_cue = false;
        bool is_compared = cue("compared").in(tokens_, from, to);
        while (at > from && !tokens_[at - 1].is(",") && !tokens_[at - 1].is("(") && !tokens_[at - 1].is("-") &&
               !tokens_[at - 1].is("–")) {
            auto length = linking_length(at, from);
            if (length == 0)
                return has_cue && !in_parentheses && !is_compared && !has_comma(from, to);
            has_cue = has_cue || cue("share").end_at(tokens_, at) > 0 || cue("done").end_at(tokens_, at) > 0;
            at -= length;
        }
        return !is_compared && (at > from || has_cue || to == from);
    }
    bool has_comma(std::size_t from, std::size_t to) const { return has(",", from, to) || has("(", from, to); }

    std::size_t linking_length(std::size_t end, std::size_t from) const
    {
        std::size_t longest = 0;
        for (auto name : {"share", "done", "linking", "rounding"})
            if (auto length = cue(name).end_at(tokens_, end); length <= end - from)
                longest = std::max(longest, length);
        return longest;
    }

    bool is_in_parentheses_behind(std::size_t share, std::size_t count)
    {
        auto at = mark(share).last;
        bool same_sentence = mark(share).sentence == mark(count).sentence;
        if (!same_sentence || !book_.reading().is_count(count) || mark(count).is_plan || mark(count).is_change)
            return false;
        bool opens = at < tokens_.size() && tokens_[at].is("(");
        bool tells = cue("share").begin_at(tokens_, at + (at < tokens_.size() && tokens_[at].is(",") ? 1 : 0)) > 0;
        bool opens_later = tokens_[mark(count).token - 1].is("(") && !has(",", at, mark(count).token) &&
                           !has(";", at, mark(count).token) && book_.gap(share, count) <= 10;
        bool is_told_later = cue("that_is").end_at(tokens_, mark(count).token) > 0 &&
                             !has(";", at, mark(count).token) && book_.gap(share, count) <= 10;
        return (((opens || tells) && book_.gap(share, count) <= 3) || opens_later || is_told_later) &&
               !cue("compared").in(tokens_, at, mark(count).token);
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void mark_roles(Book& book) { Roles(book).mark_all(); }

} // namespace phusa::stats
