#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

namespace phusa
{

namespace
{

Exit exit_of(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::invalid:
    case Problem::Kind::too_large:
        return Exit::unreadable;
    case Problem::Kind::not_found:
    case Problem::Kind::refused:
    case Problem::Kind::conflict:
    case Problem::Kind::too_many:
    case Problem::Kind::unavailable:
        return Exit::refused;
    }
    std::unreachable();
}

std::string one_line(const Problem& problem)
{
    std::string text = problem.message;
    for (const auto& field : problem.fields)
        if (field.message != problem.message)
            text += fmt::format("; {}: {}", field.name, field.message);
    for (auto& letter : text)
        if (letter == '\n')
            letter = ' ';
    return text;
}

} // namespace

std::unique_ptr<App> CommandContext::open(bool migrate) const
{
    return std::make_unique<App>(
        AppSettings{.database_url = database_url, .data_folder = data_folder, .migrate = migrate}, clock);
}

CLI::App& add_command(CLI::App& program, std::string name, std::string description, CommandContext& context,
                      CommandBody body)
{
    auto* command = program.add_subcommand(std::move(name), std::move(description));
    command->fallthrough();
    command->final_callback([body = std::move(body), &context] {
        auto ended = body();
        if (!ended) {
            fmt::print(stderr, "phusa: {}\n", one_line(ended.error()));
            context.exit = exit_of(ended.error().kind);
            return;
        }
        context.exit = *ended;
    });
    return *command;
}

Result<Date> read_date(std::string_view option, std::string_view text)
{
    if (auto day = Date::from_iso(text))
        return *day;
    return invalid(std::string(option),
                   fmt::format("{}: “{}” không phải là ngày; hãy ghi như 2026-02-03", option, text));
}

} // namespace phusa
