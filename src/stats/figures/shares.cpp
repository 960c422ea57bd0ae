// Each share to its count and its total.
#include "stats/figures/book.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace phusa::stats
{

namespace
{

constexpr double hundred = 100;
constexpr std::size_t earlier_max = 60;      // figures
constexpr std::size_t reach_behind = 4;      // figures
constexpr std::size_t explicit_gap_max = 14; // tokens

using Strength = Total::Strength;

class Shares
{
public:
    explicit Shares(Book& book) : book_(book), tokens_(book.tokens()) {}

    void tie()
    {
        for (std::size_t i = 0; i < book_.size(); ++i) {
            auto count = book_.mark(i).share_of_count;
            if (count != nothing && !book_.mark(count).is_change)
                tie_one(i, count);
        }
        for (std::size_t i = 0; i < book_.size(); ++i)
            if (book_.mark(i).share_of_count != nothing && book_.figure(i).verdict == FigureVerdict::unchecked)
                tie_like_others(i);
    }

private:
    // Where two other shares of the sentence are of the same total, this one is too.
    void tie_like_others(std::size_t share)
    {
        auto count = book_.mark(share).share_of_count;
        std::map<std::size_t, int> totals;
        auto [first, behind] = book_.sentence(share);
        for (auto i = first; i < behind; ++i)
            if (book_.mark(i).share_of_count != nothing && book_.figure(i).verdict == FigureVerdict::ok &&
                book_.figure(i).of)
                ++totals[*book_.figure(i).of];
        for (auto [total, times] : totals)
            if (times > 1 && !book_.mark(count).is_change && !speaks_of_plan(share) && book_.may_be_part(count, total))
                settle(share, count, total, share_of(share, count, total));
    }

    void tie_one(std::size_t share, std::size_t count)
    {
        auto totals = totals_of(share, count);
        if (auto group = group_named(book_, count); group.is_said)
            keep_group(totals, group.total);
        const Total* blamed = nullptr;
        for (auto strength : {Strength::sure, Strength::likely})
            for (const auto& total : totals) {
                if (total.strength != strength)
                    continue;
                if (auto reckoned = share_of(share, count, total.index); reckoned.fits())
                    return settle(share, count, total.index, reckoned);
                if (!blamed)
                    blamed = &total;
            }
        for (const auto& total : totals)
            if (auto reckoned = share_of(share, count, total.index); reckoned.is_exact())
                return settle(share, count, total.index, reckoned);
        if (blamed && is_certain(share, totals))
            settle(share, count, blamed->index, share_of(share, count, blamed->index));
    }

    // Of a group that is named, only its own count is sure; another may fit by chance alone.
    static void keep_group(std::vector<Total>& totals, std::size_t group)
    {
        for (auto& total : totals)
            total.strength = Strength::reach;
        std::erase_if(totals, [&](const Total& total) { return total.index == group; });
        if (group != nothing)
            totals.insert(totals.begin(), {group, Strength::sure});
    }

    // “đạt 93%” may be of anything where several totals stand before it.
    bool is_certain(std::size_t share, const std::vector<Total>& totals) const
    {
        auto of = [&](Strength strength) { return std::ranges::count(totals, strength, &Total::strength); };
        if (of(Strength::sure) > 0)
            return true;
        if (!is_done(share))
            return of(Strength::likely) > 0;
        // "giới thiệu 120 quần chúng, kết nạp 25 đồng chí, đạt 95%": of a plan that is not named.
        auto only = std::ranges::find(totals, Strength::likely, &Total::strength);
        if (of(Strength::likely) != 1 || speaks_of_plan(share))
            return false;
        const auto& total = book_.mark(only->index);
        return total.is_plan || total.is_compared || total.noun == book_.mark(book_.mark(share).share_of_count).noun;
    }

    Reckoned share_of(std::size_t share, std::size_t count, std::size_t total) const
    {
        if (book_.figure(total).value == 0)
            return {};
        return reckon(book_.figure(share), hundred * book_.figure(count).value / book_.figure(total).value);
    }

    void settle(std::size_t share, std::size_t count, std::size_t total, const Reckoned& reckoned)
    {
        const auto& printed = book_.figure(share);
        double exact = hundred * book_.figure(count).value / book_.figure(total).value;
        book_.settle(share, reckoned, total,
                     fmt::format("{} trên {} là {}%; {}.", shown(book_.figure(count)), shown(book_.figure(total)),
                                 shown(exact, std::max(printed.decimals + 1, 2)), outcome(printed, reckoned)));
    }

    bool is_done(std::size_t share) const
    {
        auto from = book_.mark(share).group;
        return cue("done").in(tokens_, from, book_.mark(share).token) &&
               !cue("share").in(tokens_, from, book_.mark(share).token);
    }

    // "đạt 93% kế hoạch", "đạt kế hoạch 93%".
    bool speaks_of_plan(std::size_t share) const
    {
        auto end = book_.mark(share).last;
        while (end < tokens_.size() && !tokens_[end].is(",") && !tokens_[end].is(";") && !tokens_[end].is(".") &&
               !tokens_[end].is_number())
            ++end;
        return cue("plan").in(tokens_, book_.mark(share).last, end);
    }

    std::vector<Total> totals_of(std::size_t share, std::size_t count) const
    {
        std::vector<Total> totals;
        add_named(totals, share, count);
        add_fraction(totals, count);
        bool plan = speaks_of_plan(share) || is_done(share);
        if (plan)
            add_plans(totals, share, count);
        if (!speaks_of_plan(share) && !speaks_of_comparison(share)) {
            add_sentence(totals, share, count);
            add_carried(totals, share, count);
        }
        bool has_own =
            std::ranges::any_of(totals, [](const Total& total) { return total.strength != Strength::reach; });
        add_reach(totals, share, count);
        if (!has_own)
            add_earlier_paragraphs(totals, count);
        return totals;
    }

    bool speaks_of_comparison(std::size_t share) const
    {
        auto end = std::min(tokens_.size(), book_.mark(share).last + 4);
        return cue("compared").in(tokens_, book_.mark(share).last, end);
    }

    static void add(std::vector<Total>& totals, std::size_t index, Strength strength)
    {
        if (std::ranges::find(totals, index, &Total::index) == totals.end())
            totals.push_back({index, strength});
    }

    // "chiếm 48% trong tổng số 25 đảng viên", "đạt 93% kế hoạch (200)", "bằng 120% so với năm 2010 (100)".
    void add_named(std::vector<Total>& totals, std::size_t share, std::size_t count) const
    {
        auto last = book_.mark(share).turn_end == nothing ? share : book_.mark(share).turn_end;
        auto next = last + 1;
        if (next == count)
            ++next;
        if (next >= book_.size() || book_.mark(next).sentence != book_.mark(share).sentence ||
            book_.figure(next).kind != book_.figure(count).kind || book_.mark(next).is_change)
            return;
        auto from = book_.mark(next == count + 1 ? count : last).last;
        auto to = book_.mark(next).token;
        if (to - from > explicit_gap_max)
            return;
        bool has_comma = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(to),
                                     [](const Token& token) { return token.is(",") || token.is(";"); });
        for (auto name : {"total", "plan", "compared"})
            if (!has_comma && cue(name).in(tokens_, from, to) && book_.may_be_part(count, next))
                return add(totals, numerator_whole(next), Strength::sure);
    }
    std::size_t numerator_whole(std::size_t index) const
    {
        return book_.mark(index).denominator != nothing ? book_.mark(index).denominator : index;
    }

    void add_fraction(std::vector<Total>& totals, std::size_t count) const
    {
        if (book_.mark(count).denominator != nothing)
            add(totals, book_.mark(count).denominator, Strength::sure);
    }

    void add_plans(std::vector<Total>& totals, std::size_t share, std::size_t count) const
    {
        auto [first, behind] = book_.sentence(share);
        for (auto i = behind; i-- > first;)
            if (book_.mark(i).is_plan && book_.may_be_part(count, i))
                add(totals, i, speaks_of_plan(share) ? Strength::sure : Strength::likely);
        auto start = book_.paragraph(share).first;
        for (auto i = first; i-- > start;)
            if (book_.mark(i).is_plan && book_.are_alike(count, i))
                add(totals, i, Strength::likely);
    }

    bool is_whole_for(std::size_t total, std::size_t count) const
    {
        return (book_.is_main_count(total) || book_.is_main_measure(total)) && book_.may_be_part(count, total) &&
               book_.figure(total).value >= book_.figure(count).value && total != count;
    }

    // Of the sentence: before “trong đó”, behind “tổng số”, else a count without a share of its own.
    void add_sentence(std::vector<Total>& totals, std::size_t share, std::size_t count) const
    {
        auto first = book_.sentence(share).first;
        for (auto i = count; i-- > first;)
            if (is_whole_for(i, count) && (is_announced(i, count) || is_total_named(i)))
                add(totals, i, Strength::sure);
        for (auto i = count; i-- > first;)
            if (is_whole_for(i, count) && !book_.mark(i).is_shared && (book_.is_main_count(i) || !is_done(share)) &&
                book_.mark(i).depth <= book_.mark(count).depth && !is_list_item(i, count))
                add(totals, i, Strength::likely);
        // "31/35 chi bộ; còn 4 chi bộ (11,4%)"
        for (auto i = count; i-- > first;)
            if (book_.mark(i).numerator != nothing && book_.are_alike(count, i) &&
                book_.figure(i).value >= book_.figure(count).value)
                add(totals, i, Strength::likely);
    }

    // Whether “trong đó”, “gồm” or a colon makes it the total of what follows, up to `count`.
    bool is_announced(std::size_t total, std::size_t count) const
    {
        return book_.announced(total).at < book_.mark(count).token;
    }

    bool is_total_named(std::size_t index) const
    {
        auto from = book_.mark(index).group;
        auto at = cue("total").last_in(tokens_, from, book_.mark(index).token);
        return at != book_.mark(index).token;
    }

    // Counts of one list stand beside each other: "nam 13; nữ 12, chiếm 48%".
    bool is_list_item(std::size_t one, std::size_t count) const
    {
        return book_.figure(one).value == book_.figure(count).value && one + 1 == count;
    }

    // The total of earlier sentences of the paragraph holds until a new one is set.
    void add_carried(std::vector<Total>& totals, std::size_t share, std::size_t count) const
    {
        auto [start, end] = book_.paragraph(share);
        auto first = book_.sentence(share).first;
        bool has_own = std::ranges::any_of(totals, [&](const Total& total) { return total.index >= first; });
        if (has_own)
            return;
        for (auto i = first; i-- > start;)
            if (is_whole_for(i, count) && book_.are_alike(count, i) && is_announced_anywhere(i))
                return add(totals, i, Strength::likely);
    }

    bool is_announced_anywhere(std::size_t total) const
    {
        return book_.announced(total).at != nothing || is_total_named(total);
    }

    void add_reach(std::vector<Total>& totals, std::size_t share, std::size_t count) const
    {
        auto [start, end] = book_.paragraph(share);
        for (auto i = end; i-- > start;)
            if (i != count && book_.figure(i).kind == book_.figure(count).kind && book_.may_be_part(count, i) &&
                !book_.mark(i).in_table && may_be_reached(i, share))
                add(totals, i, Strength::reach);
    }

    // Where nothing near can be the total, one that was named in a paragraph before and fits exactly.
    void add_earlier_paragraphs(std::vector<Total>& totals, std::size_t count) const
    {
        for (auto i = book_.paragraph(count).first; i-- > 0 && count - i < earlier_max;)
            if (is_whole_for(i, count) && (is_total_named(i) || is_announced_anywhere(i)))
                add(totals, i, Strength::reach);
    }

    // Behind the share only what follows closely, or is called the total.
    bool may_be_reached(std::size_t total, std::size_t share) const
    {
        return total < share || (total < share + reach_behind && !book_.mark(total).is_shared) || is_total_named(total);
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void tie_shares(Book& book) { Shares(book).tie(); }

} // namespace phusa::stats
