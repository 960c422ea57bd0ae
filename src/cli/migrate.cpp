#include "app/schema.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

namespace phusa
{

namespace
{

Result<Exit> migrate(const CommandContext& context)
{
    auto app = context.open(false);
    auto applied = bring_schema_up_to_date(*app);
    if (context.json) {
        boost::json::array names;
        for (const auto& name : applied)
            names.emplace_back(name);
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"applied", names}}));
        return Exit::done;
    }
    for (const auto& name : applied)
        fmt::print("Đã áp dụng {}\n", name);
    if (applied.empty())
        fmt::print("Cơ sở dữ liệu đã ở lược đồ mới nhất\n");
    return Exit::done;
}

} // namespace

void add_migrate(CLI::App& program, CommandContext& context)
{
    add_command(program, "migrate", "đưa lược đồ cơ sở dữ liệu lên bản mới nhất", context,
                [&context] { return migrate(context); });
}

} // namespace phusa
