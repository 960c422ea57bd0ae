// Counts and shares in the same order: "lần lượt là 45, 78 và 12 đồng chí, tương ứng 37,5%, 65% và 10%".
#include "stats/figures/book.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t run_max = 12;

class Turns
{
public:
    explicit Turns(Book& book) : book_(book), tokens_(book.tokens()) {}

    void link()
    {
        for (std::size_t first = 0; first < book_.size();) {
            auto behind = run_end(first, FigureKind::percent);
            if (behind - first > 1 && behind - first <= run_max)
                link_run(first, behind);
            first = std::max(behind, first + 1);
        }
    }

private:
    // Behind the last figure of that kind which follows as in a list.
    std::size_t run_end(std::size_t first, FigureKind kind) const
    {
        auto at = first;
        while (at < book_.size() && book_.figure(at).kind == kind && (at == first || is_next(at - 1, at)))
            ++at;
        return at;
    }

    // Between them stand a comma or “và”, and at most what was counted.
    bool is_next(std::size_t one, std::size_t other) const
    {
        constexpr std::size_t noun_max = 4;
        if (book_.mark(one).sentence != book_.mark(other).sentence || book_.gap(one, other) > noun_max ||
            book_.mark(one).in_table)
            return false;
        const auto& sign = tokens_[book_.mark(other).token - 1];
        return sign.is(",") || sign.is("và");
    }

    void link_run(std::size_t first, std::size_t behind)
    {
        auto length = behind - first;
        bool has_counts = first >= length;
        for (auto i = has_counts ? first - length : first; i < first; ++i)
            has_counts = has_counts && book_.reading().is_count(i) && !book_.mark(i).is_range &&
                         (i + 1 == first || is_next(i, i + 1));
        auto from = has_counts ? book_.mark(first - length).group : book_.mark(first).group;
        if (!cue("in_turn").in(tokens_, from, book_.mark(first).token))
            return;
        auto& marks = book_.reading().marks;
        for (auto i = first; i < behind; ++i) {
            marks[i].share_of_count = has_counts ? i - length : nothing;
            marks[i].turn_end = behind - 1;
            if (has_counts)
                marks[i - length].is_shared = true;
        }
    }

    Book& book_;
    const Tokens& tokens_;
};

} // namespace

void link_turns(Book& book) { Turns(book).link(); }

} // namespace phusa::stats
