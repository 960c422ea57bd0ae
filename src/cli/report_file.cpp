#include "cli/report_file.hpp"

#include "app/export.hpp"
#include "base/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace phusa
{

namespace
{

// Numbers to the right, texts to the left.
std::string padded(const std::string& text, std::size_t width, bool is_number)
{
    std::string space(width - std::min(width, code_points(text)), ' ');
    return is_number ? space + text : text + space;
}

} // namespace

void add_report_options(CLI::App& command, StoryAsked& asked)
{
    command.add_option("--org", asked.org, "mã tổ chức; không ghi là cả tỉnh");
    command.add_option("--period", asked.period, "kỳ: 2026, 2026-H1, 2012-Q1, 2026-04, 2007-01-01..2012-03-31");
    command.add_option("--from", asked.from, "ngày đầu của kỳ, thay cho --period");
    command.add_option("--to", asked.to, "ngày cuối của kỳ");
    command.add_option("--structure", asked.structure, "cơ cấu tổ chức của ngày này; không ghi là ngày cuối kỳ");
    command.add_option("--as-of", asked.as_of, "ngày lập báo cáo; không ghi là hôm nay");
}

Result<ReportFile> report_file(const std::string& file, bool json)
{
    if (file.empty() || file == "-")
        return json ? ReportFile::json : ReportFile::text;
    for (auto [ending, kind] : {std::pair{".txt", ReportFile::text}, std::pair{".json", ReportFile::json},
                                std::pair{".csv", ReportFile::csv}, std::pair{".xlsx", ReportFile::xlsx}})
        if (file.ends_with(ending))
            return kind;
    return invalid("-o", fmt::format("-o: không biết viết tệp “{}”; hãy dùng đuôi .txt, .json, .csv hoặc .xlsx", file));
}

void write_report(const std::string& file, ReportFile kind, bool json, const ReportWriter& write)
{
    bool to_file = !file.empty() && file != "-";
    if (to_file) {
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        write(out, kind);
        out.flush();
        if (!out)
            throw std::runtime_error(fmt::format("không ghi được tệp “{}”; hãy kiểm tra đường dẫn và chỗ trống", file));
    }
    if (!to_file || json) {
        write(std::cout, to_file ? ReportFile::json : kind);
        std::cout.flush();
    }
    if (!std::cout)
        throw std::runtime_error("không ghi được ra đầu ra chuẩn");
}

void write_table_to(std::ostream& out, const Table& table, ReportFile kind)
{
    auto chunks = write_table(stream_of(table), kind == ReportFile::csv ? ExportFormat::csv : ExportFormat::xlsx);
    for (std::string chunk; chunks(chunk); chunk.clear())
        out << chunk;
}

std::string text_of(const Table& table)
{
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& column : table.columns)
        lines[0].push_back(column.title);
    for (const auto& row : table.rows) {
        auto& line = lines.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i)
            line.push_back(shown(row[i], table.columns[i].kind));
    }
    std::vector<std::size_t> widths(table.columns.size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], code_points(line[i]));
    std::string text = table.title;
    for (const auto& note : table.notes)
        text += "\n" + note;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i)
            row += (i == 0 ? "" : "  ") + padded(line[i], widths[i], table.columns[i].kind != Table::Kind::text);
        text += "\n" + row.substr(0, row.find_last_not_of(' ') + 1);
    }
    return text;
}

} // namespace phusa
