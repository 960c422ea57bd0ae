#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phusa::stats
{

// How often each pair of codes occurs in two columns of the same length: the quick way of a pivot whose sides are both
// codes and that leaves no row out. About a row a cycle, where placing each row in its cell takes ten.
class CodePairs
{
public:
    // The codes that occur are below these.
    CodePairs(std::size_t outer_end, std::size_t inner_end)
        : pairs_(outer_end * inner_end), inner_end_(inner_end), counts_(lanes * pairs_)
    {
    }

    void add(std::span<const std::uint8_t> outer, std::span<const std::uint8_t> inner);
    std::uint32_t at(std::size_t outer, std::size_t inner) const;

private:
    static constexpr std::size_t lanes = 4; // equal neighbours do not wait for one another

    std::size_t pairs_;
    std::size_t inner_end_;
    std::vector<std::uint32_t> counts_;
};

} // namespace phusa::stats
