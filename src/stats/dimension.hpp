#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::stats
{

// What a column of small codes means: "occupation", with its values. Who fills the columns names the dimensions, so
// that this room knows no word of the office. A yes-or-no column has the values 0 and 1, keys "no" and "yes".
struct Dimension {
    struct Value {
        std::uint8_t code = 0;
        std::string key;
        std::string title;
    };

    std::string key;
    std::string title;
    std::vector<Value> values = {};

    std::optional<std::uint8_t> code_of(std::string_view value_key) const;
    bool is_yes_no() const { return values.size() == 2 && values[0].key == "no" && values[1].key == "yes"; }

    static Dimension yes_no(std::string key, std::string title);
};

} // namespace phusa::stats
