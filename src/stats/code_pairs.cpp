#include "stats/code_pairs.hpp"

#include <cassert>
#include <cstddef>

namespace phusa::stats
{

void CodePairs::add(std::span<const std::uint8_t> outer, std::span<const std::uint8_t> inner)
{
    assert(outer.size() == inner.size());
    const auto* first = outer.data();
    const auto* second = inner.data();
    auto* counts = counts_.data();
    const auto pairs = pairs_;
    const auto inner_end = inner_end_;
    std::size_t i = 0;
    for (; i + lanes <= outer.size(); i += lanes) {
        ++counts[first[i] * inner_end + second[i]];
        ++counts[pairs + first[i + 1] * inner_end + second[i + 1]];
        ++counts[2 * pairs + first[i + 2] * inner_end + second[i + 2]];
        ++counts[3 * pairs + first[i + 3] * inner_end + second[i + 3]];
    }
    for (; i < outer.size(); ++i)
        ++counts[first[i] * inner_end + second[i]];
}

std::uint32_t CodePairs::at(std::size_t outer, std::size_t inner) const
{
    std::uint32_t sum = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        sum += counts_[lane * pairs_ + outer * inner_end_ + inner];
    return sum;
}

} // namespace phusa::stats
