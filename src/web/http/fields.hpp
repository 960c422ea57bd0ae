#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa::web
{

// Named texts in the order in which they were sent: a query, a form, route parameters. A name may come more than once.
//
// Names and values are valid UTF-8 without NUL, as sent otherwise (not trimmed: a password keeps its spaces).
class Fields
{
public:
    using Item = std::pair<std::string, std::string>;

    Fields() = default;
    Fields(std::initializer_list<Item> items) : items_(items) {}

    // application/x-www-form-urlencoded, as in a query or a form. Refuses broken %XX, NUL, bytes that are no UTF-8 and
    // more than limit::form_fields_max fields.
    static Result<Fields> parse(std::string_view urlencoded);

    // The first of that name.
    std::optional<std::string_view> get(std::string_view name) const;
    // The same, empty where there is none.
    std::string_view text(std::string_view name) const { return get(name).value_or(std::string_view{}); }
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return get(name).has_value(); }

    void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
    const std::vector<Item>& items() const { return items_; }
    bool empty() const { return items_.empty(); }

    // "q=a+b&page=2", in order; what parse() reads.
    std::string urlencoded() const;

private:
    std::vector<Item> items_;
};

} // namespace phusa::web
