// phusa report pivot
#include "cli/report_pivot.hpp"

#include "app/pivot/asked.hpp"
#include "app/pivot/choices.hpp"
#include "cli/report_file.hpp"
#include "web/reports/pivot_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa report");

struct Options {
    PivotWords words;
    std::string file;
};

Result<Exit> report_pivot(const CommandContext& context, const Options& options)
{
    auto read = TRY(read_pivot(options.words, "--"));
    auto form = TRY(report_form(options.file, context.json));
    auto app = context.open();
    auto table = TRY(pivot(*app, console, read.question, pivot_options("--")));
    if (table.is_unfinished)
        fmt::print(stderr, "phusa: kỳ báo cáo chưa hết; số liệu tính đến ngày {}\n", table.as_of.vietnamese());
    ReportWriter report{.text = [&] { return text_of(pivot_sheet(table, read.measure)); },
                        .json = [&] { return web::reports::pivot_json(table, read.measure, true); },
                        .sheet = [&] { return pivot_sheet(table, read.measure); }};
    write_report(report, options.file, form, context.json);
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
    command.add_option("--org", words.scope.org, "mã tổ chức; không ghi là cả tỉnh");
    command.add_option("--period", words.scope.period, "kỳ: 2026, 2026-H1, 2012-Q1, 2026-04, 2007-01-01..2012-03-31");
    command.add_option("--from", words.scope.from, "ngày đầu của kỳ, thay cho --period");
    command.add_option("--to", words.scope.to, "ngày cuối của kỳ");
    command.add_option("--structure", words.scope.structure, "cơ cấu tổ chức của ngày này; không ghi là ngày cuối kỳ");
    command.add_option("--as-of", words.scope.as_of, "ngày lập báo cáo; không ghi là hôm nay");
    command.add_option("-o", options->file, "tệp .txt, .json, .csv hoặc .xlsx; - là đầu ra chuẩn");
}

} // namespace phusa
