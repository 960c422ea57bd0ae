#pragma once

#include "base/result.hpp"
#include "base/table.hpp"

#include <functional>
#include <string>

namespace phusa
{

// How a report is written: by the ending of the file; "-" and no file are standard output.
enum class ReportForm : std::uint8_t { text, json, csv, xlsx };
Result<ReportForm> report_form(const std::string& file, bool json);

// A report in all its forms; each is made only when it is asked for.
struct ReportWriter {
    std::function<std::string()> text;
    std::function<std::string()> json;
    std::function<Table()> sheet; // for CSV and XLSX
};
// Into the file or to standard output; with `json` the JSON value goes to standard output in any case. Throws where
// nothing can be written.
void write_report(const ReportWriter& report, const std::string& file, ReportForm form, bool json);

// A table for a terminal: title, notes, columns side by side.
std::string text_of(const Table& table);

} // namespace phusa
