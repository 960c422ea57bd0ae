#include "stats/columns.hpp"

#include "stats/roll_up.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace phusa::stats
{

namespace
{

template<typename Number>
void reorder(std::vector<Number>& column, std::span<const std::uint32_t> order)
{
    std::vector<Number> sorted(column.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        sorted[row] = column[order[row]];
    column = std::move(sorted);
}

} // namespace

Columns::Columns(std::vector<Dimension> dimensions)
    : dimensions_(std::move(dimensions)), codes_(dimensions_.size()), code_ends_(dimensions_.size())
{
}

void Columns::reserve(std::size_t rows)
{
    positions_.reserve(rows);
    days_.reserve(rows);
    ages_months_.reserve(rows);
    for (auto& column : codes_)
        column.reserve(rows);
}

void Columns::add(std::uint32_t position, std::uint16_t day, std::uint16_t age_months,
                  std::span<const std::uint8_t> codes)
{
    assert(codes.size() == codes_.size());
    positions_.push_back(position);
    days_.push_back(day);
    ages_months_.push_back(age_months);
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes_[i].push_back(codes[i]);
    sorted_ = false;
}

std::vector<std::uint32_t> Columns::sort()
{
    std::vector<std::uint32_t> order(rows());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return std::pair(positions_[row], days_[row]); });
    reorder(positions_, order);
    reorder(days_, order);
    reorder(ages_months_, order);
    for (std::size_t i = 0; i < codes_.size(); ++i) {
        reorder(codes_[i], order);
        code_ends_[i] = codes_[i].empty() ? 0 : std::ranges::max(codes_[i]) + 1U;
    }
    by_day_ = DayOrder(days_);
    sorted_ = true;
    roll_up_ = rows() < RollUp::rows_min ? nullptr : std::make_shared<RollUp>(*this);
    return order;
}

std::optional<std::size_t> Columns::dimension(std::string_view key) const
{
    auto found = std::ranges::find(dimensions_, key, &Dimension::key);
    if (found == dimensions_.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - dimensions_.begin());
}

} // namespace phusa::stats
