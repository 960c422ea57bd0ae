// phusa demo [--seed N] [--as-of DATE]
#include "app/demo/demo.hpp"

#include "base/number_text.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <memory>
#include <unistd.h>

namespace phusa
{

namespace
{

struct DemoOptions {
    std::uint64_t seed = 1;
    std::string as_of;
};

void show_progress(std::string_view what, double done)
{
    constexpr double percent = 100;
    fmt::print(stderr, "\r\033[K{:3.0f}%  {}", done * percent, what);
    if (done >= 1)
        fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
}

void print_json(const DemoMade& made, const DemoWish& wish)
{
    boost::json::object shown{{"seed", wish.seed},
                              {"as_of", wish.as_of.iso()},
                              {"organisations", made.organisations},
                              {"cells", made.cells},
                              {"people", made.people},
                              {"admissions", made.admissions},
                              {"events", made.events},
                              {"users_file", made.users_file.string()}};
    fmt::print("{}\n", boost::json::serialize(shown));
}

void print_summary(const DemoMade& made, const DemoWish& wish)
{
    fmt::print("Đã dựng tỉnh mẫu Thái Bình đến ngày {}, mọi người đều hư cấu: {} chi bộ, {} người, {} lần kết nạp.\n"
               "Tài khoản và mật khẩu: {}\n",
               wish.as_of.vietnamese(), vietnamese_number(made.cells), vietnamese_number(made.people),
               vietnamese_number(made.admissions), made.users_file.string());
}

Result<Exit> run_demo(const CommandContext& context, const DemoOptions& options)
{
    DemoWish wish{.seed = options.seed, .as_of = context.clock.today()};
    if (!options.as_of.empty())
        wish.as_of = TRY(read_date("--as-of", options.as_of));
    TRY_DO(check_demo_day(wish.as_of)); // before anything is made on the disk
    if (::isatty(STDERR_FILENO))
        wish.progress = show_progress;
    auto app = context.open();
    auto made = TRY(make_demo(*app, Actor::program("phusa demo"), wish));
    if (context.json)
        print_json(made, wish);
    else
        print_summary(made, wish);
    return Exit::done;
}

} // namespace

void add_demo(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<DemoOptions>();
    auto& demo = add_command(program, "demo", "dựng tỉnh mẫu Thái Bình với người hư cấu vào cơ sở dữ liệu trống",
                             context, [&context, options] { return run_demo(context, *options); });
    demo.add_option("--seed", options->seed, "số bắt đầu: cùng số thì cùng dữ liệu");
    demo.add_option("--as-of", options->as_of, "ngày mà dữ liệu kể đến (mặc định hôm nay)");
}

} // namespace phusa
