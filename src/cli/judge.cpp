// phusa judge
#include "app/judging/judging.hpp"
#include "cli/command.hpp"
#include "cli/input_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <memory>
#include <unistd.h>

namespace phusa
{

namespace
{

struct JudgeOptions {
    std::string file;
    std::string as_of;
    bool in_words = false;
};

Result<Exit> judge_file(const CommandContext& context, const JudgeOptions& options)
{
    auto as_of = options.as_of.empty() ? context.clock.today() : TRY(read_date("--as-of", options.as_of));
    auto text = TRY(read_input(options.file));
    // To a person at a terminal in words, to a program as JSON.
    bool in_words = options.in_words || (!context.json && isatty(STDOUT_FILENO) == 1);
    auto answer = TRY(in_words ? judge_in_words(text, as_of) : judge_json(text, as_of));
    fmt::print("{}\n", answer.text);
    return answer.is_blocked ? Exit::refused : Exit::done;
}

} // namespace

void add_judge(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<JudgeOptions>();
    auto& command = add_command(program, "judge", "xét một hồ sơ, hoặc một danh sách hồ sơ, theo các quy định", context,
                                [&context, options] { return judge_file(context, *options); });
    command.add_option("FILE", options->file, "tệp JSON; - là đầu vào chuẩn")->required();
    command.add_option("--as-of", options->as_of, "ngày xét; không ghi là hôm nay");
    command.add_flag("--text", options->in_words,
                     "in thành lời; tự chọn khi chạy trên màn hình lệnh, ngoài ra in JSON");
}

} // namespace phusa
