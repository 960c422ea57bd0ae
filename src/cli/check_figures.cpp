// phusa check-figures
#include "app/figures/report_check.hpp"
#include "app/story_question.hpp"
#include "cli/command.hpp"
#include "cli/input_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <memory>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa check-figures");

struct FiguresOptions {
    std::string file;
    StoryAsked asked;
};

Result<Exit> check_file(const CommandContext& context, const FiguresOptions& options)
{
    const auto& asked = options.asked;
    auto question = TRY(story_question(asked, "--"));
    auto bytes = TRY(read_input(options.file));
    auto check = TRY(check_report(bytes));
    bool with_register = !asked.org.empty() || question.period;
    if (with_register) {
        auto app = context.open();
        TRY_DO(tie_to_register(*app, console, question, check));
    }
    fmt::print("{}\n", context.json ? figures_json(check) : figures_listing(check));
    return check.is_wrong() ? Exit::refused : Exit::done;
}

} // namespace

void add_check_figures(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<FiguresOptions>();
    auto& command = add_command(program, "check-figures", "soát các số liệu của một báo cáo", context,
                                [&context, options] { return check_file(context, *options); });
    command.add_option("FILE", options->file, "tệp .txt hoặc .docx; - là đầu vào chuẩn")->required();
    command.add_option("--org", options->asked.org, "mã tổ chức, để đối chiếu với sổ");
    command.add_option("--period", options->asked.period, "kỳ: 2026, 2026-H1, 2012-Q1, 2007-01-01..2012-03-31");
    command.add_option("--from", options->asked.from, "ngày đầu của kỳ, thay cho --period");
    command.add_option("--to", options->asked.to, "ngày cuối của kỳ");
}

} // namespace phusa
