#pragma once

#include "storage/sql/value.hpp"

#include <cassert>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace phusa::storage
{

class Connection;
struct Prepared; // storage/sql/prepared.hpp, the only place that knows SOCI

// The row at hand: its columns are taken from left to right, each into a variable of its type.
class Row
{
public:
    explicit Row(const Prepared& prepared) : prepared_(&prepared) {}

    template<typename... T>
    void take(T&... targets)
    {
        (take_value(raw(), targets), ...);
    }
    template<typename T>
    T take()
    {
        T value{};
        take_value(raw(), value);
        return value;
    }
    RawValue raw();

private:
    const Prepared* prepared_;
    std::size_t next_ = 0;
};

// The parameters of a lambda, so that `each` knows the columns and their types.
template<typename F>
struct Columns : Columns<decltype(&std::remove_cvref_t<F>::operator())> {
};
template<typename R, typename C, typename... A>
struct Columns<R (C::*)(A...) const> {
    using Values = std::tuple<std::remove_cvref_t<A>...>;
};
template<typename R, typename C, typename... A>
struct Columns<R (C::*)(A...)> : Columns<R (C::*)(A...) const> {
};

// One statement with `?` for each parameter, prepared once per connection and kept.
//
//   connection.query("SELECT id, name FROM account WHERE id > ?").bind(id).each([&](AccountId id, std::string name)
//   {…});
//
// A query that runs inside the `each` of the same text gets a statement of its own.
class Query
{
public:
    Query(Connection& connection, std::string_view sql);
    Query(Connection& connection, std::unique_ptr<Prepared> own);
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query(Query&& other) noexcept;
    ~Query();

    template<typename... T>
    Query& bind(const T&... values)
    {
        (bind_one(values), ...);
        return *this;
    }

    // For statements that answer no rows: how many rows were changed.
    std::int64_t run();

    // Calls `take` with the columns of every row.
    template<typename F>
    void each(F&& take)
    {
        using Values = typename Columns<F>::Values;
        each_row(std::tuple_size_v<Values>, [&](Row& row) {
            Values values;
            std::apply([&](auto&... value) { row.take(value...); }, values);
            std::apply(take, std::move(values));
        });
    }
    template<typename F>
    void each_row(std::size_t columns, F&& take)
    {
        start(columns);
        while (fetch()) {
            Row row(*prepared_);
            take(row);
        }
    }
    // The first row's only column; nullopt where there is no row.
    template<typename T>
    std::optional<T> value()
    {
        start(1);
        if (!fetch())
            return std::nullopt;
        Row row(*prepared_);
        return row.take<T>();
    }

    void put_number(std::int64_t number, bool null);
    void put_text(std::string_view text, bool null);

private:
    template<typename T>
    void bind_one(const T& value)
    {
        if constexpr (Unwrapped<T>::optional) {
            using Plain = typename Unwrapped<T>::Type;
            if (!value)
                return Stored<Plain>::number ? put_number(0, true) : put_text({}, true);
            bind_one(*value);
        } else if constexpr (std::is_convertible_v<T, std::string_view>) {
            put_text(value, false);
        } else if constexpr (Stored<T>::number) {
            put_number(Stored<T>::put(value), false);
        } else {
            put_text(Stored<T>::put(value), false);
        }
    }

    void start(std::size_t columns);
    bool fetch();

    Connection* connection_;
    Prepared* prepared_;
    std::unique_ptr<Prepared> own_; // where the kept one is busy
    std::size_t bound_ = 0;
};

} // namespace phusa::storage
