#include "stats/roll_up.hpp"

#include "stats/columns.hpp"
#include "stats/spans.hpp"

#include <algorithm>
#include <numeric>
#include <thread>

namespace phusa::stats
{

namespace
{

// So many rows at least for each entry of a kind: of 17 bytes, of 18, and of 16 and one for each dimension.
constexpr std::size_t rows_a_month_entry = 16;
constexpr std::size_t rows_a_pair_entry = 5;
constexpr std::size_t rows_an_entry_of_all = 8;

// The summaries of one kind are kept all or not at all.
struct Kind {
    std::vector<Summary> summaries = {};
    std::size_t entries_max = 0;
    bool is_kept = true;

    void give_up_if_long()
    {
        std::size_t entries = 0;
        for (const auto& summary : summaries)
            entries += summary.entries();
        if (entries > entries_max)
            *this = {.is_kept = false};
    }
};

class Builder
{
public:
    Builder(const Columns& columns, const std::vector<CodeNumbers>& numbers)
        : columns_(columns), numbers_(numbers), by_month_{.entries_max = columns.rows() / rows_a_month_entry},
          pairs_{.entries_max = columns.rows() / rows_a_pair_entry},
          all_{.entries_max = columns.rows() / rows_an_entry_of_all}
    {
        const auto dimensions = numbers.size();
        for (std::size_t a = 0; a < dimensions; ++a) {
            by_month_.summaries.push_back(Summary({a}, numbers));
            for (auto b = a + 1; b < dimensions; ++b)
                pairs_.summaries.push_back(Summary({a, b}, numbers));
        }
        std::vector<std::size_t> every(dimensions);
        std::iota(every.begin(), every.end(), 0U);
        if (Summary all(every, numbers); dimensions > 2 && all.is_possible())
            all_.summaries.push_back(std::move(all));
    }

    std::vector<Summary> take()
    {
        auto days = columns_.day_range();
        Period period{date_of(days.first), date_of(days.last)};
        read(spans_of(period, SpanUnit::month));
        for (const auto& year : spans_of(period, SpanUnit::year))
            add_year(year);
        std::vector<Summary> summaries;
        for (auto* kind : {&by_month_, &pairs_, &all_})
            std::ranges::move(kind->summaries, std::back_inserter(summaries));
        for (auto& summary : summaries)
            summary.shrink();
        return summaries;
    }

private:
    // By month, those of one month in their order. The rows are read one after another and written into as many places
    // as there are months: to read them by day would wait for memory at each row.
    void read(const std::vector<Period>& months)
    {
        auto places = places_of(months);
        for (std::size_t dimension = 0; dimension < numbers_.size(); ++dimension) {
            const auto* codes = columns_.codes(dimension).data();
            auto& numbers = read_.numbers.emplace_back(columns_.rows());
            for (std::size_t row = 0; row < columns_.rows(); ++row)
                numbers.data()[places[row]] = numbers_[dimension].number_of.data()[codes[row]];
        }
        read_.packed.resize(columns_.rows());
        for (std::size_t row = 0; row < columns_.rows(); ++row)
            read_.packed[places[row]] = PackedCell::of(columns_.ages_months()[row]);
    }

    std::vector<std::uint32_t> places_of(const std::vector<Period>& months) const
    {
        auto first_day = columns_.day_range().first;
        std::vector<std::uint32_t> month_of; // by day
        std::vector<std::uint32_t> next;     // place in the month
        for (const auto& month : months) {
            auto days = days_of(month);
            month_of.resize(days.last - first_day + 1U, static_cast<std::uint32_t>(next.size()));
            next.push_back(static_cast<std::uint32_t>(rows_before(days)));
        }
        std::vector<std::uint32_t> places(columns_.rows());
        for (std::size_t row = 0; row < places.size(); ++row)
            places[row] = next[month_of[columns_.days()[row] - first_day]]++;
        return places;
    }

    std::size_t rows_before(DayRange days) const
    {
        auto all = columns_.day_range();
        return columns_.rows_on({all.first, days.last}).size() - columns_.rows_on(days).size();
    }

    void add_year(const Period& year)
    {
        auto days = days_of(year);
        {
            // Every other pair in a thread of its own.
            std::jthread other([&] { add_every(pairs_, days, 1, 2); });
            add_every(pairs_, days, 0, 2);
            for (const auto& month : spans_of(year, SpanUnit::month))
                add_every(by_month_, days_of(month), 0, 1);
            add_every(all_, days, 0, 1);
        }
        for (auto* kind : {&by_month_, &pairs_, &all_})
            kind->give_up_if_long();
    }

    void add_every(Kind& kind, DayRange days, std::size_t first, std::size_t step) const
    {
        auto row = rows_before(days);
        auto end = row + columns_.rows_on(days).size();
        for (auto i = first; i < kind.summaries.size(); i += step)
            kind.summaries[i].add(days, read_, row, end);
    }

    const Columns& columns_;
    const std::vector<CodeNumbers>& numbers_;
    SummaryRows read_;
    Kind by_month_, pairs_, all_;
};

} // namespace

RollUp::RollUp(const Columns& columns) : year_blocks_(columns)
{
    for (std::size_t dimension = 0; dimension < columns.dimensions().size(); ++dimension)
        numbers_.emplace_back(columns.codes(dimension));
    summaries_ = Builder(columns, numbers_).take();
}

std::size_t RollUp::bytes() const
{
    std::size_t sum = year_blocks_.bytes();
    for (const auto& summary : summaries_)
        sum += summary.entries() * (sizeof(Cell) + summary.dimensions().size());
    return sum;
}

const Summary* RollUp::over(std::span<const std::size_t> dimensions) const
{
    auto has_all = [&](const Summary& summary) {
        return std::ranges::all_of(dimensions, [&](auto dimension) {
            return std::ranges::find(summary.dimensions(), dimension) != summary.dimensions().end();
        });
    };
    auto found = std::ranges::find_if(summaries_, has_all);
    return found == summaries_.end() ? nullptr : &*found;
}

} // namespace phusa::stats
