#pragma once

#include <cassert>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa
{

// One enumerator with the key of files and the API and the title of screens and papers.
template<typename Enum>
struct Named {
    Enum value;
    std::string_view key;
    std::string_view title;
};

// The row of `value`. Every enumerator has one: the tests go through them all.
template<typename Enum>
const Named<Enum>& named(std::span<const Named<Enum>> rows, Enum value)
{
    for (const Named<Enum>& row : rows)
        if (row.value == value)
            return row;
    assert(!"an enumerator without a name");
    std::unreachable();
}

template<typename Enum>
std::optional<Enum> value_of(std::span<const Named<Enum>> rows, std::string_view key)
{
    for (const Named<Enum>& row : rows)
        if (row.key == key)
            return row.value;
    return std::nullopt;
}

template<typename Enum>
std::vector<Enum> values_of(std::span<const Named<Enum>> rows)
{
    std::vector<Enum> values;
    values.reserve(rows.size());
    for (const Named<Enum>& row : rows)
        values.push_back(row.value);
    return values;
}

} // namespace phusa
