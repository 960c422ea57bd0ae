#include "app/audit_rounds/rounds.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::audit_rounds
{

namespace
{

CellLook number(int value) { return {.text = vietnamese_number(value), .numeric = true}; }

View facts_of(const AuditRoundView& view)
{
    const auto& round = view.line.round;
    View::List facts;
    add_fact(facts, "Đơn vị", view.line.unit_name, fmt::format("/to-chuc/{}", round.unit.value));
    add_fact(facts, "Hồ sơ có việc", round.period.vietnamese());
    add_fact(facts, "Ngày rút", round.drawn.vietnamese());
    add_fact(facts, "Tỷ lệ và số rút", fmt::format("{}%, số {}", round.share, round.seed));
    add_fact(facts, "Hạn kiểm tra", round.due.vietnamese());
    add_fact(facts, "Kết thúc", round.closed ? round.closed->vietnamese() : std::string());
    add_fact(facts, "Kết luận", round.conclusion);
    return View(std::move(facts));
}

View tile(std::string_view label, int number, std::string note, std::string href = {})
{
    return View()
        .set("label", label)
        .set("number", vietnamese_number(number))
        .set("unit", "")
        .set("tile_href", std::move(href))
        .set("change", "")
        .set("note", std::move(note));
}

View tiles_of(const AuditRoundView& view)
{
    const auto& line = view.line;
    View::List tiles;
    tiles.push_back(tile("Được rút", line.drawn, fmt::format("trong {} hồ sơ", vietnamese_number(line.lots)),
                         path_of(line.round.id) + "/ve"));
    tiles.push_back(tile("Đã kiểm tra", line.checked, fmt::format("còn {}", line.drawn - line.checked)));
    tiles.push_back(tile("Thiếu sót", line.faults, "",
                         line.faults > 0 ? fmt::format("/kiem-tra-mau/khac-phuc?dot={}&tat_ca=1", line.round.id.value)
                                         : std::string()));
    tiles.push_back(tile("Chưa khắc phục xong", line.uncorrected, ""));
    return View(std::move(tiles));
}

View units_table(const AuditRoundView& view)
{
    TableView table("Theo đơn vị");
    table.quiet_caption().compact().column("Đơn vị").column("Hồ sơ", true).column("Rút", true);
    table.column("Đã kiểm tra", true).column("Thiếu sót", true);
    for (const auto& unit : view.units)
        table.row({{.text = unit.name},
                   number(unit.dossiers),
                   number(unit.drawn),
                   number(unit.checked),
                   number(unit.faults)});
    return std::move(table).view();
}

View checkers_table(const AuditRoundView& view)
{
    TableView table("Chi bộ kiểm tra");
    table.quiet_caption().compact().column("Chi bộ kiểm tra").column("Được giao", true).column("Đã xong", true);
    for (const auto& checker : view.checkers)
        table.row({{.text = checker.name,
                    .href = fmt::format("{}/phieu-in?chi_bo={}", path_of(view.line.round.id), checker.cell.value)},
                   number(checker.assigned),
                   number(checker.checked)});
    return std::move(table).view();
}

CellLook result_of(const AuditSampleLine& line)
{
    if (!line.sample.checked)
        return {.badge = "Chưa kiểm tra", .tone = "plain"};
    auto on = line.sample.checked->vietnamese();
    if (line.faults == 0)
        return {.note = on, .badge = "Không có thiếu sót", .tone = "good"};
    return {.note = line.uncorrected == 0 ? on + ", đã khắc phục" : fmt::format("{}, còn {}", on, line.uncorrected),
            .badge = fmt::format("{} thiếu sót", line.faults),
            .tone = line.uncorrected == 0 ? "good" : "warn"};
}

TableView samples_table(const AuditRoundView& view)
{
    TableView table("Hồ sơ được rút");
    table.quiet_caption().cards();
    table.column("Hồ sơ của").column("Chi bộ").column("Vì sao được rút").column("Chi bộ kiểm tra").column("Kết quả");
    for (const auto& line : view.samples)
        table.row({{.text = line.name, .href = path_of(line.sample.id), .note = line.born.vietnamese()},
                   {.text = line.cell_name, .note = line.sample.unit == line.sample.cell ? "" : line.unit_name},
                   {.text = line.reasons.empty() ? "Ngẫu nhiên" : line.reasons,
                    .note = fmt::format("{} vé", line.sample.tickets)},
                   {.text = line.checking_name},
                   result_of(line)});
    return table;
}

View actions_of(const AuditRoundView& view)
{
    View::List actions;
    auto path = path_of(view.line.round.id);
    actions.push_back(action(path + "/phieu-in", "In phiếu kiểm tra", "print"));
    if (view.leads && view.line.round.is_open())
        actions.push_back(action(path + "/ket-thuc", "Kết thúc đợt", "check"));
    return View(std::move(actions));
}

Result<AuditRoundView> asked_round(Site& site, const Request& request)
{
    return show_audit_round(site.app(), asking(request), TRY(request.id<struct AuditRound>("id")));
}

Page page_for(const AuditRoundView& view, std::string_view file, std::string title, bool is_below)
{
    Page page{.view = file, .title = std::move(title), .section = section};
    page.crumbs.emplace_back("Kiểm tra mẫu hồ sơ", "/kiem-tra-mau");
    if (is_below)
        page.crumbs.emplace_back(view.line.round.name, path_of(view.line.round.id));
    return page;
}

View samples_paging(const AuditRoundView& view)
{
    return paging({.first = view.samples.empty() ? 0U : 1U,
                   .shown = view.samples.size(),
                   .total = static_cast<std::int64_t>(view.samples.size()),
                   .noun = "hồ sơ",
                   .exports_path = path_of(view.line.round.id) + "/ho-so"});
}

Response closing_page(Site& site, const Request& request, const AuditRoundView& view, const Problem* problem)
{
    FormView form(path_of(view.line.round.id) + "/ket-thuc", "Kết thúc", request.form, problem);
    form.hidden("version", std::to_string(view.line.round.version));
    form.longer("conclusion", "Kết luận chung", {.hint = "Nhận xét của cả đợt, không nêu tên người. Không bắt buộc."});
    View::List consequences;
    if (int left = view.line.drawn - view.line.checked; left > 0)
        consequences.emplace_back(
            fmt::format("Còn {} hồ sơ chưa kiểm tra; kết thúc rồi thì không ghi thêm được.", left));
    consequences.emplace_back("Chi bộ kiểm tra không còn xem được hồ sơ của chi bộ khác.");
    consequences.emplace_back("Việc khắc phục vẫn còn cho đến khi cấp trên xác nhận xong.");
    View content;
    content.set("confirm", form.view()
                               .set("heading", fmt::format("Kết thúc đợt {}?", view.line.round.name))
                               .set("has_consequences", true)
                               .set("consequences", View(std::move(consequences)))
                               .set("confirm_label", "Kết thúc đợt")
                               .set("cancel_href", path_of(view.line.round.id))
                               .set("dangerous", false));
    auto page = page_for(view, "dossiers/confirm", "Kết thúc đợt kiểm tra", true);
    if (problem)
        return site.form_again(request, page, std::move(content), *problem);
    return site.page(request, page, std::move(content));
}

} // namespace

Result<Response> round(Site& site, const Request& request)
{
    auto view = TRY(asked_round(site, request));
    View content;
    content.set("head",
                page_head(view.line.round.name, "Đợt kiểm tra mẫu",
                          view.line.round.is_open() ? "Đang kiểm tra." : "Đã kết thúc.", *actions_of(view).list()));
    content.set("tiles", tiles_of(view)).set("facts", facts_of(view)).set("repeats", view.repeats);
    content.set("lots_href", path_of(view.line.round.id) + "/ve");
    content.set("units", units_table(view)).set("checkers", checkers_table(view));
    content.set("samples", samples_table(view).view()).set("paging", samples_paging(view));
    return site.page(request, page_for(view, "audit_rounds/round", view.line.round.name, false), std::move(content));
}

Result<Response> samples(Site& site, const Request& request)
{
    auto view = TRY(asked_round(site, request));
    View content;
    content.set("head", page_head("Hồ sơ được rút", view.line.round.name));
    set_tabs(site, request, "", content);
    content.set("filters", View(View::List{})).set("table", samples_table(view).view());
    content.set("paging", samples_paging(view));
    return site.page(request, page_for(view, "audit_rounds/list", "Hồ sơ được rút", true), std::move(content));
}

Result<TableStream> sample_rows(Site& site, const Request& request)
{
    return export_audit_samples(site.app(), asking(request), TRY(request.id<struct AuditRound>("id")));
}

Result<Response> closing(Site& site, const Request& request)
{
    auto view = TRY(asked_round(site, request));
    if (!view.leads)
        return problem(Problem::Kind::refused, "Đợt kiểm tra do cấp uỷ mở đợt kết thúc.");
    return closing_page(site, request, view, nullptr);
}

Result<Response> close(Site& site, const Request& request)
{
    auto view = TRY(asked_round(site, request));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    auto conclusion = form.note("conclusion");
    if (auto wrong = form.problem())
        return closing_page(site, request, view, &*wrong);
    auto done = close_audit_round(site.app(), asking(request), view.line.round.id, version, conclusion);
    if (!done && done.error().kind != Problem::Kind::refused)
        return closing_page(site, request, view, &done.error());
    TRY_DO(std::move(done));
    return site.redirect_with(request, path_of(view.line.round.id), "Đã kết thúc đợt kiểm tra.");
}

} // namespace phusa::web::audit_rounds
