#include "web/audit_rounds/check_form.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/dossiers/findings.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::audit_rounds
{

namespace
{

View facts_of(const CheckSheet& sheet)
{
    View::List facts;
    add_fact(facts, "Sinh ngày", sheet.line.born.vietnamese());
    add_fact(facts, "Chi bộ quản lý hồ sơ", sheet.line.cell_name);
    add_fact(facts, "Tổ chức cơ sở đảng", sheet.grassroots_name == sheet.line.cell_name ? "" : sheet.grassroots_name);
    add_fact(facts, "Đang ở bước",
             fmt::format("{}, từ ngày {}", title_of(sheet.stage.stage), sheet.stage.since.vietnamese()));
    add_fact(facts, "Vì sao được rút", sheet.line.reasons.empty() ? "Ngẫu nhiên" : sheet.line.reasons);
    add_fact(facts, "Chi bộ kiểm tra", sheet.line.checking_name);
    add_fact(facts, "Hạn kiểm tra", sheet.round.due.vietnamese());
    return View(std::move(facts));
}

View acts_table(const CheckSheet& sheet)
{
    TableView table("Các việc đã ghi, theo ngày");
    table.quiet_caption().compact().cards().column("Việc").column("Ngày").column("Văn bản").column("Số phiếu");
    for (const auto& act : sheet.acts)
        table.row({{.text = act.title,
                    .note = act.is_past_fact   ? "ghi dù trái quy định"
                            : act.is_set_aside ? "không còn dùng"
                                               : ""},
                   {.text = act.on.vietnamese()},
                   {.text = act.paper.empty() ? "chưa ghi số" : act.paper},
                   {.text = act.votes}});
    table.empty("Chưa ghi việc nào");
    return std::move(table).view();
}

View papers_of(const CheckSheet& sheet)
{
    using enum PaperView::State;
    View::List papers;
    for (const auto& paper : sheet.papers) {
        if (paper.state == not_needed)
            continue;
        auto [word, tone] = paper.state == present ? std::pair("Có", "good")
                            : paper.state == stale ? std::pair("Quá hạn", "warn")
                                                   : std::pair("Chưa có", "plain");
        papers.push_back(View()
                             .set("paper", paper.title)
                             .set("paper_href", "")
                             .set("paper_on", paper.on ? paper.on->vietnamese() : std::string())
                             .set("paper_note", paper.note)
                             .set("badge", word)
                             .set("badge_icon", "")
                             .set("tone", tone));
    }
    return View(std::move(papers));
}

// Without links into the dossier for whoever does not reach it.
View findings_of(const CheckSheet& sheet)
{
    auto findings = dossiers::findings_of(sheet.line.sample.dossier, sheet.findings);
    if (!sheet.sees_whole)
        for (auto& finding : findings)
            finding.set("finding_href", "");
    return View(std::move(findings));
}

View faults_table(const CheckSheet& sheet)
{
    TableView table("Thiếu sót đã ghi");
    table.quiet_caption().cards().column("Thiếu sót").column("Mức độ").column("Hạn khắc phục").column("Tình trạng");
    for (const auto& fault : sheet.faults)
        table.row({{.text = title_of_fault(fault.kind), .href = path_of(fault.id), .note = fault.note},
                   {.text = std::string(title_of(fault.severity))},
                   {.text = fault.due.vietnamese()},
                   {.text = std::string(title_of(fault.state()))}});
    return std::move(table).view();
}

std::string lead_of(const CheckSheet& sheet)
{
    if (!sheet.round.is_open())
        return "Đợt đã kết thúc.";
    if (!sheet.may_check)
        return "Phiếu này do chi bộ được phân công ghi; anh/chị chỉ xem.";
    return "Đối chiếu hồ sơ giấy với điều đã ghi dưới đây, đánh dấu thiếu sót rồi lưu. Không đánh dấu gì là không có "
           "thiếu sót.";
}

Response sheet_page(Site& site, const Request& request, const CheckSheet& sheet, const Problem* problem)
{
    View::List actions;
    if (sheet.sees_whole)
        actions.push_back(action(fmt::format("/ho-so/{}", sheet.line.sample.dossier.value), "Mở hồ sơ", "dossiers"));
    View content;
    content.set("head", page_head(sheet.line.name, "Phiếu kiểm tra hồ sơ", lead_of(sheet), std::move(actions)));
    content.set("checked", sheet.line.sample.checked
                               ? fmt::format("Đã kiểm tra ngày {}.", sheet.line.sample.checked->vietnamese())
                               : std::string());
    content.set("sheet_note", sheet.may_check ? std::string() : sheet.note);
    content.set("facts", facts_of(sheet)).set("acts", acts_table(sheet)).set("papers", papers_of(sheet));
    content.set("has_findings", !sheet.findings.empty()).set("findings", findings_of(sheet));
    content.set("has_faults", !sheet.faults.empty()).set("faults", faults_table(sheet));
    content.set("may_check", sheet.may_check);
    if (sheet.may_check)
        content.set("form", check_form_view(sheet, site.app().today(), request.form, problem));
    Page page{.view = "audit_rounds/check", .title = "Phiếu kiểm tra hồ sơ", .section = section};
    page.crumbs.emplace_back("Kiểm tra mẫu hồ sơ", "/kiem-tra-mau");
    if (sheet.may_check)
        page.crumbs.emplace_back("Phiếu phải kiểm tra", "/kiem-tra-mau/cua-toi");
    if (problem)
        return site.form_again(request, page, std::move(content), *problem);
    return site.page(request, page, std::move(content));
}

} // namespace

Result<Response> check_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct AuditSample>("id"));
    auto sheet = TRY(show_check_sheet(site.app(), asking(request), id));
    return sheet_page(site, request, sheet, nullptr);
}

Result<Response> take_check(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct AuditSample>("id"));
    auto sheet = TRY(show_check_sheet(site.app(), asking(request), id));
    auto sent = read_check(request.form, id);
    if (!sent)
        return sheet_page(site, request, sheet, &sent.error());
    auto done = take_check_return(site.app(), asking(request), *sent);
    if (!done && done.error().kind == Problem::Kind::refused)
        return std::unexpected(done.error());
    if (!done)
        return sheet_page(site, request, sheet, &done.error());
    auto words = sent->found.empty() ? std::string("Đã lưu: không có thiếu sót.")
                                     : fmt::format("Đã lưu {} thiếu sót thành việc khắc phục.", sent->found.size());
    return site.redirect_with(request, path_of(id), words);
}

} // namespace phusa::web::audit_rounds
