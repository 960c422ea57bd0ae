#include "app/backup.hpp"

#include "base/number_text.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <memory>

namespace phusa
{

namespace
{

std::string json_of(const BackupSummary& summary)
{
    boost::json::object tables;
    for (const auto& table : summary.tables)
        tables[table.name] = table.rows;
    return boost::json::serialize(boost::json::object{{"made", iso_time(summary.made)},
                                                      {"migration", summary.migration},
                                                      {"tables", tables},
                                                      {"rows", summary.rows},
                                                      {"audit_head", summary.audit_head},
                                                      {"bytes", summary.bytes},
                                                      {"seconds", summary.seconds}});
}

Exit say(const CommandContext& context, std::string_view what, const BackupSummary& summary)
{
    if (context.json)
        fmt::print("{}\n", json_of(summary));
    else
        fmt::print("{}: {} dòng trong {} bảng, lập lúc {}, mắt xích cuối của nhật ký {}\n", what,
                   vietnamese_number(summary.rows), summary.tables.size(), vietnamese_time(summary.made),
                   summary.audit_head);
    return Exit::done;
}

} // namespace

void add_backup(CLI::App& program, CommandContext& context)
{
    auto path = std::make_shared<std::string>();
    add_command(program, "backup", "sao lưu cả cơ sở dữ liệu vào một tệp đã mã hoá (khoá phusa.key cất riêng)", context,
                [&context, path]() -> Result<Exit> {
                    auto app = context.open(false);
                    return say(context, "Đã sao lưu", TRY(make_backup(*app, *path)));
                })
        .add_option("-o,--output", *path, "tệp sẽ ghi; chưa được có")
        ->required();
}

void add_verify_backup(CLI::App& program, CommandContext& context)
{
    auto path = std::make_shared<std::string>();
    add_command(program, "verify-backup", "đọc lại cả một bản sao lưu: khoá, số dòng, mã băm; không thay đổi gì",
                context,
                [&context, path]() -> Result<Exit> {
                    auto app = context.open(false);
                    return say(context, "Bản sao lưu dùng được", TRY(check_backup(*app, *path)));
                })
        .add_option("FILE", *path, "tệp sao lưu")
        ->required();
}

void add_restore(CLI::App& program, CommandContext& context)
{
    auto path = std::make_shared<std::string>();
    add_command(program, "restore", "phục hồi một bản sao lưu vào cơ sở dữ liệu trống", context,
                [&context, path]() -> Result<Exit> {
                    auto app = context.open();
                    return say(context, "Đã phục hồi", TRY(restore_backup(*app, *path)));
                })
        .add_option("FILE", *path, "tệp sao lưu")
        ->required();
}

} // namespace phusa
