#include "stats/summary.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace phusa::stats
{

namespace
{

constexpr std::uint64_t worth_a_table_max = 65'536;

} // namespace

CodeNumbers::CodeNumbers(std::span<const std::uint8_t> occurring)
{
    std::array<bool, 256> occurs{};
    for (auto code : occurring)
        occurs.data()[code] = true;
    for (std::size_t code = 0; code < occurs.size(); ++code)
        if (occurs[code]) {
            number_of[code] = static_cast<std::uint8_t>(codes.size());
            codes.push_back(static_cast<std::uint8_t>(code));
        }
}

Summary::Summary(std::vector<std::size_t> dimensions, const std::vector<CodeNumbers>& all)
    : dimensions_(std::move(dimensions)), codes_(dimensions_.size())
{
    for (auto dimension : dimensions_) {
        numbers_.push_back(&all[dimension]);
        auto codes = std::max<std::uint64_t>(all[dimension].codes.size(), 1);
        combinations_ = combinations_ <= std::numeric_limits<std::uint64_t>::max() / codes ? combinations_ * codes : 0;
    }
}

void Summary::add(DayRange days, const SummaryRows& rows, std::size_t first, std::size_t end)
{
    assert(is_possible());
    auto before = cells_.size();
    if (combinations_ <= worth_a_table_max)
        add_by_table(rows, first, end);
    else
        add_by_order(rows, first, end);
    spans_.push_back({days, before, cells_.size()});
}

void Summary::shrink()
{
    for (auto& column : codes_)
        column.shrink_to_fit();
    cells_.shrink_to_fit();
}

std::span<const std::uint8_t> Summary::codes(std::size_t dimension) const
{
    auto found = std::ranges::find(dimensions_, dimension);
    assert(found != dimensions_.end());
    return codes_[static_cast<std::size_t>(found - dimensions_.begin())];
}

void Summary::add_by_table(const SummaryRows& rows, std::size_t first, std::size_t end)
{
    std::vector<Cell> table(combinations_);
    std::vector<std::uint64_t> sums(combinations_);
    auto read_sums = [&] {
        for (std::size_t i = 0; i < sums.size(); ++i)
            table[i] += PackedCell::read(std::exchange(sums[i], 0));
    };
    for (; end - first > PackedCell::rows_max; first += PackedCell::rows_max) {
        sum_up(rows, first, first + PackedCell::rows_max, sums);
        read_sums();
    }
    sum_up(rows, first, end, sums);
    read_sums();
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].count != 0)
            push(i, table[i]);
}

void Summary::sum_up(const SummaryRows& rows, std::size_t first, std::size_t end,
                     std::vector<std::uint64_t>& sums) const
{
    const auto* packed = rows.packed.data();
    if (dimensions_.size() == 2) { // nearly all of them: worth a loop of its own
        const auto* outer = rows.numbers[dimensions_[0]].data();
        const auto* inner = rows.numbers[dimensions_[1]].data();
        const auto codes = numbers_[1]->codes.size();
        for (auto row = first; row < end; ++row)
            sums.data()[outer[row] * codes + inner[row]] += packed[row];
        return;
    }
    for (auto row = first; row < end; ++row) {
        std::size_t combination = 0;
        for (std::size_t d = 0; d < dimensions_.size(); ++d)
            combination = combination * numbers_[d]->codes.size() + rows.numbers[dimensions_[d]][row];
        sums.data()[combination] += packed[row];
    }
}

void Summary::add_by_order(const SummaryRows& rows, std::size_t first, std::size_t end)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> all(end - first); // the combination, the row
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].second = rows.packed[first + i];
    for (std::size_t d = 0; d < dimensions_.size(); ++d) {
        const auto* number = rows.numbers[dimensions_[d]].data() + first;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].first = all[i].first * numbers_[d]->codes.size() + number[i];
    }
    std::ranges::sort(all, {}, &std::pair<std::uint64_t, std::uint64_t>::first);
    for (std::size_t i = 0; i < all.size();) {
        auto combination = all[i].first;
        Cell cell;
        for (; i < all.size() && all[i].first == combination; ++i)
            cell += PackedCell::read(all[i].second);
        push(combination, cell);
    }
}

void Summary::push(std::uint64_t combination, const Cell& cell)
{
    for (std::size_t d = dimensions_.size(); d-- > 0;) {
        const auto& codes = numbers_[d]->codes;
        codes_[d].push_back(codes[combination % codes.size()]);
        combination /= codes.size();
    }
    cells_.push_back(cell);
}

} // namespace phusa::stats
