#include "stats/drawn_rows_bench.hpp"

#include <fmt/format.h>

namespace phusa::stats
{

Codes any_codes(Noise& noise)
{
    Codes codes{};
    for (auto& code : codes)
        code = static_cast<std::uint8_t>(noise.below(codes_each));
    return codes;
}

Codes codes_of_people(Noise& noise)
{
    struct Values {
        std::uint8_t count;
        std::uint32_t of_hundred; // so many have the first value, of the others as many the second, and so on
    };
    constexpr std::array<Values, dimensions> all{
        {{2, 50}, {15, 85}, {8, 93}, {15, 30}, {4, 80}, {8, 35}, {4, 98}, {2, 55}, {2, 99}, {2, 99}, {2, 99}, {2, 99}}};
    Codes codes{};
    for (std::size_t i = 0; i < dimensions; ++i)
        while (codes[i] + 1 < all[i].count && noise.below(100) >= all[i].of_hundred)
            ++codes[i];
    return codes;
}

Columns columns_of(std::uint32_t rows, Draw draw)
{
    std::vector<Dimension> all(dimensions);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = {.key = "d" + std::to_string(i), .title = ""};
        for (std::uint8_t code = 0; code < codes_each; ++code)
            all[i].values.push_back({code, std::to_string(code), ""});
    }
    Columns columns(all);
    columns.reserve(rows);
    Noise noise;
    const int first_day = Date::of(1960, 1, 1)->days_since_1900();
    const auto days = static_cast<std::uint32_t>(Date::of(2026, 1, 1)->days_since_1900() - first_day);
    for (std::uint32_t row = 0; row < rows; ++row) {
        auto codes = draw(noise);
        columns.add(row / people_a_cell, static_cast<std::uint16_t>(first_day + noise.below(days)),
                    static_cast<std::uint16_t>(216 + noise.below(500)), codes);
    }
    return columns;
}

Columns sorted(Columns columns)
{
    columns.sort();
    return columns;
}

void write_rows(const Columns& columns, std::FILE* to)
{
    fmt::memory_buffer line;
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        line.clear();
        fmt::format_to(std::back_inserter(line), "{},{},{}", columns.positions()[row], columns.days()[row],
                       columns.ages_months()[row]);
        for (std::size_t dimension = 0; dimension < dimensions; ++dimension)
            fmt::format_to(std::back_inserter(line), ",{}", columns.codes(dimension)[row]);
        line.push_back('\n');
        std::fwrite(line.data(), 1, line.size(), to);
    }
}

} // namespace phusa::stats
