// phusa scans
#include "cli/scans.hpp"

#include "app/scans/bundle.hpp"
#include "app/scans/keeping.hpp"
#include "app/scans/reader.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <fstream>
#include <memory>
#include <stdexcept>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa scans");

Result<Exit> check(const CommandContext& context)
{
    auto app = context.open();
    auto found = check_scans(*app);
    auto names = [](const std::vector<std::string>& list) { return boost::json::array(list.begin(), list.end()); };
    if (context.json) {
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"files", found.files},
                                                                      {"bytes", found.bytes},
                                                                      {"missing", names(found.missing)},
                                                                      {"corrupt", names(found.corrupt)},
                                                                      {"orphans", names(found.orphans)}}));
    } else {
        fmt::print("{}\n", found.sentence());
        for (const auto& name : found.missing)
            fmt::print("thiếu  {}\n", name);
        for (const auto& name : found.corrupt)
            fmt::print("hỏng   {}\n", name);
        for (const auto& name : found.orphans)
            fmt::print("thừa   {}\n", name);
    }
    return found.is_good() ? Exit::done : Exit::refused;
}

Result<Exit> purge(const CommandContext& context)
{
    auto app = context.open();
    auto done = purge_scans(*app, console);
    if (context.json)
        fmt::print("{}\n",
                   boost::json::serialize(boost::json::object{{"scans", done.scans}, {"orphans", done.orphans}}));
    else
        fmt::print("Đã xoá hẳn {} bản quét bỏ quá 30 ngày và {} tệp thừa\n", done.scans, done.orphans);
    return Exit::done;
}

struct ExportOptions {
    std::int64_t dossier = 0;
    std::string file;
    std::string reason;
};

Result<Exit> write_bundle(const CommandContext& context, const ExportOptions& options)
{
    auto app = context.open();
    auto bundle = TRY(bundle_scans(*app, console, DossierId(options.dossier), options.reason));
    std::ofstream out(options.file, std::ios::binary | std::ios::trunc);
    out << bundle.zip << std::flush;
    if (!out)
        throw std::runtime_error(
            fmt::format("không ghi được tệp “{}”; hãy kiểm tra đường dẫn và chỗ trống", options.file));
    if (context.json)
        fmt::print("{}\n",
                   boost::json::serialize(boost::json::object{{"file", options.file}, {"scans", bundle.files}}));
    else
        fmt::print("{}: {} bản quét\n", options.file, bundle.files);
    return Exit::done;
}

} // namespace

void add_scans(CLI::App& program, CommandContext& context)
{
    auto* scans = program.add_subcommand("scans", "bản quét: kiểm tra tệp, xoá hẳn tệp đã bỏ, xuất một hồ sơ");
    scans->require_subcommand(1);
    scans->fallthrough();
    add_command(*scans, "check", "đọc lại mọi tệp: thiếu, hỏng, thừa; có gì sai thì kết thúc với mã 1", context,
                [&context] { return check(context); });
    add_command(*scans, "purge", "xoá hẳn bản quét đã bỏ quá 30 ngày; chạy mỗi ngày một lần", context,
                [&context] { return purge(context); });
    auto options = std::make_shared<ExportOptions>();
    auto& writing = add_command(*scans, "export", "bản quét của một hồ sơ thành tệp ZIP, tên theo Công văn 1361",
                                context, [&context, options] { return write_bundle(context, *options); });
    writing.add_option("ID", options->dossier, "số của hồ sơ")->required();
    writing.add_option("-o", options->file, "tệp .zip")->required();
    writing.add_option("--reason", options->reason, "lý do, được ghi vào nhật ký")->required();
    auto& worker = add_command(program, "scan-worker", "", context, []() -> Result<Exit> { run_scan_worker(); });
    worker.group("");
}

} // namespace phusa
