#include "stats/code_pairs.hpp"

#include <cassert>
#include <cstddef>

namespace phusa::stats
{

namespace
{

std::size_t pair_of(std::uint8_t outer, std::uint8_t inner) { return static_cast<std::size_t>(outer) << 8U | inner; }

} // namespace

void CodePairs::add(std::span<const std::uint8_t> outer, std::span<const std::uint8_t> inner)
{
    assert(outer.size() == inner.size());
    const auto* first = outer.data();
    const auto* second = inner.data();
    auto* even = counts_.data();
    auto* odd = counts_.data() + pairs;
    std::size_t i = 0;
    for (; i + 4 <= outer.size(); i += 4) {
        ++even[pair_of(first[i], second[i])];
        ++odd[pair_of(first[i + 1], second[i + 1])];
        ++even[pair_of(first[i + 2], second[i + 2])];
        ++odd[pair_of(first[i + 3], second[i + 3])];
    }
    for (; i < outer.size(); ++i)
        ++even[pair_of(first[i], second[i])];
}

std::uint32_t CodePairs::at(std::uint8_t outer, std::uint8_t inner) const
{
    return counts_[pair_of(outer, inner)] + counts_[pairs + pair_of(outer, inner)];
}

} // namespace phusa::stats
