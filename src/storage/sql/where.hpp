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
        value(std::move(values)...);
    }
    // More values for the marks of the condition added last.
    template<typename... T>
    void value(T... values)
    {
        (values_.emplace_back([kept = std::move(values)](Query& query) { query.bind(kept); }), ...);
    }

    // EXISTS (SELECT 1 FROM `table` WHERE `link` AND everything of `inner`).
    void add_exists(std::string_view table, std::string_view link, const Where& inner)
    {
        auto conditions = inner.sql_.substr(std::string_view("WHERE ").size());
        add(std::string("EXISTS (SELECT 1 FROM ").append(table).append(" WHERE ").append(link) + " AND " + conditions +
            ")");
        values_.insert(values_.end(), inner.values_.begin(), inner.values_.end());
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
