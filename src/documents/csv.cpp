#include "documents/csv.hpp"

#include <fmt/core.h>

#include <cassert>

namespace phusa
{

namespace
{

std::string quoted(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (char letter : text) {
        if (letter == '"')
            out += '"';
        out += letter;
    }
    return out + '"';
}

std::string guarded(std::string_view text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").contains(text.front()))
        return "'" + std::string(text);
    return std::string(text);
}

struct Plain {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return guarded(text); }
    std::string operator()(Date day) const { return day.vietnamese(); }
    std::string operator()(const PartialDate& date) const { return date.vietnamese(); }
};

} // namespace

std::string csv_head(const Table& table)
{
    std::string line = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        line += (i ? "," : "") + quoted(table.columns[i].title);
    return line + "\r\n";
}

std::string csv_row(const Table& table, std::span<const Cell> row)
{
    assert(row.size() == table.columns.size());
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
        line += (i ? "," : "") + quoted(std::visit(Plain{}, row[i]));
    return line + "\r\n";
}

std::string csv(const Table& table)
{
    auto text = csv_head(table);
    for (const auto& row : table.rows)
        text += csv_row(table, row);
    return text;
}

} // namespace phusa
