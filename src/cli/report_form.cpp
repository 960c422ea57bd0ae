// phusa report form
#include "app/forms/form_print.hpp"
#include "app/forms/form_question.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/report_file.hpp"
#include "web/forms/form_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa report");

struct FormOptions {
    std::string code;
    StoryAsked asked;
    std::string recorded;
    std::string file;
};

std::string padded_left(std::string_view text, std::size_t width)
{
    return std::string(width - std::min(width, code_points(text)), ' ') + std::string(text);
}

// The form as a table of characters: for a look on a terminal.
void write_text(std::ostream& out, App& app, const FormSheet& sheet)
{
    constexpr std::size_t number_width = 10, indent = 2;
    auto frame = form_frame(app, sheet);
    out << frame.right << ". " << frame.title << '\n' << frame.subtitle << "\n\n";
    std::size_t width = 0;
    auto label = [](const stats::FormRow& row) {
        return std::string(static_cast<std::size_t>(row.level) * indent, ' ') + row_label(row);
    };
    for (const auto& line : sheet.lines)
        width = std::max(width, code_points(label(sheet.form->rows[line.row])));
    auto write_row = [&](const std::string& criterion, std::string_view now, std::string_view before,
                         std::string_view percent) {
        out << criterion << std::string(width - std::min(width, code_points(criterion)), ' ')
            << padded_left(now, number_width) << padded_left(before, number_width) << padded_left(percent, number_width)
            << '\n';
    };
    write_row("", "Kỳ này", "Năm trước", "%");
    for (const auto& line : sheet.lines) {
        const auto& row = sheet.form->rows[line.row];
        write_row(label(row), printed_value(row, line.now), printed_value(row, line.before),
                  printed_percent(line.percent));
    }
    out << '\n';
    for (const auto& note : frame.notes)
        out << note << '\n';
}

void write(std::ostream& out, App& app, const FormSheet& sheet, ReportFile kind)
{
    if (kind == ReportFile::text)
        write_text(out, app, sheet);
    else if (kind == ReportFile::json)
        out << web::forms::form_json(sheet, true) << '\n';
    else if (kind == ReportFile::xlsx)
        out << form_file(app, sheet);
    else
        write_table_to(out, form_table(sheet), kind);
}

Result<Exit> report_form(const CommandContext& context, const FormOptions& options)
{
    auto question = TRY(form_question(options.code, options.asked, options.recorded, "--"));
    auto kind = TRY(report_file(options.file, context.json));
    auto app = context.open();
    auto sheet = TRY(form_sheet(*app, console, question));
    if (sheet.is_unfinished)
        fmt::print(stderr, "phusa: kỳ báo cáo chưa hết; số liệu tính đến ngày {}\n", sheet.as_of.vietnamese());
    write_report(options.file, kind, context.json,
                 [&](std::ostream& out, ReportFile as) { write(out, *app, sheet, as); });
    bool holds = std::ranges::all_of(sheet.remarks, &FormRemark::holds);
    return holds ? Exit::done : Exit::refused;
}

} // namespace

void add_report_form(CLI::App& report, CommandContext& context)
{
    auto options = std::make_shared<FormOptions>();
    auto& command = add_command(report, "form", "một biểu thống kê của một đơn vị trong một kỳ", context,
                                [&context, options] { return report_form(context, *options); });
    command.add_option("CODE", options->code, "số của biểu: 1-BTCTW, 2-BTCTW")->required();
    add_report_options(command, options->asked);
    command.add_option("--recorded", options->recorded, "lập theo sổ như đã ghi đến dòng nhật ký này");
    command.add_option("-o", options->file, "tệp .txt, .json, .csv hoặc .xlsx; - là đầu ra chuẩn");
}

} // namespace phusa
