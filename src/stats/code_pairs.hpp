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
    CodePairs() : counts_(lanes * pairs) {}

    void add(std::span<const std::uint8_t> outer, std::span<const std::uint8_t> inner);
    std::uint32_t at(std::uint8_t outer, std::uint8_t inner) const;

private:
    static constexpr std::size_t pairs = 256 * 256;
    static constexpr std::size_t lanes = 2; // equal neighbours do not wait for one another

    std::vector<std::uint32_t> counts_;
};

} // namespace phusa::stats
