// Tables in sections: rows I, II or A, B hold the sums of the rows below them, the total row those of the sections.
#include "stats/figures/table_grid.hpp"

#include <fmt/core.h>

#include <cmath>

namespace phusa::stats
{

namespace
{

constexpr double half = 0.5;

class SectionTie : private TableGrid
{
public:
    SectionTie(Book& book, const ReportText::Rows& rows) : TableGrid(book, rows), book_(book) {}

    bool tie()
    {
        for (auto row = first_row_; row < rows_.size(); ++row)
            if (is_section(row))
                sections_.push_back(row);
        if (sections_.size() < 2)
            return false;
        for (auto column : numbers_)
            try_column(column);
        // What is built otherwise fits nowhere.
        if (misses_.size() * 2 > fits_.size())
            return false;
        for (const auto& sum : fits_)
            say(sum, FigureVerdict::ok);
        for (const auto& sum : misses_)
            say(sum, FigureVerdict::wrong);
        return true;
    }

private:
    struct Sum {
        std::size_t total = nothing; // figures
        std::size_t first = nothing;
        std::size_t rows = 0;
        double sum = 0;
    };

    // A row whose number is I, II or A, B.
    bool is_section(std::size_t row) const
    {
        for (std::size_t column = 0; column <= label_; ++column) {
            auto [first, behind] = tokens_in(row, column);
            if (first == behind || !tokens_[first].capital)
                continue;
            const auto& text = tokens_[first].text;
            bool is_roman = text.find_first_not_of("ivx") == std::string::npos;
            bool is_letter = text.size() == 1 && text[0] >= 'a' && text[0] <= 'h';
            bool is_alone = behind - first == 1 || tokens_[first + 1].is(".");
            return (is_roman || is_letter) && is_alone;
        }
        return false;
    }

    void add(Sum& sum, std::size_t index) const
    {
        sum.sum += signed_value(index);
        sum.first = sum.first == nothing ? index : sum.first;
        ++sum.rows;
    }

    void try_column(std::size_t column)
    {
        Sum all;
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            auto head = at(sections_[i], column);
            Sum below{.total = head};
            auto end = i + 1 < sections_.size() ? sections_[i + 1] : rows_.size();
            for (auto row = sections_[i] + 1; row < end && !is_total_row(row); ++row)
                if (auto index = at(row, column); index != nothing && !is_inner_row(row))
                    add(below, index);
            if (head != nothing)
                add(all, head);
            if (head != nothing && below.rows > 0)
                keep(below);
        }
        for (auto row = first_row_; row < rows_.size(); ++row)
            if (auto index = at(row, column); index != nothing && is_total_row(row) && all.rows > 1) {
                all.total = index;
                keep(all);
            }
    }

    void keep(const Sum& sum)
    {
        bool fits = std::abs(sum.sum - signed_value(sum.total)) < half;
        (fits ? fits_ : misses_).push_back(sum);
    }

    void say(const Sum& sum, FigureVerdict verdict)
    {
        const auto& printed = book_.figure(sum.total);
        Reckoned reckoned{.verdict = verdict,
                          .expected = verdict == FigureVerdict::ok ? printed.value : std::abs(sum.sum)};
        book_.settle(sum.total, reckoned, sum.first,
                     fmt::format("Cộng {} dòng của phần là {}; {}.", sum.rows, shown(sum.sum, printed.decimals),
                                 outcome(printed, reckoned)));
    }

    Book& book_;
    std::vector<std::size_t> sections_ = {};
    std::vector<Sum> fits_ = {};
    std::vector<Sum> misses_ = {};
};

} // namespace

bool tie_sections(Book& book, const ReportText::Rows& rows) { return SectionTie(book, rows).tie(); }

} // namespace phusa::stats
