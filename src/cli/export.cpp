// phusa export KIND [-o FILE]
#include "app/export.hpp"

#include "app/import/import.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <sys/stat.h>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa export");

struct ExportOptions {
    std::string kind;
    std::string file;
    std::string org;
    bool masked = false;
};

Result<ExportFormat> format_of(const std::string& file, bool json)
{
    if (file.empty() || file == "-")
        return json ? ExportFormat::json : ExportFormat::csv;
    auto dot = file.rfind('.');
    if (auto format = export_format(dot == std::string::npos ? "" : file.substr(dot + 1)))
        return *format;
    return invalid("-o", fmt::format("-o: không biết viết tệp “{}”; hãy dùng đuôi .csv, .xlsx hoặc .json", file));
}

void write(std::ostream& out, const FileChunks& chunks)
{
    for (std::string chunk; chunks(chunk); chunk.clear())
        out << chunk;
    out.flush();
    if (!out)
        throw std::runtime_error("không ghi được tệp; hãy kiểm tra đường dẫn và chỗ trống");
}

Result<Exit> run_export(const CommandContext& context, const ExportOptions& options)
{
    auto kind = import_kind(options.kind);
    if (!kind)
        return invalid(
            "KIND", fmt::format("không có loại dữ liệu “{}”; hãy ghi một trong: {}", options.kind, import_kind_keys()));
    auto format = TRY(format_of(options.file, context.json));
    auto app = context.open();
    auto table =
        TRY(export_kind(*app, console, {.kind = *kind, .org = options.org, .with_identities = !options.masked}));
    auto chunks = write_table(std::move(table), format);
    if (options.file.empty() || options.file == "-") {
        write(std::cout, chunks);
        return Exit::done;
    }
    ::umask(S_IRWXG | S_IRWXO); // identity numbers stand in it: only for who asked
    std::ofstream out(options.file, std::ios::binary | std::ios::trunc);
    write(out, chunks);
    return Exit::done;
}

} // namespace

void add_export(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<ExportOptions>();
    auto& command = add_command(program, "export", "xuất dữ liệu theo đúng các cột mà import đọc", context,
                                [&context, options] { return run_export(context, *options); });
    command.add_option("KIND", options->kind, "loại dữ liệu: " + import_kind_keys())->required();
    command.add_option("-o", options->file, "tệp .csv, .xlsx hoặc .json; - là đầu ra chuẩn");
    command.add_option("--org", options->org, "mã tổ chức; không ghi là cả sổ");
    command.add_flag("--masked", options->masked, "che số định danh");
}

} // namespace phusa
