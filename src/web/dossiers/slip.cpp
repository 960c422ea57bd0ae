#include "app/dossiers/moves.hpp"
#include "base/text.hpp"
#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

constexpr std::size_t cells_shown_max = 20;

// Cells that have these words in their own name or in that of the unit above, in the whole register: a dossier goes to
// cells that its sender does not otherwise see. Only names are shown.
std::vector<FormChoice> cells_named(App& app, OrganisationId from, std::string_view words)
{
    auto tree = app.tree();
    std::vector<FormChoice> found;
    auto wanted = fold(words);
    if (code_points(wanted) < 2)
        return found;
    for (OrganisationTree::Position at = 0; at < tree->size() && found.size() < cells_shown_max; ++at) {
        const auto& unit = tree->at(at);
        if (!has_members(unit.kind) || unit.id == from)
            continue;
        auto path = tree->path(at);
        auto above = path.size() > 1 ? tree->at(path[path.size() - 2]).name : std::string();
        if (fold(unit.name + " " + above + " " + unit.code).contains(wanted))
            found.push_back({std::to_string(unit.id.value), unit.name, above});
    }
    return found;
}

// The cell that was chosen stays offered when the words for it have gone.
void keep_chosen(App& app, std::vector<FormChoice>& cells, std::string_view chosen)
{
    if (chosen.empty() || std::ranges::find(cells, chosen, &FormChoice::value) != cells.end())
        return;
    auto tree = app.tree();
    for (OrganisationTree::Position at = 0; at < tree->size(); ++at)
        if (std::to_string(tree->at(at).id.value) == chosen && has_members(tree->at(at).kind))
            cells.insert(cells.begin(), {std::string(chosen), tree->at(at).name});
}

Response slip_page(Site& site, const Request& request, const DossierView& view, const Problem* problem)
{
    auto words = std::string(request.form.text("q"));
    auto cells = cells_named(site.app(), view.dossier.cell, words);
    keep_chosen(site.app(), cells, request.form.text("to"));
    auto path = path_of(view.dossier.id);
    FormView search({}, {}, request.form, problem);
    search.search("q", "Tìm chi bộ nhận", {.hint = "Một phần tên chi bộ, tên xã hoặc mã; không cần dấu"});
    FormView form(path + "/chuyen", "Gửi phiếu chuyển", request.form, problem);
    form.cancel(path).draft(fmt::format("dossier-send-{}", view.dossier.id.value));
    if (!cells.empty())
        form.radios("to", "Chi bộ nhận", cells, {.required = true});
    form.date("sent", "Ngày chuyển", {.required = true, .value = site.app().today().vietnamese()})
        .text("paper_number", "Số giấy chứng nhận đang được xem xét",
              {.hint = "Do cấp uỷ cơ sở nơi đi cấp", .is_short = true})
        .text("paper_issuer", "Cơ quan cấp")
        .longer("note", "Ghi chú cho nơi nhận");
    View content;
    content.set("head",
                page_head("Chuyển sang chi bộ khác", view.person.name,
                          "Khi người đang được xem xét chuyển nơi công tác hoặc cư trú. Hồ sơ vẫn ở chi bộ này cho đến "
                          "khi nơi nhận tiếp nhận; các thời hạn vẫn chạy."));
    content.set("search", *search.view().find("fields")).set("form", form.view());
    content.set("found_none", !words.empty() && cells.empty());
    return dossier_page(site, request, view, "dossiers/slip", "Chuyển sang chi bộ khác", std::move(content), problem);
}

} // namespace

Result<Response> slip(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    TRY_DO(pass_change(site, request, view));
    return slip_page(site, request, view, nullptr);
}

Result<Response> send(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    TRY_DO(pass_change(site, request, view));
    if (request.form.text("lam") == "tim")
        return slip_page(site, request, view, nullptr);
    FormReader form(request.form);
    auto to = form.id<struct Organisation>("to");
    if (!to)
        form.wrong("q", "Hãy tìm và chọn chi bộ nhận hồ sơ.");
    auto sent = form.date("sent", Need::required).value_or(site.app().today());
    Paper certificate{.number = form.text("paper_number"), .on = {}, .issuer = form.text("paper_issuer")};
    auto note = form.note("note");
    if (auto wrong = form.problem())
        return slip_page(site, request, view, &*wrong);
    auto made = send_dossier(site.app(), asking(request), view.dossier.id, *to, sent, certificate, note);
    if (!made)
        return slip_page(site, request, view, &made.error());
    return site.redirect_with(request, path_of(view.dossier.id),
                              "Đã gửi phiếu chuyển. Hồ sơ vẫn do chi bộ này giữ cho đến khi nơi nhận tiếp nhận.");
}

} // namespace phusa::web::dossiers
