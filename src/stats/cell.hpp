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

} // namespace phusa::stats
