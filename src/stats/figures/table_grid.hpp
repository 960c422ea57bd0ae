#pragma once

#include "stats/figures/book.hpp"

#include <algorithm>
#include <vector>

namespace phusa::stats
{

// A table of a report by rows and columns: which column names the rows, which rows are totals, which columns shares.
class TableGrid
{
public:
    TableGrid(const Book& book, const ReportText::Rows& rows) : grid_book_(book), tokens_(book.tokens()), rows_(rows)
    {
        for (const auto& row : rows)
            width_ = std::max(width_, row.size());
        at_.assign(rows.size() * width_, nothing);
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                place(row, column);
        label_ = find_label();
        first_row_ = find_first_row();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            total_rows_.push_back(find_total_row(row));
            inner_rows_.push_back(find_inner_row(row));
        }
        for (std::size_t column = 0; column < width_; ++column)
            share_columns_.push_back(find_share(column));
        numbers_ = find_number_columns();
    }

protected:
    // The figure of a cell that holds nothing else.
    void place(std::size_t row, std::size_t column)
    {
        auto [first, behind] = tokens_in(row, column);
        std::size_t words = 0;
        for (auto token = first; token < behind; ++token)
            words += tokens_[token].is_word() ? 1 : 0;
        const auto& marks = grid_book_.reading().marks;
        auto mark = std::ranges::lower_bound(marks, first, {}, &Mark::token);
        auto found = nothing;
        if (mark != marks.end() && mark->token < behind && (mark + 1 == marks.end() || (mark + 1)->token >= behind))
            found = static_cast<std::size_t>(mark - marks.begin());
        if (found < grid_book_.size() && words <= 2)
            at_[row * width_ + column] = found;
    }

    std::size_t at(std::size_t row, std::size_t column) const { return at_[row * width_ + column]; }

    // Of "-7" in a cell of its own, below zero.
    double signed_value(std::size_t index) const
    {
        auto token = grid_book_.mark(index).token;
        bool is_below = token > 0 && grid_book_.mark(index).in_table &&
                        (tokens_[token - 1].is("-") || tokens_[token - 1].is("–") || tokens_[token - 1].is("−"));
        return is_below ? -grid_book_.figure(index).value : grid_book_.figure(index).value;
    }

    // The tokens of a cell: [first, behind).
    std::pair<std::size_t, std::size_t> tokens_in(std::size_t row, std::size_t column) const
    {
        if (column >= rows_[row].size())
            return {0, 0};
        const auto& cell = rows_[row][column];
        auto first = std::ranges::lower_bound(tokens_, cell.begin, {}, &Token::begin) - tokens_.begin();
        auto behind = std::ranges::lower_bound(tokens_, cell.end, {}, &Token::begin) - tokens_.begin();
        // A cell that holds tables within tables would be read once more for each of them.
        constexpr std::ptrdiff_t read_max = 400;
        behind = std::min(behind, first + read_max);
        while (first < behind && tokens_[static_cast<std::size_t>(first)].kind == Token::Kind::line)
            ++first;
        return {static_cast<std::size_t>(first), static_cast<std::size_t>(behind)};
    }

    bool has(std::string_view name, std::size_t row, std::size_t column) const
    {
        auto [first, behind] = tokens_in(row, column);
        return cue(name).in(tokens_, first, behind);
    }

    // The first column that is mostly words names the rows.
    std::size_t find_label() const
    {
        for (std::size_t column = 0; column < width_; ++column) {
            std::size_t words = 0;
            for (std::size_t row = 0; row < rows_.size(); ++row)
                if (auto [first, behind] = tokens_in(row, column); first < behind && tokens_[first].is_word())
                    ++words;
            if (words * 2 > rows_.size() && !is_order(column))
                return column;
        }
        return 0;
    }

    bool is_order(std::size_t column) const
    {
        auto [first, behind] = tokens_in(0, column);
        return first < behind && cue("order_columns").begin_at(tokens_, first) == behind - first;
    }

    // Rows above the first figure are the head.
    std::size_t find_first_row() const
    {
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t column = 0; column < width_; ++column)
                if (at(row, column) != nothing && column != label_ && !is_order(column))
                    return row;
        return rows_.size();
    }

    bool heads(std::string_view name, std::size_t column) const
    {
        for (std::size_t row = 0; row < first_row_; ++row)
            if (has(name, row, column))
                return true;
        return false;
    }

    bool is_share(std::size_t column) const { return share_columns_[column]; }
    bool find_share(std::size_t column) const
    {
        std::size_t shares = 0;
        std::size_t all = 0;
        for (auto row = first_row_; row < rows_.size(); ++row)
            if (auto index = at(row, column); index != nothing) {
                ++all;
                shares += grid_book_.reading().is_percent(index) ? 1 : 0;
            }
        return heads("share_columns", column) || (all > 0 && shares == all);
    }

    bool is_total_row(std::size_t row) const { return total_rows_[row]; }
    bool find_total_row(std::size_t row) const
    {
        for (std::size_t column = 0; column <= label_; ++column) {
            auto [first, behind] = tokens_in(row, column);
            if (first < behind && cue("total_rows").begin_at(tokens_, first) > 0)
                return true;
        }
        return false;
    }

    bool is_inner_row(std::size_t row) const { return inner_rows_[row]; }
    bool find_inner_row(std::size_t row) const
    {
        auto [first, behind] = tokens_in(row, label_);
        return first < behind && cue("inner_rows").begin_at(tokens_, first) > 0;
    }

    std::vector<std::size_t> find_number_columns() const
    {
        std::vector<std::size_t> columns;
        for (std::size_t column = 0; column < width_; ++column) {
            std::size_t filled = 0;
            for (auto row = first_row_; row < rows_.size(); ++row)
                filled += at(row, column) != nothing ? 1 : 0;
            if (filled > 0 && column != label_ && !is_order(column) && !is_share(column))
                columns.push_back(column);
        }
        return columns;
    }

    const Book& grid_book_;
    const Tokens& tokens_;
    const ReportText::Rows& rows_;
    std::size_t width_ = 0;
    std::size_t label_ = 0;
    std::size_t first_row_ = 0;
    std::vector<std::size_t> numbers_ = {};
    std::vector<std::size_t> at_ = {}; // the figure of each cell, row by row
    std::vector<bool> total_rows_ = {};
    std::vector<bool> inner_rows_ = {};
    std::vector<bool> share_columns_ = {};
};

} // namespace phusa::stats
