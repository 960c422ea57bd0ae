#include "web/reports/table_json.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace phusa::web::reports
{

namespace json = boost::json;

namespace
{

std::string_view key_of(Table::Kind kind)
{
    switch (kind) {
    case Table::Kind::text:
        return "text";
    case Table::Kind::count:
        return "count";
    case Table::Kind::decimal:
        return "decimal";
    case Table::Kind::percent:
        return "percent";
    case Table::Kind::date:
        return "date";
    }
    std::unreachable();
}

} // namespace

json::value number_json(double value)
{
    auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? json::value(whole) : json::value(value);
}

json::value cell_json(const Cell& value)
{
    struct Writer {
        json::value operator()(std::monostate) const { return nullptr; }
        json::value operator()(std::int64_t value) const { return value; }
        json::value operator()(double value) const { return number_json(value); }
        json::value operator()(const std::string& text) const { return json::string(text); }
        json::value operator()(Date day) const { return json::string(day.iso()); }
        json::value operator()(PartialDate day) const { return json::string(day.iso()); }
    };
    return std::visit(Writer(), value);
}

json::array columns_json(const Table& table)
{
    json::array columns;
    for (const auto& column : table.columns)
        columns.push_back({{"key", column.key}, {"title", column.title}, {"kind", key_of(column.kind)}});
    return columns;
}

json::object row_json(const Table& table, std::size_t row)
{
    json::object object;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        object[table.columns[column].key] = cell_json(table.rows[row][column]);
    return object;
}

std::string json_text(const json::value& value)
{
    std::vector<std::string> parts;
    if (const auto* number = value.if_double())
        return fmt::format("{}", *number);
    if (const auto* array = value.if_array()) {
        for (const auto& each : *array)
            parts.push_back(json_text(each));
        return fmt::format("[{}]", fmt::join(parts, ","));
    }
    if (const auto* object = value.if_object()) {
        for (const auto& [key, each] : *object)
            parts.push_back(json::serialize(json::value(key)) + ":" + json_text(each));
        return fmt::format("{{{}}}", fmt::join(parts, ","));
    }
    return json::serialize(value);
}

} // namespace phusa::web::reports
