// Total rows, total columns and share columns of a table.
#include "stats/figures/book.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace phusa::stats
{

namespace
{

constexpr double hundred = 100;
constexpr double half = 0.5;

// How a column follows from others of its row.
struct Formula {
    enum class Kind { share_of_column, share_of_total, difference, sum };
    Kind kind = Kind::sum;
    std::vector<std::size_t> columns = {};
};

class TableTie
{
public:
    TableTie(Book& book, const ReportText::Rows& rows) : book_(book), tokens_(book.tokens()), rows_(rows)
    {
        for (const auto& row : rows)
            width_ = std::max(width_, row.size());
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                place(row, column);
        label_ = find_label();
    }

    void tie()
    {
        tie_total_rows();
        for (std::size_t column = 0; column < width_; ++column)
            if (column != label_ && !is_order(column))
                is_share(column) ? tie_share_column(column) : tie_sum_column(column);
    }

private:
    // The figure of a cell that holds nothing else.
    void place(std::size_t row, std::size_t column)
    {
        auto [first, behind] = tokens_in(row, column);
        std::size_t words = 0;
        for (auto token = first; token < behind; ++token)
            words += tokens_[token].is_word() ? 1 : 0;
        const auto& marks = book_.reading().marks;
        auto mark = std::ranges::lower_bound(marks, first, {}, &Mark::token);
        auto found = nothing;
        if (mark != marks.end() && mark->token < behind && (mark + 1 == marks.end() || (mark + 1)->token >= behind))
            found = static_cast<std::size_t>(mark - marks.begin());
        if (found < book_.size() && words <= 2)
            at_[{row, column}] = found;
    }

    std::size_t at(std::size_t row, std::size_t column) const
    {
        auto found = at_.find({row, column});
        return found == at_.end() ? nothing : found->second;
    }

    // The tokens of a cell: [first, behind).
    std::pair<std::size_t, std::size_t> tokens_in(std::size_t row, std::size_t column) const
    {
        if (column >= rows_[row].size())
            return {0, 0};
        const auto& cell = rows_[row][column];
        auto first = std::ranges::lower_bound(tokens_, cell.begin, {}, &Token::begin) - tokens_.begin();
        auto behind = std::ranges::lower_bound(tokens_, cell.end, {}, &Token::begin) - tokens_.begin();
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
    std::size_t first_row() const
    {
        std::size_t first = rows_.size();
        for (const auto& [place, index] : at_)
            if (place.second != label_ && !is_order(place.second))
                first = std::min(first, place.first);
        return first;
    }

    bool heads(std::string_view name, std::size_t column) const
    {
        for (std::size_t row = 0; row < first_row(); ++row)
            if (has(name, row, column))
                return true;
        return false;
    }

    bool is_share(std::size_t column) const
    {
        std::size_t shares = 0;
        std::size_t all = 0;
        for (auto row = first_row(); row < rows_.size(); ++row)
            if (auto index = at(row, column); index != nothing) {
                ++all;
                shares += book_.reading().is_percent(index) ? 1 : 0;
            }
        return heads("share_columns", column) || (all > 0 && shares == all);
    }

    bool is_total_row(std::size_t row) const
    {
        for (std::size_t column = 0; column <= label_; ++column) {
            auto [first, behind] = tokens_in(row, column);
            if (first < behind && cue("total_rows").begin_at(tokens_, first) > 0)
                return true;
        }
        return false;
    }

    bool is_inner_row(std::size_t row) const
    {
        auto [first, behind] = tokens_in(row, label_);
        return first < behind && cue("inner_rows").begin_at(tokens_, first) > 0;
    }

    struct Summed {
        double sum = 0;
        std::size_t rows = 0;
        std::size_t first = nothing; // figure
    };

    Summed sum_of_rows(std::size_t column, std::size_t from, std::size_t to, std::size_t total) const
    {
        Summed summed;
        for (auto row = from; row < to; ++row) {
            auto index = at(row, column);
            if (row == total || is_total_row(row) || is_inner_row(row) || index == nothing)
                continue;
            summed.sum += book_.figure(index).value;
            summed.first = summed.first == nothing ? index : summed.first;
            ++summed.rows;
        }
        return summed;
    }

    // A table whose rows lie below each other cannot be added up: then no column fits, and nothing is said.
    void tie_total_rows()
    {
        auto first = first_row();
        std::size_t since = first;
        for (auto row = first; row < rows_.size(); ++row) {
            if (!is_total_row(row))
                continue;
            bool on_top = row == since;
            tie_total_row(row, on_top ? row + 1 : since, on_top ? next_total(row) : row);
            since = row + 1;
        }
    }
    std::size_t next_total(std::size_t row) const
    {
        auto next = row + 1;
        while (next < rows_.size() && !is_total_row(next))
            ++next;
        return next;
    }

    void tie_total_row(std::size_t row, std::size_t from, std::size_t to)
    {
        std::size_t fits = 0;
        std::vector<std::pair<std::size_t, Summed>> misfits;
        for (std::size_t column = 0; column < width_; ++column) {
            auto index = at(row, column);
            if (index == nothing || column == label_ || is_order(column) || is_share(column))
                continue;
            auto summed = sum_of_rows(column, from, to, row);
            auto all = sum_of_rows(column, first_row(), rows_.size(), row);
            double value = book_.figure(index).value;
            if (summed.rows < 2)
                continue;
            if (std::abs(summed.sum - value) < half || std::abs(all.sum - value) < half) {
                ++fits;
                say_sum(index, summed, FigureVerdict::ok);
            } else {
                misfits.emplace_back(index, summed);
            }
        }
        // With one column alone nothing else shows how the table is built, but its total row says so itself.
        bool is_built_so = misfits.size() <= fits || (fits == 0 && misfits.size() == 1 && !has_sections());
        for (const auto& [index, summed] : misfits)
            if (is_built_so && !has_overlapping_rows())
                say_sum(index, summed, FigureVerdict::wrong);
    }

    // "Nữ", "Đoàn viên": one person may stand in several rows.
    bool has_overlapping_rows() const
    {
        for (auto row = first_row(); row < rows_.size(); ++row)
            if (!is_total_row(row) && has("overlapping", row, label_))
                return true;
        return false;
    }

    // Rows numbered I, II or a, b below each other.
    bool has_sections() const
    {
        for (auto row = first_row(); row < rows_.size(); ++row)
            for (std::size_t column = 0; column <= label_; ++column) {
                auto [first, behind] = tokens_in(row, column);
                if (first < behind && tokens_[first].is_word() &&
                    tokens_[first].text.find_first_not_of("ivx") == std::string::npos)
                    return true;
            }
        return false;
    }

    void say_sum(std::size_t index, const Summed& summed, FigureVerdict verdict)
    {
        Reckoned reckoned{.verdict = verdict, .expected = summed.sum};
        if (verdict == FigureVerdict::ok)
            reckoned.expected = book_.figure(index).value;
        book_.settle(index, reckoned, summed.first,
                     fmt::format("Cộng {} dòng của cột là {}; {}.", summed.rows,
                                 shown(summed.sum, book_.figure(index).decimals),
                                 outcome(book_.figure(index), reckoned)));
    }

    std::vector<std::size_t> number_columns() const
    {
        std::vector<std::size_t> columns;
        for (std::size_t column = 0; column < width_; ++column) {
            std::size_t filled = 0;
            for (auto row = first_row(); row < rows_.size(); ++row)
                filled += at(row, column) != nothing ? 1 : 0;
            if (filled > 0 && column != label_ && !is_order(column) && !is_share(column))
                columns.push_back(column);
        }
        return columns;
    }

    struct Cell {
        double exact = 0;
        std::size_t of = nothing;
        std::string sum;
    };

    std::optional<Cell> reckon_cell(const Formula& formula, std::size_t row) const
    {
        std::vector<std::size_t> figures;
        for (auto column : formula.columns)
            if (auto index = at(row, column); index != nothing)
                figures.push_back(index);
        if (figures.size() != formula.columns.size())
            return std::nullopt;
        double one = book_.figure(figures[0]).value;
        if (formula.kind == Formula::Kind::sum) {
            double sum = 0;
            std::string text;
            for (auto index : figures) {
                sum += book_.figure(index).value;
                text += (text.empty() ? "" : " + ") + shown(book_.figure(index));
            }
            return Cell{sum, figures[0], fmt::format("{} là {}", text, shown(sum, 0))};
        }
        auto whole = formula.kind == Formula::Kind::share_of_total ? total_of(formula.columns[0]) : figures.back();
        if (whole == nothing || book_.figure(whole).value == 0)
            return std::nullopt;
        bool is_change = formula.kind == Formula::Kind::difference;
        double exact = hundred * one / book_.figure(whole).value - (is_change ? hundred : 0);
        return Cell{exact, whole,
                    fmt::format("{} trên {} là {}%", shown(book_.figure(figures[0])), shown(book_.figure(whole)),
                                shown(exact, 2))};
    }

    std::size_t total_of(std::size_t column) const
    {
        for (auto row = first_row(); row < rows_.size(); ++row)
            if (is_total_row(row))
                return at(row, column);
        return nothing;
    }

    struct Tried {
        std::size_t fits = 0;
        std::size_t rows = 0;
    };

    Tried try_formula(const Formula& formula, std::size_t column) const
    {
        Tried tried;
        for (auto row = first_row(); row < rows_.size(); ++row)
            if (auto index = at(row, column); index != nothing)
                if (auto cell = reckon_cell(formula, row)) {
                    ++tried.rows;
                    tried.fits += reckon(book_.figure(index), cell->exact).fits() ? 1 : 0;
                }
        return tried;
    }

    void tie_share_column(std::size_t column)
    {
        std::vector<Formula> formulas;
        for (auto one : number_columns()) {
            for (auto other : number_columns())
                if (one != other)
                    formulas.push_back({Formula::Kind::share_of_column, {one, other}});
            formulas.push_back({Formula::Kind::share_of_total, {one}});
        }
        for (auto one : number_columns())
            for (auto other : number_columns())
                if (one != other && (heads("up", column) || heads("down", column)))
                    formulas.push_back({Formula::Kind::difference, {one, other}});
        apply_best(formulas, column);
    }

    // The formula that most rows obey. One that fewer than half obey is none, except “đạt %” behind plan and done.
    void apply_best(const std::vector<Formula>& formulas, std::size_t column)
    {
        const Formula* best = nullptr;
        Tried most;
        for (const auto& formula : formulas)
            if (auto tried = try_formula(formula, column); tried.fits > most.fits || (!best && is_said(formula))) {
                best = &formula;
                most = tried;
            }
        if (!best || (most.fits * 2 < most.rows && !is_said(*best)) ||
            (most.fits < 2 && most.rows > 1 && !is_said(*best)) ||
            (most.rows == 1 && most.fits == 0 && !is_said(*best)))
            return;
        for (auto row = first_row(); row < rows_.size(); ++row)
            if (auto index = at(row, column); index != nothing)
                if (auto cell = reckon_cell(*best, row)) {
                    auto reckoned = reckon(book_.figure(index), cell->exact);
                    book_.settle(index, reckoned, cell->of,
                                 fmt::format("{}; {}.", cell->sum, outcome(book_.figure(index), reckoned)));
                }
    }

    bool is_said(const Formula& formula) const
    {
        return formula.kind == Formula::Kind::share_of_column && heads("plan", formula.columns[1]) &&
               heads("done", formula.columns[0]);
    }

    void tie_sum_column(std::size_t column)
    {
        if (!heads("total_rows", column))
            return;
        std::vector<Formula> formulas;
        auto columns = number_columns();
        Formula rest{Formula::Kind::sum, {}};
        Formula behind{Formula::Kind::sum, {}};
        for (auto other : columns) {
            if (other != column)
                rest.columns.push_back(other);
            if (other > column) {
                behind.columns.push_back(other);
                if (behind.columns.size() > 1)
                    formulas.push_back(behind);
            }
        }
        if (rest.columns.size() > 1)
            formulas.push_back(rest);
        apply_best(formulas, column);
    }

    Book& book_;
    const Tokens& tokens_;
    const ReportText::Rows& rows_;
    std::size_t width_ = 0;
    std::size_t label_ = 0;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> at_ = {};
};

} // namespace

void tie_table(Book& book, const ReportText::Rows& rows) { TableTie(book, rows).tie(); }

} // namespace phusa::stats
