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
#include <ostream>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa report");

struct ReportOptions {
    StoryAsked asked;
    std::string file;
};

void write(std::ostream& out, const Story& story, ReportFile kind)
{
    if (kind == ReportFile::text) {
        out << story.text << '\n';
    } else if (kind == ReportFile::json) {
        out << web::reports::story_json(story, true) << '\n';
    } else {
        write_table_to(out, story.table, kind);
    }
}

Result<Exit> report_story(const CommandContext& context, const ReportOptions& options)
{
    auto question = TRY(story_question(options.asked, "--"));
    auto kind = TRY(report_file(options.file, context.json));
    auto app = context.open();
    auto told = TRY(story(*app, console, question));
    if (told.is_unfinished)
        fmt::print(stderr, "phusa: kỳ báo cáo chưa hết; số liệu tính đến ngày {}\n", told.as_of.vietnamese());
    write_report(options.file, kind, context.json, [&](std::ostream& out, ReportFile as) { write(out, told, as); });
    return Exit::done;
}

void add_story(CLI::App& report, CommandContext& context)
{
    auto options = std::make_shared<ReportOptions>();
    auto& asked = options->asked;
    auto& command = add_command(report, "story", "đoạn số liệu về kết nạp đảng viên của một đơn vị trong một kỳ",
                                context, [&context, options] { return report_story(context, *options); });
    add_report_options(command, asked);
    command.add_option("-o", options->file, "tệp .txt, .json, .csv hoặc .xlsx; - là đầu ra chuẩn");
}

} // namespace

void add_report(CLI::App& program, CommandContext& context)
{
    auto* report = program.add_subcommand("report", "báo cáo từ sổ");
    report->require_subcommand(1);
    report->fallthrough();
    add_story(*report, context);
    add_report_form(*report, context);
    add_report_pivot(*report, context);
}

} // namespace phusa
