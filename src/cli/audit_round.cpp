// phusa audit-round
#include "app/audit_rounds/drawing.hpp"
#include "app/unit_names.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <memory>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa audit-round");

struct DrawOptions {
    std::string org;
    std::string from;
    std::string to;
    int share = 0;
    std::int64_t seed = 0;
};

Result<AuditWish> wish_of(App& app, const DrawOptions& options)
{
    auto today = app.today();
    AuditWish wish{.name = "Rút thử",
                   .period = {.first = *Date::of(today.year(), 1, 1), .last = today},
                   .share = options.share == 0 ? audit_shares().usual : options.share,
                   .seed = options.seed,
                   .due = today};
    auto tree = app.tree();
    auto unit = options.org.empty() ? (tree->size() == 0 ? std::nullopt : std::optional(tree->at(0).id))
                                    : unit_with_code(app, options.org);
    if (!unit)
        return invalid("--org", fmt::format("--org: không có đơn vị mang mã “{}”", options.org));
    wish.unit = *unit;
    if (!options.from.empty())
        wish.period.first = TRY(read_date("--from", options.from));
    if (!options.to.empty())
        wish.period.last = TRY(read_date("--to", options.to));
    return wish;
}

std::string json_of(const AuditDraw& draw)
{
    boost::json::array lots, units, drawn;
    for (const auto& lot : draw.lots)
        lots.push_back({{"dossier", lot.dossier.value},
                        {"cell", lot.cell.value},
                        {"unit", lot.unit.value},
                        {"tickets", lot.tickets},
                        {"marks", lot.marks}});
    for (const auto& unit : draw.units)
        units.push_back(
            {{"unit", unit.unit.value}, {"name", unit.name}, {"dossiers", unit.dossiers}, {"drawn", unit.drawn}});
    for (const auto& one : draw.drawn)
        drawn.push_back({{"dossier", one.dossier.value},
                         {"cell", one.cell.value},
                         {"unit", one.unit.value},
                         {"tickets", one.tickets},
                         {"marks", one.marks},
                         {"checking", one.checking.value}});
    return boost::json::serialize(boost::json::object{{"org", {{"code", draw.unit.code}, {"name", draw.unit.name}}},
                                                      {"fingerprint", draw.fingerprint},
                                                      {"units", std::move(units)},
                                                      {"drawn", std::move(drawn)},
                                                      {"lots", std::move(lots)}});
}

Result<Exit> draw(const CommandContext& context, const DrawOptions& options)
{
    auto app = context.open();
    auto wish = TRY(wish_of(*app, options));
    auto made = TRY(draw_audit_round(*app, console, wish));
    if (context.json) {
        fmt::print("{}\n", json_of(made));
        return Exit::done;
    }
    for (const auto& one : made.drawn)
        fmt::print("{}\t{}\t{}\t{} vé\t{}\n", one.dossier.value, one.cell_name, one.checking_name, one.tickets,
                   one.reasons);
    fmt::print(stderr, "{} trong {} hồ sơ của {}\n", made.drawn.size(), made.lots.size(), made.unit.name);
    return Exit::done;
}

} // namespace

void add_audit_round(CLI::App& program, CommandContext& context)
{
    auto* rounds = program.add_subcommand("audit-round", "kiểm tra mẫu hồ sơ: rút thử danh sách");
    rounds->require_subcommand(1);
    rounds->fallthrough();
    auto options = std::make_shared<DrawOptions>();
    auto& drawing = add_command(*rounds, "draw", "rút thử, không ghi gì: hồ sơ nào, chi bộ nào kiểm tra", context,
                                [&context, options] { return draw(context, *options); });
    drawing.add_option("--org", options->org, "mã cấp uỷ mở đợt; không ghi là cả tỉnh");
    drawing.add_option("--share", options->share, "tỷ lệ phần trăm");
    drawing.add_option("--seed", options->seed, "số rút")->required();
    drawing.add_option("--from", options->from, "hồ sơ có việc từ ngày; không ghi là từ đầu năm");
    drawing.add_option("--to", options->to, "đến ngày; không ghi là hôm nay");
}

} // namespace phusa
