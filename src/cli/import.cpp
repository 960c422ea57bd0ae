// phusa import FILE|- --kind K, --template K, --undo ID
#include "app/import/import.hpp"

#include "app/import/undo.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <unistd.h>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa import");

struct ImportOptions {
    std::string file;
    std::string kind;
    std::string org;
    std::string sheet;
    std::string template_of;
    std::string failed;
    std::int64_t undo = 0;
    bool dry_run = false;
};

Result<ImportKind> kind_named(std::string_view option, const std::string& name)
{
    if (auto kind = import_kind(name))
        return *kind;
    return invalid(std::string(option), fmt::format("{}: không có loại dữ liệu “{}”; hãy ghi một trong: {}", option,
                                                    name, import_kind_keys()));
}

Result<ImportFile> open_file(const std::string& path)
{
    if (path == "-")
        return ImportFile::of_bytes(std::string(std::istreambuf_iterator<char>(std::cin), {}), "-");
    auto slash = path.rfind('/');
    return ImportFile::of_path(path, slash == std::string::npos ? path : path.substr(slash + 1));
}

boost::json::array remarks_json(const std::vector<ImportRemark>& remarks)
{
    boost::json::array shown;
    for (const auto& remark : remarks)
        shown.push_back(
            {{"row", remark.row}, {"column", remark.column}, {"value", remark.value}, {"message", remark.message}});
    return shown;
}

void print_json(const ImportOutcome& outcome)
{
    boost::json::object shown{{"rows", outcome.rows},
                              {"ready", outcome.ready},
                              {"warnings", remarks_json(outcome.warnings)},
                              {"errors", remarks_json(outcome.errors)},
                              {"written", outcome.written},
                              {"import_id", nullptr}};
    if (outcome.import_id)
        shown["import_id"] = outcome.import_id->value;
    fmt::print("{}\n", boost::json::serialize(shown));
}

void print_remarks(std::string_view title, const std::vector<ImportRemark>& remarks)
{
    if (!remarks.empty())
        fmt::print("{}\n", title);
    for (const auto& remark : remarks)
        fmt::print("  Dòng {}, cột “{}”{}: {}\n", remark.row, remark.column,
                   remark.value.empty() ? "" : fmt::format(" (“{}”)", remark.value), remark.message);
}

void print_words(const ImportOutcome& outcome)
{
    print_remarks("Lỗi, các dòng này chưa được ghi:", outcome.errors);
    print_remarks("Cần xem lại:", outcome.warnings);
    fmt::print("{} dòng: {} ghi được ({} mới, {} cập nhật, {} giữ nguyên), {} có lỗi.\n",
               vietnamese_number(outcome.rows), vietnamese_number(outcome.ready), vietnamese_number(outcome.added),
               vietnamese_number(outcome.updated), vietnamese_number(outcome.unchanged),
               vietnamese_number(outcome.rows - outcome.ready));
    if (outcome.import_id)
        fmt::print("Đã ghi. Huỷ lần nhập này bằng: phusa import --undo {}\n", outcome.import_id->value);
    else
        fmt::print("Chưa ghi gì vào sổ.\n");
}

Result<void> write_failed(const std::string& path, const ImportFile& file, const ImportOutcome& outcome)
{
    auto bytes = TRY(failing_rows(file, outcome));
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.flush();
    if (!out)
        throw std::runtime_error(fmt::format("không ghi được tệp “{}”; hãy kiểm tra đường dẫn và chỗ trống", path));
    return {};
}

Result<Exit> print_template(const CommandContext& context, const std::string& name)
{
    auto table = import_template(TRY(kind_named("--template", name)));
    auto chunks = write_table(stream_of(std::move(table)), context.json ? ExportFormat::json : ExportFormat::csv);
    for (std::string chunk; chunks(chunk); chunk.clear())
        std::cout << chunk;
    std::cout.flush();
    return Exit::done;
}

Result<Exit> undo(const CommandContext& context, std::int64_t id)
{
    auto app = context.open();
    auto changes = TRY(changes_of_import(*app, console, AuditNumber{id}));
    auto by = TRY(undo_import(*app, console, AuditNumber{id}));
    if (context.json) {
        boost::json::array shown;
        for (const auto& change : changes.changes)
            shown.push_back({{"subject", change.subject},
                             {"field", change.field},
                             {"before", change.before},
                             {"after", change.after}});
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"import_id", id},
                                                                      {"undone_in", by.value},
                                                                      {"taken_away", changes.added},
                                                                      {"changes", std::move(shown)}}));
        return Exit::done;
    }
    for (const auto& change : changes.changes)
        fmt::print("  {}, {}: “{}” trở lại “{}”\n", change.subject, change.field, change.after, change.before);
    fmt::print("Đã huỷ lần nhập {}: bỏ {} bản ghi mới, trả lại {} mục đã sửa.\n", id, vietnamese_number(changes.added),
               vietnamese_number(static_cast<std::int64_t>(changes.changes.size())));
    return Exit::done;
}

Result<Exit> import_file(const CommandContext& context, const ImportOptions& options)
{
    ImportWish wish{.kind = TRY(kind_named("--kind", options.kind)),
                    .org = options.org,
                    .sheet = options.sheet,
                    .columns = {},
                    .dry_run = options.dry_run,
                    .progress = {}};
    bool is_terminal = ::isatty(STDERR_FILENO) == 1;
    if (is_terminal)
        wish.progress = [](std::int64_t rows) { fmt::print(stderr, "\r\033[K{} dòng", vietnamese_number(rows)); };
    auto file = TRY(open_file(options.file));
    auto app = context.open();
    auto outcome = TRY(import_sheet(*app, console, file, wish));
    if (is_terminal)
        fmt::print(stderr, "\r\033[K");
    if (!options.failed.empty() && !outcome.errors.empty())
        TRY_DO(write_failed(options.failed, file, outcome));
    if (context.json)
        print_json(outcome);
    else
        print_words(outcome);
    return outcome.errors.empty() ? Exit::done : Exit::refused;
}

Result<Exit> run_import(const CommandContext& context, const ImportOptions& options)
{
    if (!options.template_of.empty())
        return print_template(context, options.template_of);
    if (options.undo != 0)
        return undo(context, options.undo);
    if (options.file.empty() || options.kind.empty())
        return invalid("FILE", fmt::format("hãy ghi tệp và loại dữ liệu: phusa import FILE --kind LOẠI, một trong: {}",
                                           import_kind_keys()));
    return import_file(context, options);
}

} // namespace

void add_import(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<ImportOptions>();
    auto& command = add_command(program, "import", "nhập bảng tính .xlsx hoặc .csv vào sổ", context,
                                [&context, options] { return run_import(context, *options); });
    command.add_option("FILE", options->file, "tệp .xlsx hoặc .csv; - là đầu vào chuẩn");
    command.add_option("--kind", options->kind, "loại dữ liệu: " + import_kind_keys());
    command.add_option("--org", options->org, "mã tổ chức; chỉ nhập cho đơn vị này và cấp dưới");
    command.add_option("--sheet", options->sheet, "tên trang tính; không ghi là trang đầu tiên");
    command.add_flag("--dry-run", options->dry_run, "chỉ kiểm tra, không ghi");
    command.add_option("--failed", options->failed, "ghi các dòng có lỗi vào tệp .xlsx này để sửa rồi nhập lại");
    command.add_option("--undo", options->undo, "huỷ một lần nhập, theo số của nó");
    command.add_option("--template", options->template_of, "in các cột của một loại dữ liệu thành CSV");
}

} // namespace phusa
