#include "stats/dimension.hpp"

#include <algorithm>
#include <utility>

namespace phusa::stats
{

std::optional<std::uint8_t> Dimension::code_of(std::string_view value_key) const
{
    auto found = std::ranges::find(values, value_key, &Value::key);
    if (found == values.end())
        return std::nullopt;
    return found->code;
}

Dimension Dimension::yes_no(std::string key, std::string title)
{
    return {.key = std::move(key), .title = std::move(title), .values = {{0, "no", "Không"}, {1, "yes", "Có"}}};
}

} // namespace phusa::stats
