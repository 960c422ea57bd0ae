#include "stats/changes.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_map>

namespace phusa::stats
{

namespace
{

constexpr std::size_t combinations_max = 256;

template<typename Number>
void reorder(std::vector<Number>& column, std::span<const std::uint32_t> order)
{
    std::vector<Number> sorted(column.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        sorted[row] = column[order[row]];
    column = std::move(sorted);
}

// Subtracting first makes one comparison of two; `outside` is in no range.
struct Within {
    std::uint32_t first = 0;
    std::uint32_t size = 0;

    explicit Within(PositionRange places)
        : first(places.first), size(places.end > places.first ? places.end - places.first : 0)
    {
    }
    std::uint32_t operator()(std::uint32_t place) const { return place - first < size ? 1U : 0U; }
};

template<typename Take>
void each_crossing(const Changes& changes, const Slice& slice, Take take)
{
    Within within(slice.positions);
    auto rows = changes.rows_of(slice.days);
    for (auto row = rows.first; row < rows.end; ++row) {
        auto comes = within(changes.to()[row]), goes = within(changes.from()[row]);
        if (comes != goes)
            take(row, comes != 0);
    }
}

std::vector<std::uint32_t> crossings_of(const Changes& changes, const Slice& slice, const Indicator& indicator,
                                        bool arrivals)
{
    auto accepted = changes.accepted(indicator);
    std::vector<std::uint32_t> rows;
    each_crossing(changes, slice, [&](std::size_t row, bool comes) {
        if (comes == arrivals && accepted[changes.combinations()[row]])
            rows.push_back(static_cast<std::uint32_t>(row));
    });
    return rows;
}

} // namespace

Changes::Changes(std::vector<Dimension> dimensions, std::uint32_t places)
    : dimensions_(std::move(dimensions)), places_(places)
{
}

void Changes::add(std::uint16_t day, std::uint32_t from, std::uint32_t to, std::uint32_t who,
                  std::span<const std::uint8_t> codes)
{
    assert(codes.size() == dimensions_.size());
    assert(from == outside || from < places_);
    assert(to == outside || to < places_);
    auto same = [&](const auto& known) { return std::ranges::equal(known, codes); };
    auto found = std::ranges::find_if(combinations_, same);
    if (found == combinations_.end()) {
        assert(combinations_.size() < combinations_max);
        found = combinations_.insert(combinations_.end(), {codes.begin(), codes.end()});
    }
    days_.push_back(day);
    from_.push_back(from);
    to_.push_back(to);
    who_.push_back(who);
    combination_.push_back(static_cast<std::uint8_t>(found - combinations_.begin()));
    sorted_ = false;
}

void Changes::sort()
{
    std::vector<std::uint32_t> order(rows());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return days_[row]; });
    reorder(days_, order);
    reorder(from_, order);
    reorder(to_, order);
    reorder(who_, order);
    reorder(combination_, order);
    sorted_ = true;
    sum_up();
}

void Changes::sum_up()
{
    // As many rows apart as there are places: the sums take about as much room as one column.
    constexpr std::size_t least = 4096;
    step_ = std::max<std::size_t>(places_ + 1, least);
    std::vector<std::uint32_t> here(places_ + 1);
    sums_.clear();
    for (std::size_t row = 0; row <= rows(); ++row) {
        if (row % step_ == 0) {
            auto& sums = sums_.emplace_back(places_ + 1);
            std::exclusive_scan(here.begin(), here.end(), sums.begin(), 0U);
        }
        if (row == rows())
            break;
        if (to_[row] != outside)
            ++here[to_[row]];
        if (from_[row] != outside)
            --here[from_[row]];
    }
}

std::vector<bool> Changes::accepted(const Indicator& indicator) const
{
    std::vector<bool> all;
    for (const auto& codes : combinations_)
        all.push_back(std::ranges::all_of(indicator.codes,
                                          [&](const auto& term) { return term.accepted.test(codes[term.dimension]); }));
    return all;
}

Changes::Rows Changes::rows_of(const Period& days) const
{
    assert(sorted_);
    int first = days.first.days_since_1900(), last = days.last.days_since_1900();
    auto begin = std::lower_bound(days_.begin(), days_.end(), first);
    auto end = std::upper_bound(begin, days_.end(), last);
    return {static_cast<std::size_t>(begin - days_.begin()), static_cast<std::size_t>(end - days_.begin())};
}

std::uint32_t Changes::present(PositionRange places, Date day) const
{
    auto upto = rows_of({Date::of(1900, 1, 1).value(), day}).end;
    if (places.end <= places.first || sums_.empty())
        return 0;
    const auto& sums = sums_[upto / step_];
    auto count = sums[places.end] - sums[places.first];
    Within within(places);
    for (auto row = upto / step_ * step_; row < upto; ++row)
        count += within(to_[row]) - within(from_[row]);
    return count;
}

ChangeCounts count(const Changes& changes, const Slice& slice)
{
    ChangeCounts counts{.before = changes.present(slice.positions, slice.days.first.plus_days(-1)),
                        .after = changes.present(slice.positions, slice.days.last)};
    each_crossing(changes, slice, [&](std::size_t row, bool comes) {
        ++(comes ? counts.arrivals : counts.departures)[changes.combinations()[row]];
    });
    return counts;
}

std::uint32_t sum_of(const Changes& changes, std::span<const std::uint32_t> by_combination, const Indicator& indicator)
{
    auto accepted = changes.accepted(indicator);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < accepted.size(); ++i)
        sum += accepted[i] ? by_combination[i] : 0;
    return sum;
}

std::vector<std::uint32_t> arrivals_of(const Changes& changes, const Slice& slice, const Indicator& indicator)
{
    return crossings_of(changes, slice, indicator, true);
}

std::vector<std::uint32_t> departures_of(const Changes& changes, const Slice& slice, const Indicator& indicator)
{
    return crossings_of(changes, slice, indicator, false);
}

std::vector<std::uint32_t> present_of(const Changes& changes, PositionRange places, Date day)
{
    Within within(places);
    std::unordered_map<std::uint32_t, std::uint32_t> here; // who, the row by which they came
    auto rows = changes.rows_of({Date::of(1900, 1, 1).value(), day});
    for (std::size_t row = 0; row < rows.end; ++row) {
        auto comes = within(changes.to()[row]), goes = within(changes.from()[row]);
        if (comes != 0 && goes == 0)
            here.insert_or_assign(changes.who()[row], static_cast<std::uint32_t>(row));
        else if (comes == 0 && goes != 0)
            here.erase(changes.who()[row]);
    }
    std::vector<std::uint32_t> found;
    for (auto [who, row] : here)
        found.push_back(row);
    std::ranges::sort(found);
    return found;
}

} // namespace phusa::stats
