#include "app/audit_rounds/checks.hpp"
#include "app/audit_rounds/rounds.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"

#include <algorithm>

namespace phusa::web::audit_rounds
{

namespace
{

View kinds_view()
{
    View::List kinds;
    for (const auto& kind : check_fault_kinds())
        kinds.push_back(View().set("kind_title", kind.title).set("look", kind.look));
    return View(std::move(kinds));
}

View dossier_view(const AuditSampleLine& line)
{
    return View()
        .set("name", line.name)
        .set("born", line.born.vietnamese())
        .set("cell", line.cell_name)
        .set("reasons", line.reasons);
}

View sheet_view(const AuditRoundView& view, const AuditRoundView::Checker& checker)
{
    View::List dossiers;
    for (const auto& line : view.samples)
        if (line.sample.checking == checker.cell)
            dossiers.push_back(dossier_view(line));
    return View().set("checker", checker.name).set("dossiers", View(std::move(dossiers)));
}

} // namespace

Result<Response> printed(Site& site, const Request& request)
{
    FormReader reader(request.query);
    auto cell = reader.id<struct Organisation>("chi_bo");
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    auto id = TRY(request.id<struct AuditRound>("id"));
    auto view = TRY(show_audit_round(site.app(), asking(request), id));
    View::List sheets;
    for (const auto& checker : view.checkers)
        if (!cell || checker.cell == *cell)
            sheets.push_back(sheet_view(view, checker));
    if (sheets.empty())
        return problem(Problem::Kind::not_found, "Chi bộ này không được giao kiểm tra trong đợt.");
    View content;
    content.set("head", page_head("In phiếu kiểm tra", view.line.round.name,
                                  "Mỗi chi bộ kiểm tra một tờ. Kiểm tra trên giấy xong thì nhập lại vào từng phiếu."));
    content.set("round_name", view.line.round.name)
        .set("unit", view.line.unit_name)
        .set("due", view.line.round.due.vietnamese())
        .set("invented_note", site.app().invented())
        .set("kinds", kinds_view())
        .set("sheets", View(std::move(sheets)));
    Page page{.view = "audit_rounds/printed", .title = "Phiếu kiểm tra", .section = section};
    page.crumbs = {{"Kiểm tra mẫu hồ sơ", "/kiem-tra-mau"}, {view.line.round.name, path_of(id)}};
    return site.page(request, page, std::move(content));
}

} // namespace phusa::web::audit_rounds
