// phusa report story
#include "app/export.hpp"
#include "app/story.hpp"
#include "app/story_question.hpp"
#include "cli/command.hpp"
#include "web/reports/story_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa report");

struct ReportOptions {
    StoryAsked asked;
    std::string file;
};

enum class Form : std::uint8_t { text, json, csv, xlsx };

// By the ending of the file; "-" and no file are standard output.
Result<Form> form_of(const std::string& file, bool json)
{
    if (file.empty() || file == "-")
        return json ? Form::json : Form::text;
    for (auto [ending, form] : {std::pair{".txt", Form::text}, std::pair{".json", Form::json},
                                std::pair{".csv", Form::csv}, std::pair{".xlsx", Form::xlsx}})
        if (file.ends_with(ending))
            return form;
    return invalid("-o", fmt::format("-o: không biết viết tệp “{}”; hãy dùng đuôi .txt, .json, .csv hoặc .xlsx", file));
}

void write(std::ostream& out, const Story& story, Form form)
{
    if (form == Form::text) {
        out << story.text << '\n';
    } else if (form == Form::json) {
        out << web::reports::story_json(story, true) << '\n';
    } else {
        auto chunks = write_table(stream_of(story.table), form == Form::csv ? ExportFormat::csv : ExportFormat::xlsx);
        for (std::string chunk; chunks(chunk); chunk.clear())
            out << chunk;
    }
    out.flush();
}

void write_file(const std::string& file, const Story& story, Form form)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    write(out, story, form);
    if (!out)
        throw std::runtime_error(fmt::format("không ghi được tệp “{}”; hãy kiểm tra đường dẫn và chỗ trống", file));
}

Result<Exit> report_story(const CommandContext& context, const ReportOptions& options)
{
    auto question = TRY(story_question(options.asked, "--"));
    auto form = TRY(form_of(options.file, context.json));
    auto app = context.open();
    auto told = TRY(story(*app, console, question));
    if (told.is_unfinished)
        fmt::print(stderr, "phusa: kỳ báo cáo chưa hết; số liệu tính đến ngày {}\n", told.as_of.vietnamese());
    bool to_file = !options.file.empty() && options.file != "-";
    if (to_file)
        write_file(options.file, told, form);
    if (!to_file || context.json)
        write(std::cout, told, to_file ? Form::json : form);
    if (!std::cout)
        throw std::runtime_error("không ghi được ra đầu ra chuẩn");
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
}

} // namespace phusa
