// phusa dossier
#include "app/dossiers/acts.hpp"
#include "app/dossiers/list.hpp"
#include "app/dossiers/view.hpp"
#include "app/judging/case_json.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "cli/command.hpp"
#include "cli/input_file.hpp"
#include "web/api/dossier_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <memory>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa dossier");

struct DossierOptions {
    std::string stage;
    std::string org;
    std::int64_t id = 0;
    std::string file;
    std::string as_of;
    std::string past_reason;
};

Result<DossierQuestion> question_of(App& app, const DossierOptions& options)
{
    DossierQuestion question;
    question.rows = limit::export_rows_max;
    if (!options.stage.empty()) {
        auto found = stage(options.stage);
        if (!found)
            return invalid("--stage", fmt::format("--stage: không biết giai đoạn “{}”", options.stage));
        question.stages.push_back(*found);
    }
    if (!options.org.empty()) {
        question.organisation = unit_with_code(app, options.org);
        if (!question.organisation)
            return invalid("--org", fmt::format("--org: không có đơn vị mang mã “{}”", options.org));
    }
    return question;
}

Result<Exit> list(const CommandContext& context, const DossierOptions& options)
{
    auto app = context.open();
    auto question = TRY(question_of(*app, options));
    auto page = TRY(list_dossiers(*app, console, question));
    if (context.json) {
        fmt::print("{}\n", web::api::json_of(page));
        return Exit::done;
    }
    for (const auto& line : page.rows)
        fmt::print("{}\t{}\t{}\t{}\t{}{}\n", line.id.value, line.name, line.cell_name, title_of(line.stage),
                   line.next_title, line.late ? " (quá hạn)" : "");
    fmt::print(stderr, "{} hồ sơ\n", page.total);
    return Exit::done;
}

void print_words(const DossierView& view)
{
    fmt::print("{} · {} · {}\n", view.person.name, view.cell.name, title_of(view.stage.stage));
    for (const auto& act : view.acts)
        fmt::print("  {}  {}{}\n", act.act.act.on.vietnamese(), act.title,
                   act.act.is_past_fact ? " (ghi dù trái quy định)" : "");
    for (const auto& finding : view.findings)
        fmt::print("  {}: {} ({})\n", finding.blocks() ? "Trái quy định" : "Lưu ý", finding.message, finding.cited);
    for (const auto& next : view.next) {
        fmt::print("  Tiếp theo: {}{}{}\n", next.title,
                   next.earliest ? ", sớm nhất " + next.earliest->vietnamese() : std::string(),
                   next.latest ? ", hạn " + next.latest->vietnamese() : std::string());
        for (const auto& reason : next.reasons)
            fmt::print("    {}\n", reason);
    }
}

Result<Exit> show(const CommandContext& context, const DossierOptions& options)
{
    std::optional<Date> as_of;
    if (!options.as_of.empty())
        as_of = TRY(read_date("--as-of", options.as_of));
    auto app = context.open();
    auto view = TRY(show_dossier(*app, console, DossierId(options.id), as_of));
    if (context.json)
        fmt::print("{}\n", web::api::json_of(view));
    else
        print_words(view);
    return Exit::done;
}

// In the order of the file; the first one that is refused ends it, and those before it stand.
Result<Exit> record_acts(const CommandContext& context, const DossierOptions& options)
{
    auto text = TRY(read_input(options.file));
    auto acts = TRY(read_acts(text));
    auto app = context.open();
    std::string answers;
    for (const auto& act : acts) {
        RecordedAct wanted;
        wanted.act = act;
        wanted.past_reason = options.past_reason;
        auto recorded = record_act(*app, console, DossierId(options.id), wanted);
        if (!recorded && context.json)
            fmt::print("[{}]\n", answers);
        auto done = TRY(std::move(recorded));
        answers += (answers.empty() ? "" : ",") + web::api::json_of(done);
        if (!context.json)
            fmt::print("{} ngày {}: đã ghi, số {}\n", title_of(wanted), act.on.vietnamese(), done.id.value);
    }
    if (context.json)
        fmt::print("[{}]\n", answers);
    return Exit::done;
}

} // namespace

void add_dossier(CLI::App& program, CommandContext& context)
{
    auto* dossier = program.add_subcommand("dossier", "hồ sơ kết nạp: danh sách, một hồ sơ, ghi việc đã làm");
    dossier->require_subcommand(1);
    dossier->fallthrough();
    auto options = std::make_shared<DossierOptions>();
    auto& listing = add_command(*dossier, "list", "các hồ sơ đang làm, hoặc ở một giai đoạn", context,
                                [&context, options] { return list(context, *options); });
    listing.add_option("--stage", options->stage, "giai đoạn, như cell_vote");
    listing.add_option("--org", options->org, "mã tổ chức; không ghi là cả tỉnh");
    auto& showing = add_command(*dossier, "show", "một hồ sơ: đã làm gì, vướng gì, tiếp theo là gì", context,
                                [&context, options] { return show(context, *options); });
    showing.add_option("ID", options->id, "số của hồ sơ")->required();
    showing.add_option("--as-of", options->as_of, "ngày xét; không ghi là hôm nay");
    auto& recording = add_command(*dossier, "act", "ghi việc đã làm vào một hồ sơ", context,
                                  [&context, options] { return record_acts(context, *options); });
    recording.add_option("ID", options->id, "số của hồ sơ")->required();
    recording
        .add_option("FILE", options->file,
                    "tệp JSON: một việc hoặc danh sách việc, như của phusa judge; - là đầu vào chuẩn")
        ->required();
    recording.add_option("--past-reason", options->past_reason,
                         "lý do ghi một việc đã làm dù trái quy định (hồ sơ giấy cũ)");
}

} // namespace phusa
