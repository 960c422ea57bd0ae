#pragma once

#include "stats/figures/reading.hpp"
#include "stats/figures/reckoning.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa::stats
{

// The figures of a text while they are tied: what is said of each is settled here.
class Book
{
public:
    explicit Book(Reading reading);

    Reading& reading() { return reading_; }
    const Reading& reading() const { return reading_; }
    const Tokens& tokens() const { return reading_.tokens; }
    const Figure& figure(std::size_t index) const { return reading_.figures[index]; }
    const Mark& mark(std::size_t index) const { return reading_.marks[index]; }
    std::size_t size() const { return reading_.marks.size(); }

    // A wrong figure stays wrong, a figure that is found right once stays so unless it is found wrong.
    void settle(std::size_t index, const Reckoned& reckoned, std::optional<std::size_t> of, std::string why);

    // Whether a part of that kind can belong to the total: things are no people, 25 households no part of 40 people.
    bool may_be_part(std::size_t part, std::size_t total) const;
    bool are_alike(std::size_t one, std::size_t other) const;
    // A count that stands for itself: neither a change nor a plan, nor what is compared with, nor in a table.
    bool is_main_count(std::size_t index) const;
    // Figures of the same sentence or paragraph as `index`: [first, behind).
    std::pair<std::size_t, std::size_t> sentence(std::size_t index) const;
    std::pair<std::size_t, std::size_t> paragraph(std::size_t index) const;
    // How many tokens lie between two figures.
    std::size_t gap(std::size_t before, std::size_t after) const;

private:
    Reading reading_;
};

// The steps, in this order.
void mark_roles(Book& book);   // changes, plans, what is compared, what remains; shares to their counts
void tie_shares(Book& book);   // each share to its count and total
void tie_changes(Book& book);  // plan against done, year against year
void tie_sums(Book& book);     // each sum to its parts
void tie_hundreds(Book& book); // shares that make 100 %
void tie_table(Book& book, const ReportText::Rows& rows);

// The totals that a count can be a share of, the likeliest first.
struct Total {
    enum class Strength { sure, likely, reach };
    std::size_t index = 0;
    Strength strength = Strength::reach;
};
// The main count that a phrase such as “trong đó” speaks of, of the sentence, before that token; `nothing` if none.
std::size_t total_before(const Book& book, std::size_t token);

} // namespace phusa::stats
