#pragma once

#include "storage/sql/connection.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// Many new rows of one table: COPY on PostgreSQL, prepared INSERTs of many rows at once on SQLite (the quickest way of
// each, docs/decisions). Between the first row and finish() nothing else may run on the connection.
class Bulk
{
public:
    Bulk(Connection& connection, std::string_view table, const std::vector<std::string>& columns);
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;

    // The next column of the row.
    template<typename T>
    void put(const T& value)
    {
        if constexpr (Unwrapped<T>::optional) {
            using Plain = typename Unwrapped<T>::Type;
            if (!value)
                return Stored<Plain>::number ? put_number(0, true) : put_text({}, true);
            put(*value);
        } else if constexpr (std::is_convertible_v<T, std::string_view>) {
            put_text(value, false);
        } else if constexpr (Stored<T>::number) {
            put_number(Stored<T>::put(value), false);
        } else {
            put_text(Stored<T>::put(value), false);
        }
    }
    template<typename... T>
    void row(const T&... values)
    {
        (put(values), ...);
        end_row();
    }
    void put_number(std::int64_t number, bool null);
    void put_text(std::string_view text, bool null);
    void end_row();
    // Without it nothing counts as written.
    void finish();

private:
    // One that waits for its row to be written; a text lies in lines_.
    struct Value {
        enum class Kind : std::uint8_t { null, number, text } kind = Kind::null;
        std::int64_t number = 0; // or where the text begins
        std::size_t bytes = 0;
    };

    void insert(std::size_t rows);
    void put(Connection::Insert& statement, const Value& value) const;

    Connection* connection_;
    std::string into_; // "INSERT INTO person_version (id, name) VALUES "
    std::size_t columns_;
    std::vector<Value> waiting_;
    std::optional<Connection::CopyIn> copy_;
    std::string lines_;
};

} // namespace phusa::storage
