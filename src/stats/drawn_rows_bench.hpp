#pragma once

#include "stats/columns.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

// The rows that benchmarks count.
namespace phusa::stats
{

constexpr std::uint32_t people_a_cell = 14;
constexpr std::size_t dimensions = 12;
constexpr std::uint8_t codes_each = 15;

// Repeatable and quick; what is in the rows does not matter to the scan.
class Noise
{
public:
    std::uint32_t below(std::uint32_t count)
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(((state_ >> 32U) * count) >> 32U);
    }

private:
    std::uint64_t state_ = 1;
};

using Codes = std::array<std::uint8_t, dimensions>;
using Draw = Codes (*)(Noise&);
// Every combination as likely as any other: nothing can be summed up over more than a few dimensions.
Codes any_codes(Noise& noise);
// People as they are: half women, most of the largest ethnic group, fifteen occupations, yes or no seldom yes.
Codes codes_of_people(Noise& noise);

// Not sorted.
Columns columns_of(std::uint32_t rows, Draw draw = any_codes);
Columns sorted(Columns columns);

// As CSV: position, day, age in months, codes; so that another engine can count the same.
void write_rows(const Columns& columns, std::FILE* to);

} // namespace phusa::stats
