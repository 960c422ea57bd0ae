#include "app/version.hpp"

#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

namespace phusa
{

void add_version(CLI::App& program, CommandContext& context)
{
    add_command(program, "version", "in phiên bản", context, [&context]() -> Result<Exit> {
        if (context.json)
            fmt::print("{}\n", boost::json::serialize(boost::json::object{{"version", program_version}}));
        else
            fmt::print("phusa {}\n", program_version);
        return Exit::done;
    });
}

} // namespace phusa
