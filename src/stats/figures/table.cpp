// Total rows, total columns and share columns of a table.
#include "stats/figures/table_grid.hpp"

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
// A report's table is read by people; what is larger would take long to try.
constexpr std::size_t columns_max = 24;
constexpr std::size_t rows_max = 1'000;

// How a column follows from others of its row.
struct Formula {
    enum class Kind { share_of_column, share_of_total, difference, sum, minus };
    Kind kind = Kind::sum;
    std::vector<std::size_t> columns = {};
};

class TableTie : private TableGrid
{
public:
    TableTie(Book& book, const ReportText::Rows& rows) : TableGrid(book, rows), book_(book)
    {
        total_row_ = first_row_;
        while (total_row_ < rows_.size() && !is_total_row(total_row_))
            ++total_row_;
        has_overlapping_rows_ = has_overlapping_rows();
        has_sections_ = has_sections();
    }

    void tie()
    {
        if (!tie_sections(book_, rows_))
            tie_total_rows();
        for (std::size_t column = 0; column < width_; ++column)
            if (column != label_ && !is_order(column))
                is_share(column) ? tie_share_column(column) : tie_sum_column(column);
    }

private:
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
            summed.sum += signed_value(index);
            summed.first = summed.first == nothing ? index : summed.first;
            ++summed.rows;
        }
        return summed;
    }

    // A table whose rows lie below each other cannot be added up: then no column fits, and nothing is said.
    void tie_total_rows()
    {
        auto first = first_row_;
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
            auto all = sum_of_rows(column, first_row_, rows_.size(), row);
            double value = signed_value(index);
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
        bool is_built_so = misfits.size() <= fits || (fits == 0 && misfits.size() == 1 && !has_sections_);
        for (const auto& [index, summed] : misfits)
            if (is_built_so && !has_overlapping_rows_)
                say_sum(index, summed, FigureVerdict::wrong);
    }

    // "Nữ", "Đoàn viên": one person may stand in several rows.
    bool has_overlapping_rows() const
    {
        for (auto row = first_row_; row < rows_.size(); ++row)
            if (!is_total_row(row) && has("overlapping", row, label_))
                return true;
        return false;
    }

    // Rows numbered I, II or a, b below each other.
    bool has_sections() const
    {
        for (auto row = first_row_; row < rows_.size(); ++row)
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
        Reckoned reckoned{.verdict = verdict, .expected = std::abs(summed.sum)};
        if (verdict == FigureVerdict::ok)
            reckoned.expected = book_.figure(index).value;
        book_.settle(index, reckoned, summed.first,
                     fmt::format("Cộng {} dòng của cột là {}; {}.", summed.rows,
                                 shown(summed.sum, book_.figure(index).decimals),
                                 outcome(book_.figure(index), reckoned)));
    }

    struct Cell {
        double exact = 0;
        std::size_t of = nothing;
    };

    bool is_whole(const Formula& formula, std::size_t row) const
    {
        return std::ranges::all_of(formula.columns, [&](auto column) { return at(row, column) != nothing; });
    }

    std::size_t whole_of(const Formula& formula, std::size_t row) const
    {
        return formula.kind == Formula::Kind::share_of_total ? total_of(formula.columns[0])
                                                             : at(row, formula.columns.back());
    }

    std::optional<Cell> reckon_cell(const Formula& formula, std::size_t row) const
    {
        if (!is_whole(formula, row))
            return std::nullopt;
        auto one = at(row, formula.columns[0]);
        if (formula.kind == Formula::Kind::sum) {
            double sum = 0;
            for (auto column : formula.columns)
                sum += signed_value(at(row, column));
            return Cell{sum, one};
        }
        auto whole = whole_of(formula, row);
        if (formula.kind == Formula::Kind::minus)
            return Cell{signed_value(one) - signed_value(whole), whole};
        if (whole == nothing || book_.figure(whole).value == 0)
            return std::nullopt;
        bool is_change = formula.kind == Formula::Kind::difference;
        return Cell{hundred * book_.figure(one).value / book_.figure(whole).value - (is_change ? hundred : 0), whole};
    }

    // "7 trên 12 là 58,33%": the arithmetic of a cell that `reckon_cell` reckoned.
    std::string sum_text(const Formula& formula, std::size_t row, double exact) const
    {
        auto one = shown(book_.figure(at(row, formula.columns[0])));
        if (formula.kind == Formula::Kind::sum) {
            std::string text;
            for (auto column : formula.columns)
                text += (text.empty() ? "" : " + ") + shown(book_.figure(at(row, column)));
            return fmt::format("{} là {}", text, shown(exact, 0));
        }
        auto whole = shown(book_.figure(whole_of(formula, row)));
        if (formula.kind == Formula::Kind::minus)
            return fmt::format("{} trừ {} là {}", one, whole,
                               shown(exact, book_.figure(at(row, formula.columns[0])).decimals));
        return fmt::format("{} trên {} là {}%", one, whole, shown(exact, 2));
    }

    std::size_t total_of(std::size_t column) const
    {
        return total_row_ < rows_.size() ? at(total_row_, column) : nothing;
    }

    struct Tried {
        std::size_t fits = 0;
        std::size_t rows = 0;
    };

    // Given up where it can no longer fit more rows than `most`, nor convince: of hundreds of formulas most fit by
    // chance.
    Tried try_formula(const Formula& formula, std::size_t column, std::size_t most) const
    {
        Tried tried;
        auto misfits_max = is_said(formula) ? rows_.size() : misfits_allowed(formula, rows_.size() - first_row_);
        for (auto row = first_row_; row < rows_.size(); ++row) {
            auto index = at(row, column);
            auto cell = index != nothing ? reckon_cell(formula, row) : std::nullopt;
            if (!cell)
                continue;
            ++tried.rows;
            tried.fits += reckon(book_.figure(index), cell->exact).fits() ? 1 : 0;
            // Among shares a fit by chance still stands against a share that the head alone says.
            bool is_chance = (adds(formula) || tried.fits + most > 0) && tried.rows - tried.fits > misfits_max;
            if (is_chance || tried.fits + (rows_.size() - row - 1) <= most)
                break;
        }
        return tried;
    }

    void tie_share_column(std::size_t column)
    {
        std::vector<Formula> formulas;
        bool is_change = heads("up", column) || heads("down", column);
        for (auto kind : {Formula::Kind::share_of_column, Formula::Kind::share_of_total, Formula::Kind::difference})
            for (auto one : numbers_)
                for (auto other : numbers_)
                    if ((kind == Formula::Kind::share_of_total) == (one == other) &&
                        (kind != Formula::Kind::difference || is_change))
                        formulas.push_back({kind, one == other ? std::vector{one} : std::vector{one, other}});
        apply_best(formulas, column);
    }

    // The formula that most rows obey. One that fewer than half obey is none, except “đạt %” behind plan and done.
    void apply_best(const std::vector<Formula>& formulas, std::size_t column)
    {
        const Formula* best = nullptr;
        Tried most;
        for (const auto& formula : formulas)
            if (auto tried = try_formula(formula, column, most.fits);
                tried.fits > most.fits || (!best && is_said(formula))) {
                best = &formula;
                most = tried;
            }
        if (!best || (!is_said(*best) && !is_convincing(*best, most)))
            return;
        for (auto row = first_row_; row < rows_.size(); ++row)
            if (auto index = at(row, column); index != nothing)
                if (auto cell = reckon_cell(*best, row)) {
                    auto reckoned = reckon(book_.figure(index), cell->exact);
                    book_.settle(index, reckoned, cell->of,
                                 fmt::format("{}; {}.", sum_text(*best, row, cell->exact),
                                             outcome(book_.figure(index), reckoned)));
                }
    }

    // Small whole numbers fit a sum or a difference by chance; a share hardly ever.
    static bool is_convincing(const Formula& formula, const Tried& tried)
    {
        if (tried.fits < std::min(tried.rows, std::size_t{2}))
            return false;
        return tried.rows - tried.fits <= misfits_allowed(formula, tried.rows);
    }
    static std::size_t misfits_allowed(const Formula& formula, std::size_t rows)
    {
        return adds(formula) ? std::max(std::size_t{1}, rows / 4) : rows / 2;
    }
    static bool adds(const Formula& formula)
    {
        return formula.kind == Formula::Kind::sum || formula.kind == Formula::Kind::minus;
    }

    bool is_said(const Formula& formula) const
    {
        return formula.kind == Formula::Kind::share_of_column && heads("plan", formula.columns[1]) &&
               heads("done", formula.columns[0]);
    }

    void tie_sum_column(std::size_t column)
    {
        std::vector<Formula> formulas;
        if (heads("up", column) || heads("down", column) || heads("rest", column))
            return tie_minus_column(column);
        if (!heads("total_rows", column))
            return;
        const auto& columns = numbers_;
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

    // "Tăng, giảm": this year's column less that of the year before.
    void tie_minus_column(std::size_t column)
    {
        std::vector<Formula> formulas;
        for (auto one : numbers_)
            for (auto other : numbers_)
                if (one != other && one != column && other != column)
                    formulas.push_back({Formula::Kind::minus, {one, other}});
        apply_best(formulas, column);
    }

    Book& book_;
    std::size_t total_row_ = 0; // the first
    bool has_overlapping_rows_ = false;
    bool has_sections_ = false;
};

} // namespace

void tie_table(Book& book, const ReportText::Rows& rows)
{
    auto is_wide = [](const auto& row) { return row.size() > columns_max; };
    if (rows.size() <= rows_max && std::ranges::none_of(rows, is_wide))
        TableTie(book, rows).tie();
}

} // namespace phusa::stats
