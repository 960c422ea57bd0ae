// The mean of some years: "Trong 4 năm kết nạp 200 đảng viên, bình quân mỗi năm 50 đảng viên".
#include "stats/figures/book.hpp"

#include <fmt/core.h>

namespace phusa::stats
{

namespace
{

constexpr double years_max = 50;
constexpr std::size_t words_max = 60; // tokens before the first figure

// How many years a text may speak of: sure where it says their number.
struct Years {
    double count = 0;
    bool is_sure = false;
};

class Means
{
public:
    explicit Means(Book& book) : book_(book), tokens_(book.tokens()) {}

    void tie()
    {
        for (std::size_t i = 0; i < book_.size(); ++i)
            if (!book_.mark(i).in_table && book_.reading().before(cue("yearly"), i))
                tie_mean(i);
    }

private:
    double number_at(std::size_t at) const
    {
        return tokens_[at].is_number() ? printed_number(tokens_[at].text).value_or(PrintedNumber{}).value : 0;
    }

    // "4 năm" and "2020 - 2023" between the tokens. Two different numbers are none that is sure.
    std::vector<Years> years_in(std::size_t from, std::size_t to) const
    {
        std::vector<Years> years;
        std::size_t sure = 0;
        for (auto at = from; at + 2 < to; ++at) {
            bool is_span = tokens_[at + 1].is("năm") && !tokens_[at + 2].is_number();
            if (auto count = number_at(at); is_span && count > 1 && count <= years_max) {
                years.push_back({count, true});
                ++sure;
            }
            bool is_range = (tokens_[at + 1].is("-") || tokens_[at + 1].is("–")) && number_at(at) > 1900;
            // A term of five years names six.
            if (auto count = number_at(at + 2) - number_at(at); is_range && count > 0 && count <= years_max) {
                years.push_back({count, false});
                years.push_back({count + 1, false});
            }
        }
        if (sure > 1)
            for (auto& each : years)
                each.is_sure = false;
        return years;
    }

    void tie_mean(std::size_t mean)
    {
        auto first = book_.sentence(mean).first;
        if (first == mean)
            return;
        auto from = book_.mark(first).token;
        for (std::size_t back = 0;
             back < words_max && from > 0 && book_.reading().sentence_of[from - 1] == book_.mark(mean).sentence; ++back)
            --from;
        auto years = years_in(from, book_.mark(mean).token);
        std::size_t blamed = nothing;
        std::size_t totals = 0;
        for (auto i = mean; i-- > first;) {
            if (!book_.is_main_count(i) || book_.figure(i).kind != book_.figure(mean).kind || !book_.are_alike(i, mean))
                continue;
            for (const auto& each : years)
                if (reckon(book_.figure(mean), book_.figure(i).value / each.count).fits())
                    return settle(mean, i, each.count);
            blamed = i;
            ++totals;
        }
        // Of several counts the mean may speak of any.
        for (const auto& each : years)
            if (totals == 1 && each.is_sure)
                settle(mean, blamed, each.count);
    }

    void settle(std::size_t mean, std::size_t total, double years)
    {
        const auto& printed = book_.figure(mean);
        double exact = book_.figure(total).value / years;
        auto reckoned = reckon(printed, exact);
        book_.settle(mean, reckoned, total,
                     fmt::format("{} chia {} năm là {}; {}.", shown(book_.figure(total)), shown(years, 0),
                                 shown(exact, printed.decimals + 1), outcome(printed, reckoned)));
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void tie_means(Book& book) { Means(book).tie(); }

} // namespace phusa::stats
