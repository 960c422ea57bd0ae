#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace phusa
{

// The number of one row, of one noun: an Id<struct Person> cannot stand where an Id<struct Organisation>
// is wanted. 0 is no row.
template<typename Noun>
struct Id {
    std::int64_t value = 0;

    constexpr explicit Id(std::int64_t number) : value(number) {}
    constexpr Id() = default;

    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

} // namespace phusa

template<typename Noun>
struct std::hash<phusa::Id<Noun>> {
    std::size_t operator()(phusa::Id<Noun> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
