#pragma once

#include <cstdint>

namespace phusa::stats
{

// What the rows that fall into one cell of a table come to.
struct Cell {
    std::uint32_t count = 0;
    std::uint32_t ages_known = 0;
    std::uint64_t age_months_sum = 0; // over the rows whose age is known

    Cell& operator+=(const Cell& other);
    // In years, as Counts::mean_age.
    double mean_age() const;
    friend bool operator==(const Cell&, const Cell&) = default;
};

// A row as a number, so that one addition counts it, says whether its age is known, and adds its months. A sum of at
// most `rows_max` of them reads as a cell.
struct PackedCell {
    static constexpr std::size_t rows_max = 32'767;

    static std::uint64_t of(std::uint16_t age_months) { return one_row | (age_months != 0 ? one_age : 0) | age_months; }
    static Cell read(std::uint64_t sum)
    {
        return {.count = static_cast<std::uint32_t>(sum / one_row),
                .ages_known = static_cast<std::uint32_t>(sum % one_row / one_age),
                .age_months_sum = sum % one_age};
    }

private:
    static constexpr std::uint64_t one_age = std::uint64_t{1} << 31U; // above all months of so many rows
    static constexpr std::uint64_t one_row = std::uint64_t{1} << 47U;
};

} // namespace phusa::stats
