#include "cli/report_file.hpp"

#include "app/export.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <stdexcept>

namespace phusa
{

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

} // namespace phusa
