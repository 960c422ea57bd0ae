#include "app/audit_log.hpp"
#include "base/number_text.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

namespace phusa
{

namespace
{

std::string json_of(const AuditVerdict& verdict)
{
    boost::json::object object{{"rows", verdict.rows}, {"head", verdict.head}, {"ok", !verdict.first_fault}};
    if (verdict.first_fault)
        object["fault"] = {{"row", verdict.first_fault->value}, {"what", verdict.fault}};
    else
        object["fault"] = nullptr;
    return boost::json::serialize(object);
}

Result<Exit> verify(const CommandContext& context)
{
    auto app = context.open(false);
    auto verdict = TRY(verify_audit(*app, Actor::program("phusa audit")));
    if (context.json)
        fmt::print("{}\n", json_of(verdict));
    else if (verdict.first_fault)
        fmt::print("Chuỗi nhật ký SAI từ dòng {}: {}\n", verdict.first_fault->value, verdict.fault);
    else
        fmt::print("Chuỗi nhật ký nguyên vẹn: {} dòng, mắt xích cuối {}\n", vietnamese_number(verdict.rows),
                   verdict.head);
    return verdict.first_fault ? Exit::refused : Exit::done;
}

} // namespace

void add_audit(CLI::App& program, CommandContext& context)
{
    auto* audit = program.add_subcommand("audit", "nhật ký hệ thống");
    audit->require_subcommand(1);
    audit->fallthrough();
    add_command(*audit, "verify", "kiểm tra lại cả chuỗi băm của nhật ký", context,
                [&context] { return verify(context); });
}

} // namespace phusa
