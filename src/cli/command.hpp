#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"

#include <functional>
#include <memory>
#include <string>

namespace CLI
{
class App;
}

namespace phusa
{

// The exit codes of DESIGN §6.
enum class Exit { done = 0, refused = 1, unreadable = 2, broken = 3 };

// What every command knows: the options that stand before or after its name, and the clock.
struct CommandContext {
    std::string database_url; // --db, PHUSA_DB, or sqlite:data/phusa.db
    std::string data_folder;  // PHUSA_DATA, or data
    bool json = false;        // stdout is one JSON value
    Clock clock;
    Exit exit = Exit::done; // how the command ended

    // Opens the register, brings its schema up to date.
    std::unique_ptr<App> open(bool migrate = true) const;
};

// What a command does once its options are read. A Problem is printed on stderr in one line and gives its exit code.
using CommandBody = std::function<Result<Exit>()>;

// Adds a command; its body runs when it was chosen. Each command's file offers one function that calls this.
CLI::App& add_command(CLI::App& program, std::string name, std::string description, CommandContext& context,
                      CommandBody body);

// One function per command file.
void add_serve(CLI::App& program, CommandContext& context);
void add_migrate(CLI::App& program, CommandContext& context);
void add_demo(CLI::App& program, CommandContext& context);
void add_user(CLI::App& program, CommandContext& context);
void add_judge(CLI::App& program, CommandContext& context);
void add_dossier(CLI::App& program, CommandContext& context);
void add_audit_round(CLI::App& program, CommandContext& context);
void add_report(CLI::App& program, CommandContext& context);
void add_check_figures(CLI::App& program, CommandContext& context);
void add_import(CLI::App& program, CommandContext& context);
void add_export(CLI::App& program, CommandContext& context);
void add_audit(CLI::App& program, CommandContext& context);
void add_backup(CLI::App& program, CommandContext& context);
void add_verify_backup(CLI::App& program, CommandContext& context);
void add_restore(CLI::App& program, CommandContext& context);
void add_doctor(CLI::App& program, CommandContext& context);
void add_version(CLI::App& program, CommandContext& context);

// "a date in ISO form", for --as-of and their like; the Problem names the option.
Result<Date> read_date(std::string_view option, std::string_view text);

} // namespace phusa
