#include "app/doctor.hpp"

#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::string_view mark_of(Check::State state)
{
    switch (state) {
    case Check::State::good:
        return "tốt ";
    case Check::State::warning:
        return "chú ý";
    case Check::State::bad:
        return "HỎNG";
    }
    std::unreachable();
}

std::string json_of(const std::vector<Check>& checks)
{
    boost::json::array rows;
    for (const auto& check : checks)
        rows.push_back(
            {{"check", check.key}, {"title", check.title}, {"state", key_of(check.state)}, {"finding", check.finding}});
    return boost::json::serialize(boost::json::object{{"checks", rows}});
}

Result<Exit> look(const CommandContext& context)
{
    auto app = context.open(false);
    auto checks = examine(*app);
    if (context.json)
        fmt::print("{}\n", json_of(checks));
    else
        for (const auto& check : checks)
            fmt::print("{}  {}: {}\n", mark_of(check.state), check.title, check.finding);
    bool is_bad = std::ranges::any_of(checks, [](const Check& check) { return check.state == Check::State::bad; });
    return is_bad ? Exit::refused : Exit::done;
}

} // namespace

void add_doctor(CLI::App& program, CommandContext& context)
{
    add_command(program, "doctor", "xem hệ thống có ổn không và cần làm gì", context,
                [&context] { return look(context); });
}

} // namespace phusa
