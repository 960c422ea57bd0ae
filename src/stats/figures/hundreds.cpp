// Shares without counts that make 100 %.
#include "stats/figures/book.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace phusa::stats
{

namespace
{

constexpr double hundred = 100;
constexpr double hair = 1e-6;
constexpr double missing_max = 3; // percent: a list that lacks more was not meant to be whole

constexpr std::size_t group_max = 40;
constexpr std::size_t heading_reach_max = 120; // tokens: a heading farther off is not of this list

using Group = std::vector<std::size_t>;

class Hundreds
{
public:
    explicit Hundreds(Book& book) : book_(book), tokens_(book.tokens()) {}

    void tie()
    {
        Group group;
        for (std::size_t i = 0; i < book_.size(); ++i) {
            if (!group.empty() && (!is_lone(i) || is_apart(group.back(), i)))
                tie_group(std::exchange(group, {}));
            if (is_lone(i))
                group.push_back(i);
        }
        tie_group(group);
    }

private:
    bool is_lone(std::size_t index) const
    {
        const auto& mark = book_.mark(index);
        return book_.reading().is_percent(index) && mark.share_of_count == nothing && !mark.is_change &&
               !mark.in_table && !mark.is_compared && !mark.is_range;
    }

    bool is_apart(std::size_t before, std::size_t after) const
    {
        if (book_.mark(before).sentence != book_.mark(after).sentence || after != before + 1)
            return true;
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(book_.mark(before).last),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(book_.mark(after).token),
                           [](const Token& token) { return token.is(":"); });
    }

    double sum_of(const Group& group) const
    {
        double sum = 0;
        for (auto each : group)
            sum += book_.figure(each).value;
        return sum;
    }

    // Half a unit of the last place for each, where there are more than two.
    double tolerance(const Group& group) const
    {
        if (group.size() < 3)
            return hair;
        int decimals = 0;
        for (auto each : group)
            decimals = std::max(decimals, book_.figure(each).decimals);
        return 0.5 * static_cast<double>(group.size()) * std::pow(10.0, -decimals) + hair; // NOLINT: half a unit
    }

    bool makes_hundred(const Group& group) const
    {
        return group.size() > 1 && std::abs(sum_of(group) - hundred) <= tolerance(group);
    }

    void tie_group(const Group& group)
    {
        if (group.size() < 2 || group.size() > group_max)
            return;
        if (makes_hundred(group))
            return confirm(group);
        for (auto count = group.size() - 1; count > 1; --count)
            for (std::size_t from = 0; from + count <= group.size(); ++from)
                if (Group run(group.begin() + static_cast<std::ptrdiff_t>(from),
                              group.begin() + static_cast<std::ptrdiff_t>(from + count));
                    std::abs(sum_of(run) - hundred) <= hair)
                    return confirm(run);
        if (must_make_hundred(group))
            blame(group);
    }

    bool must_make_hundred(const Group& group) const
    {
        double sum = sum_of(group);
        if (std::ranges::any_of(group, [&](auto each) { return book_.figure(each).is_rounded; }) ||
            sum < hundred - missing_max * 4)
            return false;
        bool rest = book_.mark(group.back()).is_rest;
        bool pair = group.size() == 2 && is_pair(group);
        bool partition = is_partition(group) && sum > hundred - missing_max;
        return rest || pair || partition;
    }

    // "nam 52%, nữ 49%".
    bool is_pair(const Group& group) const
    {
        for (const auto& [one, other] : halves()) {
            auto has = [&](const Phrases& label, std::size_t index) {
                return label.in(tokens_, book_.mark(index).group, book_.mark(index).token);
            };
            if ((has(one, group[0]) && has(other, group[1])) || (has(other, group[0]) && has(one, group[1])))
                return true;
        }
        return false;
    }

    bool is_partition(const Group& group) const
    {
        auto to = book_.mark(group.front()).token;
        auto from = to;
        while (from > 0 && to - from < heading_reach_max &&
               book_.reading().sentence_of[from - 1] == book_.reading().sentence_of[to] && !tokens_[from - 1].is(";"))
            --from;
        return group.size() > 2 && cue("partitions").in(tokens_, from, to);
    }

    std::string sum_text(const Group& group) const
    {
        std::vector<std::string> texts;
        int decimals = 0;
        for (auto each : group) {
            texts.push_back(shown(book_.figure(each)));
            decimals = std::max(decimals, book_.figure(each).decimals);
        }
        return fmt::format("{} là {}%", fmt::join(texts, " + "), shown(sum_of(group), decimals));
    }

    void confirm(const Group& group)
    {
        for (auto each : group) {
            Reckoned right{.verdict = FigureVerdict::ok, .expected = book_.figure(each).value};
            auto other = each == group.front() ? group[1] : group.front();
            book_.settle(each, right, other, fmt::format("{}: các tỷ lệ đủ 100%.", sum_text(group)));
        }
    }

    void blame(const Group& group)
    {
        auto last = group.back();
        double rest = hundred - (sum_of(group) - book_.figure(last).value);
        if (rest < 0)
            return;
        auto wrong = reckon(book_.figure(last), rest);
        wrong.verdict = FigureVerdict::wrong;
        book_.settle(last, wrong, group.front(),
                     fmt::format("{}, không đủ hoặc quá 100%; nếu các tỷ lệ kia đúng thì tỷ lệ này là {}%.",
                                 sum_text(group), shown(wrong.expected, book_.figure(last).decimals)));
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void tie_hundreds(Book& book) { Hundreds(book).tie(); }

} // namespace phusa::stats
