// phusa report pivot
#include "cli/report_pivot.hpp"

#include "app/pivot/asked.hpp"
#include "app/pivot/choices.hpp"
#include "cli/report_file.hpp"
#include "web/reports/pivot_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <ostream>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa report");

struct Options {
    PivotWords words;
    std::string file;
};

void write(std::ostream& out, const PivotTable& table, PivotMeasure measure, ReportFile kind)
{
    if (kind == ReportFile::text)
        out << text_of(pivot_sheet(table, measure)) << '\n';
    else if (kind == ReportFile::json)
        out << web::reports::pivot_json(table, measure, true) << '\n';
    else
        write_table_to(out, pivot_sheet(table, measure), kind);
}

Result<Exit> report_pivot(const CommandContext& context, const Options& options)
{
    auto read = TRY(read_pivot(options.words, "--"));
    auto kind = TRY(report_file(options.file, context.json));
    auto app = context.open();
    auto table = TRY(pivot(*app, console, read.question, pivot_options("--")));
    if (table.is_unfinished)
        fmt::print(stderr, "phusa: kỳ báo cáo chưa hết; số liệu tính đến ngày {}\n", table.as_of.vietnamese());
    write_report(options.file, kind, context.json,
                 [&](std::ostream& out, ReportFile as) { write(out, table, read.measure, as); });
    return Exit::done;
}

std::string dimension_list()
{
    std::string keys;
    for (const auto& dimension : pivot_dimensions())
        keys += fmt::format("{}{}", keys.empty() ? "" : ", ", dimension.key);
    return keys;
}

} // namespace

void add_report_pivot(CLI::App& report, CommandContext& context)
{
    auto options = std::make_shared<Options>();
    auto& words = options->words;
    auto& command = add_command(report, "pivot", "bảng chéo: đảng viên mới kết nạp theo một hoặc hai chiều và một cột",
                                context, [&context, options] { return report_pivot(context, *options); });
    command.add_option("--rows", words.rows, "một hoặc hai chiều, cách nhau bằng dấu phẩy: " + dimension_list())
        ->required();
    command.add_option("--columns", words.columns, "một chiều khác")->required();
    command.add_option("--filter", words.filters,
                       "CHIỀU=GIÁ_TRỊ[,GIÁ_TRỊ] hoặc indicator=CHỈ_TIÊU; ghi được nhiều lần");
    command.add_option("--measure", words.measure, "count, row_share, column_share, total_share, mean_age");
    add_report_options(command, words.scope);
    command.add_option("-o", options->file, "tệp .txt, .json, .csv hoặc .xlsx; - là đầu ra chuẩn");
}

} // namespace phusa
