#include "storage/sql/bulk.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

namespace phusa::storage
{

namespace
{

constexpr std::size_t send_bytes = 256 * 1024;
constexpr std::size_t waiting_values_max = 64 * 1024;

// A statement for many rows spares opening and closing the table and its indexes for each.
std::size_t rows_at_once(std::size_t columns)
{
    constexpr std::size_t parameters = 2'048;
    constexpr std::size_t rows_max = 128;
    return std::clamp(parameters / columns, std::size_t{1}, rows_max);
}

// The text format of COPY.
void append_escaped(std::string& lines, std::string_view text)
{
    for (char character : text)
        switch (character) {
        case '\\':
            lines += "\\\\";
            break;
        case '\n':
            lines += "\\n";
            break;
        case '\r':
            lines += "\\r";
            break;
        case '\t':
            lines += "\\t";
            break;
        default:
            lines += character;
        }
}

} // namespace

Bulk::Bulk(Connection& connection, std::string_view table, const std::vector<std::string>& columns)
    : connection_(&connection), into_(fmt::format("INSERT INTO {} ({}) VALUES ", table, fmt::join(columns, ", "))),
      columns_(columns.size())
{
    if (connection.dialect() == Dialect::postgresql)
        copy_.emplace(connection, fmt::format("COPY {} ({}) FROM STDIN", table, fmt::join(columns, ", ")));
}

void Bulk::put_number(std::int64_t number, bool null)
{
    if (!copy_)
        waiting_.push_back({.kind = null ? Value::Kind::null : Value::Kind::number, .number = number});
    else if (null)
        lines_ += "\\N\t";
    else
        fmt::format_to(std::back_inserter(lines_), "{}\t", number);
}

void Bulk::put_text(std::string_view text, bool null)
{
    if (!copy_) {
        waiting_.push_back({.kind = null ? Value::Kind::null : Value::Kind::text,
                            .number = static_cast<std::int64_t>(lines_.size()),
                            .bytes = text.size()});
        lines_ += text;
        return;
    }
    if (null)
        lines_ += "\\N";
    else
        append_escaped(lines_, text);
    lines_ += '\t';
}

void Bulk::end_row()
{
    if (!copy_) {
        if (waiting_.size() >= waiting_values_max)
            insert(rows_at_once(columns_));
        return;
    }
    lines_.back() = '\n';
    if (lines_.size() < send_bytes)
        return;
    copy_->send(lines_);
    lines_.clear();
}

// Those that wait, in statements of `rows` rows each, and one by one what is left over.
void Bulk::insert(std::size_t rows)
{
    auto row = fmt::format("({})", fmt::join(std::vector<std::string_view>(columns_, "?"), ","));
    auto left = std::span<const Value>(waiting_);
    for (auto at_once : {rows, std::size_t{1}}) {
        if (left.size() < at_once * columns_)
            continue;
        std::vector<std::string_view> many(at_once, row);
        Connection::Insert statement(*connection_, fmt::format("{}{}", into_, fmt::join(many, ",")));
        for (; left.size() >= at_once * columns_; left = left.subspan(at_once * columns_)) {
            for (const auto& value : left.first(at_once * columns_))
                put(statement, value);
            statement.run();
        }
    }
    waiting_.clear();
    lines_.clear();
}

void Bulk::put(Connection::Insert& statement, const Value& value) const
{
    switch (value.kind) {
    case Value::Kind::null:
        return statement.put_null();
    case Value::Kind::number:
        return statement.put_number(value.number);
    case Value::Kind::text:
        return statement.put_text(std::string_view(lines_).substr(static_cast<std::size_t>(value.number), value.bytes));
    }
}

void Bulk::finish()
{
    if (!copy_)
        return insert(rows_at_once(columns_));
    if (!lines_.empty())
        copy_->send(lines_);
    copy_->finish();
}

} // namespace phusa::storage
