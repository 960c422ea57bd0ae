#pragma once

#include "storage/sql/query.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// Conditions put together at run time, all of which must hold; each is one of our own texts with its values apart.
class Where
{
public:
    template<typename... T>
    void add(std::string_view condition, T... values)
    {
        sql_.append(sql_.empty() ? "WHERE " : " AND ").append(condition);
        (values_.emplace_back([value = std::move(values)](Query& query) { query.bind(value); }), ...);
    }

    // "" or "WHERE … AND …".
    const std::string& sql() const { return sql_; }
    void bind_to(Query& query) const
    {
        for (const auto& bind : values_)
            bind(query);
    }

private:
    std::string sql_;
    std::vector<std::function<void(Query&)>> values_;
};

} // namespace phusa::storage
