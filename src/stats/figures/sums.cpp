// Each sum to its parts: “gồm”, “còn lại”, nam and nữ, “tổng cộng”.
#include "stats/figures/book.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace phusa::stats
{

namespace
{

constexpr std::size_t subsets_max = 12;
constexpr double half = 0.5;

using Parts = std::vector<std::size_t>;

class Sums
{
public:
    explicit Sums(Book& book) : book_(book), tokens_(book.tokens()) {}

    void tie()
    {
        for (std::size_t i = 0; i < book_.size(); ++i) {
            tie_announced(i);
            if (book_.mark(i).is_rest && book_.is_main_count(i))
                tie_rest(i);
            tie_sum_behind(i);
        }
    }

private:
    // The counts of the list behind the phrase, without what stands in parentheses or below a part.
    Parts list_behind(std::size_t total, std::size_t at) const
    {
        Parts parts;
        auto behind = book_.sentence(total).second;
        std::size_t inner = nothing;
        const auto& phrases = cue("parts");
        // "25 đảng viên (nam 13, nữ 12)": the list itself stands in parentheses.
        bool is_bracket = tokens_[at].is("(");
        for (auto i = total + 1; i < behind; ++i) {
            const auto& mark = book_.mark(i);
            if (mark.token < at)
                continue;
            auto from = std::max(at + 1, book_.mark(i - 1).last);
            for (auto token = from; token < mark.token; ++token) {
                if (phrases.begin_at(tokens_, token) > 0 && token > at + 1 && !parts.empty())
                    inner = token;
                if (tokens_[token].is(";"))
                    inner = nothing;
            }
            if (is_bracket && mark.depth <= book_.mark(total).depth)
                break;
            if (inner == nothing && is_part(i, total, is_bracket ? 1 : 0))
                parts.push_back(i);
        }
        return parts;
    }

    bool is_part(std::size_t index, std::size_t total, int deeper) const
    {
        bool same_kind = book_.figure(index).kind == book_.figure(total).kind;
        return same_kind && book_.is_main_count(index) && book_.mark(index).depth <= book_.mark(total).depth + deeper &&
               book_.may_be_part(index, total) && book_.mark(index).denominator == nothing;
    }

    double sum_of(const Parts& parts) const
    {
        double sum = 0;
        for (auto part : parts)
            sum += book_.figure(part).value;
        return sum;
    }

    static bool same(double a, double b) { return std::abs(a - b) < half; }

    std::string sum_text(const Parts& parts) const
    {
        std::vector<std::string> texts;
        for (auto part : parts)
            texts.push_back(shown(book_.figure(part)));
        return fmt::format("{} là {}", fmt::join(texts, " + "), shown(sum_of(parts), 0));
    }

    bool is_vague(const Parts& parts, std::size_t total) const
    {
        return book_.figure(total).is_rounded || book_.mark(total).is_range ||
               std::ranges::any_of(parts, [&](auto part) { return book_.figure(part).is_rounded; });
    }

    void tie_announced(std::size_t total)
    {
        if (!book_.is_main_count(total))
            return;
        auto by = book_.announced(total);
        if (by.at == nothing && !tokens_.empty() && book_.mark(total).last < tokens_.size() &&
            tokens_[book_.mark(total).last].is("("))
            by.at = book_.mark(total).last;
        if (by.at == nothing && book_.mark(total).last < tokens_.size())
            by.at = noun_and_sign(total);
        if (by.at == nothing)
            return;
        auto parts = list_behind(total, by.at);
        if (parts.size() < 2 || is_vague(parts, total) || book_.mark(parts.back()).is_rest)
            return;
        if (tie_halves(total, parts) || tie_prefix(total, parts))
            return;
        if ((by.is_whole || are_years(parts)) && !overlap(parts) && !may_be_some(total, parts))
            blame(total, parts);
    }

    // Behind "25 đảng viên (" or "25 đảng viên:".
    std::size_t noun_and_sign(std::size_t total) const
    {
        for (auto at = book_.mark(total).last; at < std::min(tokens_.size(), book_.mark(total).last + 6); ++at) {
            if (tokens_[at].is("(") || tokens_[at].is(":"))
                return at;
            if (!tokens_[at].is_word())
                break;
        }
        return nothing;
    }

    // “nam 13, nữ 12” of the list, which must make the total.
    bool tie_halves(std::size_t total, const Parts& parts)
    {
        for (const auto& [one, other] : halves()) {
            std::size_t a = nothing;
            std::size_t b = nothing;
            for (auto part : parts) {
                bool is_one = is_labelled(part, one);
                bool is_other = is_labelled(part, other);
                if (is_one == is_other)
                    continue;
                (is_one ? a : b) = is_one ? (a == nothing ? part : a) : (b == nothing ? part : b);
            }
            if (a == nothing || b == nothing)
                continue;
            Parts pair{std::min(a, b), std::max(a, b)};
            if (same(sum_of(pair), book_.figure(total).value))
                confirm(total, pair);
            else if (!may_be_some(total, parts))
                blame(total, pair);
            return true;
        }
        return false;
    }

    bool is_labelled(std::size_t part, const Phrases& label) const
    {
        auto from = book_.mark(part).token;
        while (from > book_.mark(part).group && !tokens_[from - 1].is(",") && !tokens_[from - 1].is("(") &&
               !tokens_[from - 1].is("và"))
            --from;
        auto to = book_.mark(part).last;
        auto limit = part + 1 < book_.size() ? book_.mark(part + 1).token : tokens_.size();
        while (to < limit && tokens_[to].is_word() && !tokens_[to].is("và"))
            ++to;
        return label.in(tokens_, from, to);
    }

    // The first parts of the list up to where they make the total: what follows is about something else.
    bool tie_prefix(std::size_t total, const Parts& parts)
    {
        for (std::size_t count = 2; count <= parts.size(); ++count)
            if (Parts first(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count));
                same(sum_of(first), book_.figure(total).value) && may_end(total, parts, count)) {
                confirm(total, first);
                return true;
            }
        return false;
    }

    // Whether the list may end before that part.
    bool may_end(std::size_t total, const Parts& parts, std::size_t count) const
    {
        if (count == parts.size() || !are_all_alike(total, parts))
            return true;
        return has_stop(parts[count - 1], parts[count]);
    }

    bool has_stop(std::size_t before, std::size_t after) const
    {
        for (auto at = book_.mark(before).last; at < book_.mark(after).token; ++at)
            if (tokens_[at].is(";"))
                return true;
        return false;
    }

    // "9 chi bộ, gồm 6 chi bộ thôn, 2 chi bộ trường học": nothing else is counted among them.
    bool are_all_alike(std::size_t total, const Parts& parts) const
    {
        return !book_.mark(total).noun.empty() &&
               std::ranges::all_of(parts, [&](auto part) { return book_.mark(part).noun == book_.mark(total).noun; });
    }

    // "10 nữ, 15 đoàn viên, 20 người dân tộc": one person may be in several parts.
    bool overlap(const Parts& parts) const
    {
        auto is_member = [&](auto part) { return cue("memberships").begin_at(tokens_, book_.mark(part).last) > 0; };
        return std::ranges::any_of(parts, [&](auto part) { return is_labelled(part, cue("overlapping")); }) &&
               !std::ranges::all_of(parts, is_member);
    }

    // "năm 2020: 95, năm 2021: 98, năm 2022: 110": years without a gap leave nothing out.
    bool are_years(const Parts& parts) const
    {
        constexpr std::size_t years_min = 3;
        double last = 0;
        for (auto part : parts) {
            double year = 0;
            for (auto at = book_.name_begin(part); at + 1 < book_.mark(part).token; ++at)
                if (tokens_[at].is("năm") && tokens_[at + 1].is_number())
                    year = printed_number(tokens_[at + 1].text).value_or(PrintedNumber{}).value;
            if (year == 0 || (last > 0 && year != last + 1))
                return false;
            last = year;
        }
        return parts.size() >= years_min;
    }

    // Whether some of the parts make the total: then the list is not what it seems.
    bool may_be_some(std::size_t total, const Parts& parts) const
    {
        if (are_all_alike(total, parts))
            return false;
        if (parts.size() > subsets_max)
            return true;
        // The sum of a set is that of the set without its lowest part, and that part.
        std::array<double, 1U << subsets_max> sums;
        sums[0] = 0;
        for (unsigned set = 1; set < (1U << parts.size()); ++set) {
            auto rest = set & (set - 1);
            sums[set] = sums[rest] + book_.figure(parts[static_cast<std::size_t>(std::countr_zero(set))]).value;
            if (rest != 0 && same(sums[set], book_.figure(total).value))
                return true;
        }
        return false;
    }

    void confirm(std::size_t total, const Parts& parts)
    {
        Reckoned right{.verdict = FigureVerdict::ok, .expected = book_.figure(total).value};
        book_.settle(total, right, parts.front(), fmt::format("{}, đúng bằng tổng.", sum_text(parts)));
        for (auto part : parts) {
            right.expected = book_.figure(part).value;
            book_.settle(part, right, total,
                         fmt::format("{}, đúng bằng tổng {}.", sum_text(parts), shown(book_.figure(total))));
        }
    }

    // Where the shares confirm the total and all parts but one, that one is wrong, else the total.
    void blame(std::size_t total, const Parts& parts)
    {
        Parts doubtful;
        for (auto part : parts)
            if (!is_confirmed(part, total))
                doubtful.push_back(part);
        if (doubtful.size() == 1 && parts.size() > 1)
            return blame_part(total, parts, doubtful.front());
        Reckoned wrong{.verdict = FigureVerdict::wrong, .expected = sum_of(parts)};
        book_.settle(total, wrong, parts.front(),
                     fmt::format("{}; {}.", sum_text(parts), outcome(book_.figure(total), wrong)));
    }

    void blame_part(std::size_t total, const Parts& parts, std::size_t part)
    {
        double rest = book_.figure(total).value - (sum_of(parts) - book_.figure(part).value);
        if (rest < 0)
            return;
        Reckoned wrong{.verdict = FigureVerdict::wrong, .expected = rest};
        book_.settle(part, wrong, total,
                     fmt::format("{}, không bằng tổng {}; {}.", sum_text(parts), shown(book_.figure(total)),
                                 outcome(book_.figure(part), wrong)));
    }

    bool is_confirmed(std::size_t part, std::size_t total) const
    {
        auto share = book_.mark(part).share;
        return share != nothing && book_.figure(share).of == total &&
               book_.figure(share).verdict != FigureVerdict::wrong &&
               book_.figure(share).verdict != FigureVerdict::unchecked;
    }

    // “còn lại 25”: with the parts before it the total, of its sentence or of one before.
    void tie_rest(std::size_t rest)
    {
        auto first = book_.sentence(rest).first;
        Parts parts{rest};
        bool is_sure = false;
        std::size_t blamed = nothing;
        Parts blamed_parts;
        for (auto i = rest; i-- > book_.paragraph(rest).first;) {
            if (!book_.is_main_count(i) || !book_.may_be_part(rest, i) || book_.mark(i).depth > book_.mark(rest).depth)
                continue;
            if (parts.size() > 1 && same(sum_of(parts), book_.figure(i).value))
                return confirm(i, parts);
            auto announced = book_.announced(i).at;
            bool is_total = is_named_whole(i) || (announced != nothing && announced < book_.mark(rest).token);
            if (is_total && parts.size() > 1 && blamed == nothing) {
                blamed = i;
                blamed_parts = parts;
                is_sure = i >= first;
            }
            if (i >= first)
                parts.push_back(i);
        }
        std::ranges::sort(blamed_parts);
        if (blamed == nothing || is_vague(blamed_parts, blamed) || !(is_sure || all_confirmed(blamed_parts, blamed)))
            return;
        if (!overlap(blamed_parts))
            blame_part(blamed, blamed_parts, rest);
    }

    // "Trong 75 hồ sơ", "tổng số 75 hồ sơ".
    bool is_named_whole(std::size_t index) const
    {
        auto at = book_.mark(index).token;
        return cue("total").end_at(tokens_, at) > 0 || (at > 0 && tokens_[at - 1].is("trong"));
    }

    bool all_confirmed(const Parts& parts, std::size_t total) const
    {
        return std::ranges::all_of(parts,
                                   [&](auto part) { return book_.mark(part).is_rest || is_confirmed(part, total); });
    }

    // "thôn A 12 đảng viên, thôn B 13 đảng viên, tổng cộng 25 đảng viên".
    void tie_sum_behind(std::size_t sum)
    {
        if (!book_.is_main_count(sum))
            return;
        bool is_sum = book_.reading().before(cue("sum_after"), sum);
        if (!is_sum && !is_named_whole(sum))
            return;
        Parts parts;
        for (auto i = book_.sentence(sum).first; i < sum; ++i)
            if (is_part(i, sum, 0) && book_.are_alike(i, sum))
                parts.push_back(i);
        if (parts.size() < 2 || is_vague(parts, sum))
            return;
        if (same(sum_of(parts), book_.figure(sum).value))
            return confirm(sum, parts);
        bool same_nouns =
            std::ranges::all_of(parts, [&](auto part) { return book_.mark(part).noun == book_.mark(sum).noun; });
        if (is_sum && same_nouns && !may_be_some(sum, parts))
            blame(sum, parts);
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void tie_sums(Book& book) { Sums(book).tie(); }

} // namespace phusa::stats
