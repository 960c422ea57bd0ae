// Year against year, plan against done: “tăng 20”, “vượt 5%”, “gấp 1,5 lần”.
#include "stats/figures/book.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace phusa::stats
{

namespace
{

constexpr double hundred = 100;
constexpr std::size_t from_to_gap_max = 12;  // tokens
constexpr std::size_t chance_reach_max = 20; // figures: farther off two numbers differ so by chance

// From the old number to the new one.
struct Step {
    std::size_t old = nothing;
    std::size_t now = nothing;
    bool is_sure = false;
};

class Changes
{
public:
    explicit Changes(Book& book) : book_(book), tokens_(book.tokens()) {}

    void tie()
    {
        for (std::size_t i = 0; i < book_.size(); ++i) {
            const auto& mark = book_.mark(i);
            if (mark.in_table || mark.is_range)
                continue;
            if (mark.is_change || is_ratio(i))
                tie_change(i);
            else if (mark.share_of_count != nothing && book_.mark(mark.share_of_count).is_change)
                tie_share_of_change(i, mark.share_of_count);
        }
        tie_directions();
    }

private:
    bool is_ratio(std::size_t index) const
    {
        return book_.figure(index).kind == FigureKind::times && book_.reading().before(cue("ratio"), index);
    }

    bool is_share_kind(std::size_t index) const { return book_.reading().is_percent(index); }

    // What can be the two ends of the step: counts, or shares.
    bool can_be_end(std::size_t index, bool shares) const
    {
        const auto& mark = book_.mark(index);
        if (mark.is_change || mark.in_table || mark.is_range)
            return false;
        auto kind = book_.figure(index).kind;
        return shares ? kind == FigureKind::percent : kind == FigureKind::count || kind == FigureKind::measure;
    }

    std::vector<Step> steps_of(std::size_t change, bool shares) const
    {
        std::vector<Step> steps;
        auto add = [&](Step step) {
            bool is_whole = step.old != nothing && step.now != nothing && step.old != step.now;
            if (is_whole && book_.are_alike(step.old, step.now))
                steps.push_back(step);
        };
        add(from_to(change, shares));
        auto now = nearest_before(change, shares);
        add({named_old(change, shares), now, true});
        if (book_.mark(change).is_over_plan || is_of_plan(change))
            add({plan_of(change), now, true});
        else
            add({earlier(now, shares), now, is_sure_earlier(change, now, earlier(now, shares))});
        auto [begin, end] = book_.paragraph(change);
        auto behind = std::min(end, change + 3);
        auto first = std::max(begin, change > chance_reach_max ? change - chance_reach_max : 0);
        for (auto a = first; a < behind; ++a)
            for (auto b = first; b < behind; ++b)
                if (can_be_end(a, shares) && can_be_end(b, shares) && (a < b || book_.mark(a).is_compared))
                    add({a, b, false});
        return steps;
    }

    bool is_of_plan(std::size_t change) const
    {
        auto end = std::min(tokens_.size(), book_.mark(change).last + 5);
        return cue("plan").in(tokens_, book_.mark(change).group, end) && plan_of(change) != nothing;
    }

    // "từ 100 lên 120" around the change, in its sentence.
    Step from_to(std::size_t change, bool shares) const
    {
        auto [first, behind] = book_.sentence(change);
        for (auto i = first; i + 1 < behind; ++i)
            if (can_be_end(i, shares) && can_be_end(i + 1, shares) && leads(i, i + 1) &&
                !has_stop(std::min(i, change), std::max(i, change)))
                return {i, i + 1, true};
        return {};
    }

    bool leads(std::size_t old, std::size_t now) const
    {
        auto from = book_.mark(old).token > 4 ? book_.mark(old).token - 4 : 0;
        return book_.gap(old, now) <= from_to_gap_max && book_.figure(old).kind == book_.figure(now).kind &&
               cue("from").in(tokens_, std::max(from, book_.mark(old).group), book_.mark(old).token) &&
               cue("to").in(tokens_, book_.mark(old).last, book_.mark(now).token);
    }

    std::size_t nearest_before(std::size_t change, bool shares) const
    {
        for (auto i = change; i-- > book_.sentence(change).first;)
            if (can_be_end(i, shares) && !book_.mark(i).is_compared && !book_.mark(i).is_plan &&
                book_.mark(i).numerator == nothing && (shares || book_.mark(i).depth <= book_.mark(change).depth))
                return i;
        return nothing;
    }

    // "tăng 20 so với năm 2010 (100)", "so với 100 đảng viên năm 2010 thì tăng 20".
    std::size_t named_old(std::size_t change, bool shares) const
    {
        auto [first, behind] = book_.sentence(change);
        for (auto i = change + 1; i < std::min(behind, change + 3); ++i)
            if (can_be_end(i, shares) && book_.mark(i).is_compared && !has_stop(change, i))
                return i;
        for (auto i = change; i-- > first;)
            if (can_be_end(i, shares) && book_.mark(i).is_compared)
                return i;
        return nothing;
    }

    bool has_stop(std::size_t before, std::size_t after) const
    {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(book_.mark(before).last),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(book_.mark(after).token),
                           [](const Token& token) { return token.is(";"); });
    }

    std::size_t plan_of(std::size_t change) const
    {
        auto [first, behind] = book_.sentence(change);
        for (auto i = first; i < behind; ++i)
            if (book_.mark(i).is_plan && !book_.mark(i).is_change)
                return i;
        for (auto i = first; i < behind; ++i)
            if (book_.mark(i).numerator != nothing)
                return i;
        auto start = book_.paragraph(change).first;
        for (auto i = first; i-- > start;)
            if (book_.mark(i).is_plan)
                return i;
        return nothing;
    }

    // The number of the time before: the nearest count before `now` that stands for another time.
    std::size_t earlier(std::size_t now, bool shares) const
    {
        if (now == nothing)
            return nothing;
        for (auto i = now; i-- > book_.paragraph(now).first;)
            if (can_be_end(i, shares) && !book_.mark(i).is_plan && book_.are_alike(i, now) && has_time(i))
                return i;
        return nothing;
    }

    // A year or “cùng kỳ” in the clause before it.
    bool has_time(std::size_t index) const
    {
        for (auto at = book_.name_begin(index); at < book_.mark(index).token; ++at)
            if (cue("compared").begin_at(tokens_, at) > 0 || tokens_[at].is("năm") || tokens_[at].is("quý") ||
                tokens_[at].is("nhiệm"))
                return true;
        return false;
    }

    // No other main count stands between them, and no other year is named to compare with.
    bool is_sure_earlier(std::size_t change, std::size_t now, std::size_t old) const
    {
        if (now == nothing || old == nothing || !has_time(now) || !is_of_year_named(change, old))
            return false;
        for (auto i = old + 1; i < now; ++i)
            if (!book_.mark(i).is_change && !book_.reading().is_percent(i))
                return false;
        return true;
    }

    // "tăng 30 so với năm 2010": then the old number must be of 2010.
    bool is_of_year_named(std::size_t change, std::size_t old) const
    {
        constexpr std::size_t words_max = 8;
        auto from = book_.mark(change).last;
        auto end = std::min(from + words_max, next_token(change));
        auto compared = cue("compared").last_in(tokens_, from, end);
        for (auto at = compared; at + 1 < end; ++at)
            if (tokens_[at].is("năm") && tokens_[at + 1].is_number())
                return is_named_before(old, tokens_[at + 1].text);
        return true;
    }
    std::size_t next_token(std::size_t index) const
    {
        return index + 1 < book_.size() ? book_.mark(index + 1).token : tokens_.size();
    }
    bool is_named_before(std::size_t index, const std::string& year) const
    {
        for (auto at = book_.name_begin(index); at < book_.mark(index).token; ++at)
            if (tokens_[at].is(year))
                return true;
        return false;
    }

    bool is_relative(std::size_t change, const Step& step) const
    {
        return book_.figure(change).kind == FigureKind::percent && !is_share_kind(step.now);
    }

    Reckoned reckoned_by(std::size_t change, const Step& step) const
    {
        double now = book_.figure(step.now).value;
        double old = book_.figure(step.old).value;
        bool is_times = book_.figure(change).kind == FigureKind::times;
        if ((is_times || is_relative(change, step)) && old == 0)
            return {};
        if (is_times)
            return reckon(book_.figure(change), now / old);
        return directed(change, is_relative(change, step) ? hundred * (now - old) / old : now - old);
    }

    std::string sum_of(std::size_t change, const Step& step) const
    {
        const auto& printed = book_.figure(change);
        double now = book_.figure(step.now).value;
        double old = book_.figure(step.old).value;
        auto decimals = std::max({book_.figure(step.now).decimals, book_.figure(step.old).decimals, printed.decimals});
        auto a = shown(book_.figure(step.now));
        auto b = shown(book_.figure(step.old));
        if (printed.kind == FigureKind::times)
            return fmt::format("{} chia {} là {}", a, b, shown(now / old, printed.decimals + 1));
        auto direction = now < old ? "giảm" : "tăng";
        if (is_relative(change, step))
            return fmt::format("từ {} đến {} là {} {}%", b, a, direction,
                               shown(std::abs(hundred * (now - old) / old), printed.decimals + 1));
        return fmt::format("từ {} đến {} là {} {}", b, a, direction, shown(std::abs(now - old), decimals));
    }

    // As printed, and in the direction that is said.
    Reckoned directed(std::size_t change, double exact) const
    {
        auto reckoned = reckon(book_.figure(change), exact);
        bool is_against = exact != 0 && (exact > 0) != book_.mark(change).is_up;
        if (is_against)
            reckoned.verdict = FigureVerdict::wrong;
        return reckoned;
    }

    // A share may grow by points or by a part of itself: what is printed as "%" can be either.
    bool fits_relatively(std::size_t change, const Step& step) const
    {
        double old = book_.figure(step.old).value;
        bool may = book_.figure(change).kind == FigureKind::percent && is_share_kind(step.now) && old != 0;
        return may && directed(change, hundred * (book_.figure(step.now).value - old) / old).fits();
    }

    void tie_change(std::size_t change)
    {
        auto kind = book_.figure(change).kind;
        if (kind == FigureKind::age)
            return;
        bool behind_share = kind == FigureKind::percent && change > 0 && is_share_kind(change - 1) &&
                            book_.mark(change - 1).sentence == book_.mark(change).sentence;
        bool points = kind == FigureKind::points;
        if (behind_share && tie_by(change, true))
            return;
        if (points || !tie_by(change, false))
            if (points || kind == FigureKind::percent)
                tie_by(change, true);
        if (book_.figure(change).verdict == FigureVerdict::unchecked && kind == FigureKind::percent)
            tie_to_hundred(change);
    }

    bool tie_by(std::size_t change, bool shares)
    {
        auto steps = steps_of(change, shares);
        for (const auto& step : steps) {
            auto reckoned = reckoned_by(change, step);
            if (step.is_sure ? reckoned.fits() || fits_relatively(change, step) : reckoned.is_exact())
                return reckoned.fits() ? settle(change, step, reckoned) : true;
        }
        for (const auto& step : steps)
            if (step.is_sure && reckoned_by(change, step).verdict == FigureVerdict::wrong)
                return settle(change, step, reckoned_by(change, step));
        return false;
    }

    bool settle(std::size_t change, const Step& step, const Reckoned& reckoned)
    {
        book_.settle(change, reckoned, step.old,
                     fmt::format("{}; {}.", sum_of(change, step), ending(change, step, reckoned)));
        return true;
    }

    std::string ending(std::size_t change, const Step& step, const Reckoned& reckoned) const
    {
        const auto& printed = book_.figure(change);
        bool is_against = printed.kind != FigureKind::times &&
                          book_.figure(step.now).value != book_.figure(step.old).value &&
                          (book_.figure(step.now).value > book_.figure(step.old).value) != book_.mark(change).is_up;
        if (reckoned.verdict == FigureVerdict::wrong && is_against)
            return fmt::format("văn bản ghi {} là ngược chiều", book_.mark(change).is_up ? "tăng" : "giảm");
        return outcome(printed, reckoned);
    }

    // "đạt 105% kế hoạch, vượt 5%".
    void tie_to_hundred(std::size_t change)
    {
        if (!book_.mark(change).is_over_plan || change == book_.sentence(change).first || !is_share_kind(change - 1))
            return;
        auto done = book_.figure(change - 1).value - hundred;
        auto reckoned = directed(change, done);
        book_.settle(change, reckoned, change - 1,
                     fmt::format("{} so với 100% là {} {}%; {}.", shown(book_.figure(change - 1)),
                                 done < 0 ? "thiếu" : "vượt", shown(std::abs(done), book_.figure(change - 1).decimals),
                                 outcome(book_.figure(change), reckoned)));
    }

    // "tăng 20 đảng viên (20%)": of what there was before.
    void tie_share_of_change(std::size_t share, std::size_t change)
    {
        auto now = nearest_before(change, false);
        auto step = from_to(change, false);
        auto old = step.old != nothing ? step.old : named_old(change, false);
        if (old == nothing && book_.mark(change).is_over_plan)
            old = plan_of(change);
        double difference = book_.figure(change).value;
        double base = 0;
        if (old != nothing)
            base = book_.figure(old).value;
        else if (now != nothing && book_.are_alike(now, change))
            base = book_.figure(now).value - (book_.mark(change).is_up ? difference : -difference);
        if (base <= 0)
            return;
        auto reckoned = reckon(book_.figure(share), hundred * difference / base);
        if (reckoned.verdict == FigureVerdict::wrong && old == nothing && !book_.reading().is_count(now))
            return;
        book_.settle(share, reckoned, change,
                     fmt::format("{} trên {} của kỳ trước là {}%; {}.", shown(book_.figure(change)), shown(base, 0),
                                 shown(hundred * difference / base, book_.figure(share).decimals + 1),
                                 outcome(book_.figure(share), reckoned)));
    }

    // "tăng từ 120 xuống 100": only the direction can be seen.
    void tie_directions()
    {
        for (std::size_t i = 0; i + 1 < book_.size(); ++i) {
            if (book_.mark(i).sentence != book_.mark(i + 1).sentence || !leads(i, i + 1) || book_.mark(i).in_table)
                continue;
            auto from = book_.mark(i).token > 5 ? book_.mark(i).token - 5 : 0;
            from = std::max(from, book_.mark(i).group);
            bool up = cue("up").in(tokens_, from, book_.mark(i).token);
            bool down = cue("down").in(tokens_, from, book_.mark(i).token);
            if (up == down)
                continue;
            bool rose = book_.figure(i + 1).value > book_.figure(i).value;
            bool fell = book_.figure(i + 1).value < book_.figure(i).value;
            if ((up && !fell) || (down && !rose))
                continue;
            Reckoned wrong{.verdict = FigureVerdict::wrong, .expected = book_.figure(i + 1).value};
            book_.settle(i + 1, wrong, i,
                         fmt::format("Từ {} đến {} là {}, văn bản ghi {}.", shown(book_.figure(i)),
                                     shown(book_.figure(i + 1)), rose ? "tăng" : "giảm", up ? "tăng" : "giảm"));
        }
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void tie_changes(Book& book) { Changes(book).tie(); }

} // namespace phusa::stats
