// What a fraction leaves: "chuyển chính thức 318/325 đảng viên; còn 7 đồng chí chưa được chuyển".
#include "stats/figures/book.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t words_max = 8;

class Still
{
public:
    explicit Still(Book& book) : book_(book), tokens_(book.tokens()) {}

    void tie()
    {
        for (std::size_t i = 0; i < book_.size(); ++i)
            if (book_.is_main_count(i) && book_.mark(i).denominator == nothing && is_still(i))
                tie_rest(i);
    }

private:
    bool is_still(std::size_t index) const
    {
        auto at = book_.mark(index).token;
        return cue("still").end_at(tokens_, at) > 0 || cue("rest").end_at(tokens_, at) > 0;
    }

    // The whole of the nearest fraction before it in its sentence, with only shares between.
    std::size_t whole_before(std::size_t index) const
    {
        for (auto i = index; i-- > book_.sentence(index).first;) {
            if (book_.mark(i).numerator != nothing)
                return i;
            if (!book_.reading().is_percent(i))
                break;
        }
        return nothing;
    }

    // "chưa được chuyển" behind "Chuyển chính thức cho": what was not done is what was counted as done.
    bool is_of_same(std::size_t rest, std::size_t whole) const
    {
        auto at = book_.mark(rest).last;
        auto end = std::min(tokens_.size(), at + words_max);
        while (at < end && cue("not_yet").begin_at(tokens_, at) == 0)
            ++at;
        if (at == end)
            return false;
        at += cue("not_yet").begin_at(tokens_, at);
        if (at >= tokens_.size() || !tokens_[at].is_word())
            return false;
        auto first = book_.mark(book_.mark(whole).numerator).token;
        auto from = first > words_max ? first - words_max : 0;
        while (from < first && book_.reading().sentence_of[from] != book_.mark(rest).sentence)
            ++from;
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                           [&](const Token& token) { return token.is(tokens_[at].text); });
    }

    void tie_rest(std::size_t rest)
    {
        auto whole = whole_before(rest);
        if (whole == nothing || !book_.may_be_part(rest, whole))
            return;
        const auto& done = book_.figure(book_.mark(whole).numerator);
        double left = book_.figure(whole).value - done.value;
        auto reckoned = reckon(book_.figure(rest), left);
        if (left < 0 || (!reckoned.fits() && !is_of_same(rest, whole)))
            return;
        book_.settle(rest, reckoned, whole,
                     fmt::format("{} trừ {} là {}; {}.", shown(book_.figure(whole)), shown(done), shown(left, 0),
                                 outcome(book_.figure(rest), reckoned)));
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void tie_still(Book& book) { Still(book).tie(); }

} // namespace phusa::stats
