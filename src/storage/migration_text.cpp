#include "storage/migration_text.hpp"

#include <fmt/format.h>

#include <cassert>
#include <stdexcept>

namespace phusa::storage
{

namespace
{

// A real day as ISO text, or NULL. SQLite's date() alone lets 31 February through; adding no days makes it count. IS
// and not =: of what is no day at all date() is NULL, and a CHECK that comes out as NULL passes.
std::string day_check(std::string_view column, Dialect dialect)
{
    if (dialect == Dialect::sqlite)
        return fmt::format("date({0}, '+0 days') IS {0}", column);
    return fmt::format("length({0}) = 10 AND isfinite(CAST({0} AS date))", column);
}

// A day, a month or a year: filled up with the first of January it must be a real day.
std::string partial_check(std::string_view column, Dialect dialect)
{
    // IN with three values would open a table of its own for each row that is written, and for each such column.
    if (dialect == Dialect::sqlite)
        return fmt::format("{0} IS NULL OR CASE length({0}) WHEN 10 THEN date({0}, '+0 days') IS {0} "
                           "WHEN 7 THEN date({0} || '-01', '+0 days') IS {0} || '-01' "
                           "WHEN 4 THEN date({0} || '-01-01', '+0 days') IS {0} || '-01-01' ELSE 0 END",
                           column);
    auto whole = fmt::format("({0} || substr('-01-01', length({0}) - 3))", column);
    return fmt::format("length({0}) IN (4, 7, 10) AND isfinite(CAST({1} AS date))", column, whole);
}

std::string filled(std::string_view macro, Dialect dialect)
{
    bool sqlite = dialect == Dialect::sqlite;
    auto space = macro.find(' ');
    auto word = macro.substr(0, space);
    auto argument = space == std::string_view::npos ? "" : macro.substr(space + 1);
    if (word == "text")
        return sqlite ? "TEXT" : "TEXT COLLATE \"C\"";
    if (word == "integer")
        return sqlite ? "INTEGER" : "BIGINT";
    if (word == "small")
        return sqlite ? "INTEGER" : "SMALLINT";
    if (word == "strict")
        return sqlite ? " STRICT" : "";
    if (word == "strict_without_rowid")
        return sqlite ? " STRICT, WITHOUT ROWID" : "";
    if (word == "day")
        return day_check(argument, dialect);
    if (word == "partial")
        return partial_check(argument, dialect);
    throw std::logic_error(fmt::format("unknown macro {} in a migration", macro));
}

std::string without_comments(std::string_view file)
{
    std::string kept;
    while (!file.empty()) {
        auto end = std::min(file.find('\n'), file.size());
        auto line = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        kept += line.substr(0, line.find("--"));
        kept += '\n';
    }
    return kept;
}

} // namespace

std::vector<std::string> migration_statements(std::string_view file, Dialect dialect)
{
    auto text = without_comments(file);
    for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", open)) {
        auto close = text.find("}}", open);
        assert(close != std::string::npos);
        text.replace(open, close + 2 - open,
                     filled(std::string_view(text).substr(open + 2, close - open - 2), dialect));
    }
    std::vector<std::string> statements;
    for (std::size_t begin = 0, end; (end = text.find(";\n", begin)) != std::string::npos; begin = end + 2)
        statements.push_back(text.substr(begin, end - begin));
    return statements;
}

} // namespace phusa::storage
