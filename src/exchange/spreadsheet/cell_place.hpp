#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace phusa
{

// Where a cell stands: column from 0, row from 1.
struct CellPlace {
    std::size_t column = 0;
    std::uint32_t row = 0;
};

// "AB12"; nullopt for anything else.
inline std::optional<CellPlace> cell_place(std::string_view reference)
{
    constexpr std::size_t letters = 26;
    CellPlace place;
    std::size_t i = 0;
    for (; i < reference.size() && i < 3 && 'A' <= reference[i] && reference[i] <= 'Z'; ++i)
        place.column = place.column * letters + static_cast<std::size_t>(reference[i] - 'A' + 1);
    auto digits = reference.substr(i);
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (i == 0 || error != std::errc() || end != digits.data() + digits.size() || place.row == 0)
        return std::nullopt;
    --place.column;
    return place;
}

} // namespace phusa
