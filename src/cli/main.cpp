#include "cli/command.hpp"
#include "cli/paper.hpp"
#include "cli/remind.hpp"
#include "cli/scans.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

namespace
{

std::string environment(const char* name, std::string otherwise)
{
    const char* value = std::getenv(name);
    return value && *value ? value : std::move(otherwise);
}

void add_commands(CLI::App& program, phusa::CommandContext& context)
{
    phusa::add_serve(program, context);
    phusa::add_migrate(program, context);
    phusa::add_demo(program, context);
    phusa::add_user(program, context);
    phusa::add_judge(program, context);
    phusa::add_dossier(program, context);
    phusa::add_audit_round(program, context);
    phusa::add_paper(program, context);
    phusa::add_scans(program, context);
    phusa::add_report(program, context);
    phusa::add_check_figures(program, context);
    phusa::add_import(program, context);
    phusa::add_export(program, context);
    phusa::add_remind(program, context);
    phusa::add_audit(program, context);
    phusa::add_backup(program, context);
    phusa::add_verify_backup(program, context);
    phusa::add_restore(program, context);
    phusa::add_doctor(program, context);
    phusa::add_version(program, context);
}

} // namespace

int main(int argument_count, char** arguments)
{
    phusa::CommandContext context;
    context.data_folder = environment("PHUSA_DATA", "data");
    context.database_url = environment("PHUSA_DB", "sqlite:" + context.data_folder + "/phusa.db");

    CLI::App program{"Phù Sa: phần mềm công tác phát triển đảng viên", "phusa"};
    program.require_subcommand(1);
    program.add_option("--db", context.database_url, "sqlite:PATH hoặc postgresql://…");
    program.add_flag("--json", context.json, "in kết quả thành một giá trị JSON");
    add_commands(program, context);

    // The second of the two places where an exception is caught (the other is the web dispatcher): the world is
    // broken, and nothing of what() may hold values of the register, which storage sees to.
    try {
        program.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(phusa::Exit::unreadable);
    } catch (const std::exception& error) {
        fmt::print(stderr, "phusa: {}\n", error.what());
        return static_cast<int>(phusa::Exit::broken);
    }
    return static_cast<int>(context.exit);
}
