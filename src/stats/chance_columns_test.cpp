#include "stats/chance_columns_test.hpp"

#include <fmt/format.h>

#include <array>

namespace phusa::stats
{

Columns chance_columns(std::uint32_t rows, std::mt19937& random)
{
    std::vector<Dimension> dimensions(2);
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        dimensions[i].key = fmt::format("d{}", i);
        for (std::uint8_t code = 0; code < 5 + 50 * i; ++code)
            dimensions[i].values.push_back({code, std::to_string(code), ""});
    }
    Columns columns(dimensions);
    for (std::uint32_t row = 0; row < rows; ++row) {
        std::array<std::uint8_t, 2> codes{static_cast<std::uint8_t>(random() % 6),
                                          static_cast<std::uint8_t>(random() % 55)};
        columns.add(random() % 500, static_cast<std::uint16_t>(36'000 + random() % 4'000),
                    static_cast<std::uint16_t>(random() % 9 == 0 ? 0 : 200 + random() % 600), codes);
    }
    columns.sort();
    return columns;
}

} // namespace phusa::stats
