#include "stats/year_blocks.hpp"

#include "stats/columns.hpp"
#include "stats/spans.hpp"

namespace phusa::stats
{

YearBlocks::YearBlocks(const Columns& columns)
{
    auto all = columns.day_range();
    std::vector<std::uint32_t> year_of; // by day
    for (const auto& year : spans_of({date_of(all.first), date_of(all.last)}, SpanUnit::year)) {
        auto days = days_of(year);
        year_of.resize(days.last - all.first + 1U, static_cast<std::uint32_t>(years_.size()));
        years_.push_back(days);
    }
    cells_.resize((columns.rows() + rows_each - 1) / rows_each * years_.size());
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        auto& cell = cells_[row / rows_each * years_.size() + year_of[columns.days()[row] - all.first]];
        cell += PackedCell::read(PackedCell::of(columns.ages_months()[row]));
    }
}

} // namespace phusa::stats
