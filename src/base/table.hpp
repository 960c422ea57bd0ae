#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace phusa
{

// One cell. Text stays text: an identity number keeps its leading zeros.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string, Date, PartialDate>;

// Columns in, table out: the one currency between statistics, lists and what shows them (page, CSV, XLSX, JSON).
//
// Every row has as many cells as there are columns.
struct Table {
    enum class Kind : std::uint8_t { text, count, decimal, percent, date };

    struct Column {
        std::string key;   // stable, for JSON and CSV: "full_name"
        std::string title; // Vietnamese, for people: "Họ và tên"
        Kind kind = Kind::text;
    };

    std::string title;
    std::vector<std::string> notes; // scope, filters, time: printed above the table
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

// As a person reads it: "10.986", "60,6%", "03/02/2025", "".
std::string shown(const Cell& cell, Table::Kind kind);

} // namespace phusa
