#include "app/dossiers/opening.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/confirm_page.hpp"
#include "web/dossiers/handlers.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

Response closing_page(Site& site, const Request& request, const DossierView& view, const Problem* problem)
{
    std::vector<FormChoice> causes;
    for (auto each : all_closing_causes())
        causes.push_back({std::string(key_of(each)), std::string(title_of(each))});
    FormView form(path_of(view.dossier.id) + "/dong", "Đóng hồ sơ", request.form, problem);
    form.hidden("version", std::to_string(view.dossier.version))
        .radios("cause", "Lý do", causes, {.required = true})
        .date("closed_on", "Từ ngày", {.required = true, .value = site.app().today().vietnamese()})
        .longer("closing_note", "Ghi chú");
    return confirm_page(
        site, request, view,
        {.heading = fmt::format("Đóng hồ sơ của {}?", view.person.name),
         .consequences = {"Hồ sơ thôi không còn trong danh sách việc cần làm; điều đã ghi vẫn giữ nguyên.",
                          "Không kết nạp, không công nhận, xoá tên là quyết định của cấp uỷ: ghi như một việc, "
                          "không đóng hồ sơ ở đây.",
                          "Đóng nhầm thì mở lại được."},
         .confirm_label = "Đóng hồ sơ",
         .cancel_href = path_of(view.dossier.id)},
        form, problem);
}

Response reopening_page(Site& site, const Request& request, const DossierView& view, const Problem* problem)
{
    FormView form(path_of(view.dossier.id) + "/mo-lai", "Mở lại", request.form, problem);
    form.hidden("version", std::to_string(view.dossier.version))
        .longer("reason", "Vì sao đóng nhầm", {.required = true});
    return confirm_page(
        site, request, view,
        {.heading = fmt::format("Mở lại hồ sơ của {}?", view.person.name),
         .consequences = {"Hồ sơ trở lại bước đang làm, với mọi việc đã ghi; các thời hạn tính như chưa từng đóng."},
         .confirm_label = "Mở lại hồ sơ",
         .cancel_href = path_of(view.dossier.id)},
        form, problem);
}

// A dossier that the asker may change.
Result<DossierView> changed_dossier(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    TRY_DO(pass_change(site, request, view));
    return view;
}

} // namespace

Result<Response> closing(Site& site, const Request& request)
{
    auto view = TRY(changed_dossier(site, request));
    return closing_page(site, request, view, nullptr);
}

Result<Response> close(Site& site, const Request& request)
{
    auto view = TRY(changed_dossier(site, request));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    Closing wanted;
    wanted.cause = form.choice("cause", closing_cause, Need::required).value_or(ClosingCause::withdrawn);
    wanted.on = form.date("closed_on", Need::required).value_or(site.app().today());
    wanted.note = form.note("closing_note");
    if (auto wrong = form.problem())
        return closing_page(site, request, view, &*wrong);
    auto done = close_dossier(site.app(), asking(request), view.dossier.id, version, wanted);
    if (!done)
        return closing_page(site, request, view, &done.error());
    return site.redirect_with(request, path_of(view.dossier.id), "Đã đóng hồ sơ.");
}

Result<Response> reopening(Site& site, const Request& request)
{
    auto view = TRY(changed_dossier(site, request));
    return reopening_page(site, request, view, nullptr);
}

Result<Response> reopen(Site& site, const Request& request)
{
    auto view = TRY(changed_dossier(site, request));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return reopening_page(site, request, view, &*wrong);
    auto done = reopen_dossier(site.app(), asking(request), view.dossier.id, version, reason);
    if (!done)
        return reopening_page(site, request, view, &done.error());
    return site.redirect_with(request, path_of(view.dossier.id), "Đã mở lại hồ sơ.");
}

} // namespace phusa::web::dossiers
