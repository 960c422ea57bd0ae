#pragma once

#include "base/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A Table whose rows come in pieces, so that a list of any length is written in constant memory.
struct TableStream {
    Table head;                                           // title, notes, columns; no rows
    std::function<std::vector<std::vector<Cell>>()> next; // empty at the end
};

TableStream stream_of(Table table);

// The files that every list and table can be had as.
enum class ExportFormat : std::uint8_t { csv, xlsx, json };
std::string_view key_of(ExportFormat format); // also the ending of the file: "csv"
std::string_view content_type_of(ExportFormat format);
std::optional<ExportFormat> export_format(std::string_view key);

// Gives the next part of the file into `chunk`; false when there is no more. Called one at a time, may block.
using FileChunks = std::function<bool(std::string& chunk)>;

// CSV: UTF-8 with BOM, commas, RFC 4180, texts that a spreadsheet would run as a formula made harmless. XLSX: typed
// cells, text stays text. JSON: {"items":[{key:value}],"next":null,"total":N}, as the lists of the API.
FileChunks write_table(TableStream table, ExportFormat format);

} // namespace phusa
