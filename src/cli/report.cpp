// phusa report story, and the way to the other reports
#include "app/story.hpp"
#include "app/story_question.hpp"
#include "cli/command.hpp"
#include "cli/report_file.hpp"
#include "cli/report_pivot.hpp"
#include "web/reports/story_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <memory>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa report");

struct ReportOptions {
    StoryAsked asked;
    std::string file;
};

Result<Exit> report_story(const CommandContext& context, const ReportOptions& options)
{
    auto question = TRY(story_question(options.asked, "--"));
    auto form = TRY(report_form(options.file, context.json));
    auto app = context.open();
    auto told = TRY(story(*app, console, question));
    if (told.is_unfinished)
        fmt::print(stderr, "phusa: kỳ báo cáo chưa hết; số liệu tính đến ngày {}\n", told.as_of.vietnamese());
    ReportWriter report{.text = [&] { return told.text; },
                        .json = [&] { return web::reports::story_json(told, true); },
                        .sheet = [&] { return told.table; }};
    write_report(report, options.file, form, context.json);
    return Exit::done;
}

void add_story(CLI::App& report, CommandContext& context)
{
    auto options = std::make_shared<ReportOptions>();
    auto& asked = options->asked;
    auto& command = add_command(report, "story", "đoạn số liệu về kết nạp đảng viên của một đơn vị trong một kỳ",
                                context, [&context, options] { return report_story(context, *options); });
    command.add_option("--org", asked.org, "mã tổ chức; không ghi là cả tỉnh");
    command.add_option("--period", asked.period, "kỳ: 2026, 2026-H1, 2012-Q1, 2026-04, 2007-01-01..2012-03-31");
    command.add_option("--from", asked.from, "ngày đầu của kỳ, thay cho --period");
    command.add_option("--to", asked.to, "ngày cuối của kỳ");
    command.add_option("--structure", asked.structure, "cơ cấu tổ chức của ngày này; không ghi là ngày cuối kỳ");
    command.add_option("--as-of", asked.as_of, "ngày lập báo cáo; không ghi là hôm nay");
    command.add_option("-o", options->file, "tệp .txt, .json, .csv hoặc .xlsx; - là đầu ra chuẩn");
}

} // namespace

void add_report(CLI::App& program, CommandContext& context)
{
    auto* report = program.add_subcommand("report", "báo cáo từ sổ");
    report->require_subcommand(1);
    report->fallthrough();
    add_story(*report, context);
    add_report_pivot(*report, context);
}

} // namespace phusa
