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
    // “trong đó”, “gồm” behind a total, where its parts begin.
    struct Announced {
        std::size_t at = nothing; // the token of the phrase
        bool is_whole = false;    // “gồm”: the parts make up the total
    };

    explicit Book(Reading reading);
    // To be called once when the roles are marked: finds what is announced.
    void find_announced();
    // The first phrase that speaks of the total.
    const Announced& announced(std::size_t total) const { return announced_[total]; }

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
    bool is_main_measure(std::size_t index) const; // the same of money, length and weight
    // Figures of the same sentence or paragraph as `index`: [first, behind).
    std::pair<std::size_t, std::size_t> sentence(std::size_t index) const { return sentences_[index]; }
    std::pair<std::size_t, std::size_t> paragraph(std::size_t index) const { return paragraphs_[index]; }
    // How many tokens lie between two figures.
    std::size_t gap(std::size_t before, std::size_t after) const;
    // Where the words that name a figure begin: "năm 2020" of "năm 2020: 95", although a colon ends a clause.
    std::size_t name_begin(std::size_t index) const;

private:
    // Of each figure, the figures of the same: [first, behind), as far as they are spoken of.
    using Bounds = std::vector<std::pair<std::size_t, std::size_t>>;
    Bounds bounds_of(std::size_t Mark::* what) const;

    Reading reading_;
    Bounds sentences_ = {};
    Bounds paragraphs_ = {};
    std::vector<Announced> announced_ = {};
};

// The steps, in this order.
void mark_roles(Book& book);   // changes, plans, what is compared, what remains; shares to their counts
void link_turns(Book& book);   // of mark_roles: "45, 78 và 12 đồng chí, tương ứng 37,5%, 65% và 10%"
void tie_shares(Book& book);   // each share to its count and total
void tie_changes(Book& book);  // plan against done, year against year
void tie_sums(Book& book);     // each sum to its parts
void tie_means(Book& book);    // "bình quân mỗi năm 50"
void tie_still(Book& book);    // "318/325 …; còn 7 chưa được chuyển"
void tie_hundreds(Book& book); // shares that make 100 %
void tie_table(Book& book, const ReportText::Rows& rows);
// Whether the table has sections that add up; then its totals are settled.
bool tie_sections(Book& book, const ReportText::Rows& rows);
// The count that a share's count is part of by name: "trong số đảng viên nữ có 360".
struct NamedGroup {
    bool is_said = false;        // a group is named
    std::size_t total = nothing; // its count, if the text has one
};
NamedGroup group_named(const Book& book, std::size_t count);

// The totals that a count can be a share of, the likeliest first.
struct Total {
    enum class Strength { sure, likely, reach };
    std::size_t index = 0;
    Strength strength = Strength::reach;
};
// The main count that a phrase such as “trong đó” speaks of, of the sentence, before that token; `nothing` if none.
std::size_t total_before(const Book& book, std::size_t token);

} // namespace phusa::stats
