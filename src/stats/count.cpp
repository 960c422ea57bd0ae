#include "stats/count.hpp"

#include "stats/spans.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>

namespace phusa::stats
{

namespace
{

using Rows = std::vector<std::uint32_t>;
using Histogram = std::array<std::uint32_t, 256>;

// Four histograms in turn, so that equal neighbours do not wait for one another.
Histogram histogram(std::span<const std::uint8_t> codes, std::span<const std::uint32_t> rows)
{
    std::array<Histogram, 4> lanes{};
    std::size_t i = 0;
    const auto* code = codes.data();
    for (; i + 4 <= rows.size(); i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            ++lanes.data()[lane].data()[code[rows.data()[i + lane]]];
    for (; i < rows.size(); ++i)
        ++lanes[0][code[rows[i]]];
    for (std::size_t value = 0; value < 256; ++value)
        lanes[0][value] += lanes[1][value] + lanes[2][value] + lanes[3][value];
    return lanes[0];
}

class Counter
{
public:
    Counter(const Columns& columns, const Slice& slice)
        : columns_(columns), rows_(rows_in(columns, slice)), histograms_(columns.dimensions().size())
    {
    }

    Counts answer(std::span<const Indicator> indicators)
    {
        Counts counts{.total = static_cast<std::uint32_t>(rows_.size())};
        const auto* months = columns_.ages_months().data();
        for (auto row : rows_) {
            counts.age_months_sum += months[row];
            counts.ages_known += months[row] != 0;
        }
        counts.of.reserve(indicators.size());
        for (const auto& indicator : indicators)
            counts.of.push_back(count_one(indicator));
        return counts;
    }

    const Histogram& of(std::size_t dimension)
    {
        auto& known = histograms_[dimension];
        if (!known)
            known = histogram(columns_.codes(dimension), rows_);
        return *known;
    }

    Rows matching(const Indicator& indicator) const
    {
        Rows found;
        std::ranges::copy_if(rows_, std::back_inserter(found), [&](auto row) { return matches(indicator, row); });
        return found;
    }

private:
    std::uint32_t count_one(const Indicator& indicator)
    {
        if (indicator.codes.empty() && !indicator.asks_age())
            return static_cast<std::uint32_t>(rows_.size());
        if (indicator.codes.empty())
            return count_ages(indicator);
        if (indicator.codes.size() == 1 && !indicator.asks_age())
            return sum_of(indicator.codes.front());
        return static_cast<std::uint32_t>(
            std::ranges::count_if(rows_, [&](auto row) { return matches(indicator, row); }));
    }

    std::uint32_t count_ages(const Indicator& indicator) const
    {
        const auto* months = columns_.ages_months().data();
        std::uint32_t count = 0;
        for (auto row : rows_)
            count += age_matches(indicator, months[row]);
        return count;
    }

    std::uint32_t sum_of(const Indicator::CodeTerm& term)
    {
        constexpr std::size_t word = 64;
        const std::bitset<256> low(~0ULL);
        const auto& counts = of(term.dimension);
        std::uint32_t sum = 0;
        for (std::size_t first = 0; first < counts.size(); first += word)
            for (auto left = ((term.accepted >> first) & low).to_ullong(); left != 0; left &= left - 1)
                sum += counts[first + static_cast<std::size_t>(std::countr_zero(left))];
        return sum;
    }

    static bool age_matches(const Indicator& indicator, std::uint16_t months)
    {
        return (months != 0) & (months >= indicator.age_from_months) & (months < indicator.age_until_months);
    }

    bool matches(const Indicator& indicator, std::uint32_t row) const
    {
        if (indicator.asks_age() && !age_matches(indicator, columns_.ages_months()[row]))
            return false;
        return std::ranges::all_of(
            indicator.codes, [&](const auto& term) { return term.accepted.test(columns_.codes(term.dimension)[row]); });
    }

    const Columns& columns_;
    Rows rows_;
    std::vector<std::optional<Histogram>> histograms_;
};

std::vector<SpanCounts> count_by_span(const Columns& columns, const Slice& slice, std::span<const Indicator> indicators,
                                      SpanUnit unit)
{
    std::vector<SpanCounts> spans;
    for (const auto& days : spans_of(slice.days, unit))
        spans.push_back({days, count(columns, {slice.positions, days}, indicators)});
    return spans;
}

} // namespace

double Counts::mean_age() const
{
    constexpr double months_a_year = 12;
    return ages_known == 0 ? 0 : static_cast<double>(age_months_sum) / ages_known / months_a_year;
}

Counts count(const Columns& columns, const Slice& slice, std::span<const Indicator> indicators)
{
    return Counter(columns, slice).answer(indicators);
}

std::vector<SpanCounts> count_by_year(const Columns& columns, const Slice& slice, std::span<const Indicator> indicators)
{
    return count_by_span(columns, slice, indicators, SpanUnit::year);
}

std::vector<SpanCounts> count_by_month(const Columns& columns, const Slice& slice,
                                       std::span<const Indicator> indicators)
{
    return count_by_span(columns, slice, indicators, SpanUnit::month);
}

std::vector<std::uint32_t> count_by_code(const Columns& columns, const Slice& slice, std::size_t dimension)
{
    Counter counter(columns, slice);
    const auto& counts = counter.of(dimension);
    return {counts.begin(), counts.end()};
}

std::vector<std::uint32_t> count_by_range(const Columns& columns, std::span<const PositionRange> ranges,
                                          const Period& period)
{
    PositionRange around{.first = std::numeric_limits<std::uint32_t>::max(), .end = 0};
    for (auto range : ranges)
        around = {std::min(around.first, range.first), std::max(around.end, range.end)};
    auto rows = rows_in(columns, {around, period});
    std::vector<std::uint32_t> counts;
    counts.reserve(ranges.size());
    for (auto range : ranges) {
        auto all = row_range(columns, range);
        auto first = std::ranges::lower_bound(rows, all.first);
        counts.push_back(static_cast<std::uint32_t>(std::lower_bound(first, rows.end(), all.end) - first));
    }
    return counts;
}

std::vector<std::uint32_t> rows_of(const Columns& columns, const Slice& slice, const Indicator& indicator)
{
    return Counter(columns, slice).matching(indicator);
}

} // namespace phusa::stats
