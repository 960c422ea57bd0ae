#include "cli/report_file.hpp"

#include "app/export.hpp"
#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace phusa
{

namespace
{

void write(std::ostream& out, const ReportWriter& report, ReportForm form)
{
    if (form == ReportForm::text) {
        out << report.text() << '\n';
    } else if (form == ReportForm::json) {
        out << report.json() << '\n';
    } else {
        auto chunks =
            write_table(stream_of(report.sheet()), form == ReportForm::csv ? ExportFormat::csv : ExportFormat::xlsx);
        for (std::string chunk; chunks(chunk); chunk.clear())
            out << chunk;
    }
    out.flush();
}

void write_file(const std::string& file, const ReportWriter& report, ReportForm form)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    write(out, report, form);
    if (!out)
        throw std::runtime_error(fmt::format("không ghi được tệp “{}”; hãy kiểm tra đường dẫn và chỗ trống", file));
}

// Numbers to the right, texts to the left.
std::string padded(const std::string& text, std::size_t width, bool is_number)
{
    std::string space(width - std::min(width, code_points(text)), ' ');
    return is_number ? space + text : text + space;
}

} // namespace

Result<ReportForm> report_form(const std::string& file, bool json)
{
    if (file.empty() || file == "-")
        return json ? ReportForm::json : ReportForm::text;
    for (auto [ending, form] : {std::pair{".txt", ReportForm::text}, std::pair{".json", ReportForm::json},
                                std::pair{".csv", ReportForm::csv}, std::pair{".xlsx", ReportForm::xlsx}})
        if (file.ends_with(ending))
            return form;
    return invalid("-o", fmt::format("-o: không biết viết tệp “{}”; hãy dùng đuôi .txt, .json, .csv hoặc .xlsx", file));
}

void write_report(const ReportWriter& report, const std::string& file, ReportForm form, bool json)
{
    bool to_file = !file.empty() && file != "-";
    if (to_file)
        write_file(file, report, form);
    if (!to_file || json)
        write(std::cout, report, to_file ? ReportForm::json : form);
    if (!std::cout)
        throw std::runtime_error("không ghi được ra đầu ra chuẩn");
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
