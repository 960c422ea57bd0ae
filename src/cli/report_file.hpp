#pragma once

#include "app/story_question.hpp"
#include "base/result.hpp"
#include "base/table.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

namespace CLI
{
class App;
}

namespace phusa
{

struct CommandContext;

// As what a report is written.
enum class ReportFile : std::uint8_t { text, json, csv, xlsx };

// --org, --period, --from, --to, --structure and --as-of.
void add_report_options(CLI::App& command, StoryAsked& asked);

// By the ending of the file given with -o; "-" and no file are standard output.
Result<ReportFile> report_file(const std::string& file, bool json);

using ReportWriter = std::function<void(std::ostream& out, ReportFile kind)>;
// Into the file, or to standard output; with `json` the JSON goes there beside a file. Throws where it cannot be
// written.
void write_report(const std::string& file, ReportFile kind, bool json, const ReportWriter& write);

// CSV or XLSX.
void write_table_to(std::ostream& out, const Table& table, ReportFile kind);

// A table for a terminal: title, notes, columns side by side.
std::string text_of(const Table& table);

// phusa report form
void add_report_form(CLI::App& report, CommandContext& context);

} // namespace phusa
