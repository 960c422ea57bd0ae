#include "app/dossiers/acts.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/confirm_page.hpp"
#include "web/dossiers/handlers.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

std::string named(const ActView& act) { return fmt::format("{}, ngày {}", act.title, act.act.act.on.vietnamese()); }

Response withdrawal_page(Site& site, const Request& request, const DossierView& view, const ActView& act,
                         const Problem* problem)
{
    auto path = path_of(view.dossier.id, act.act.id);
    FormView form(path + "/rut", "Rút lại", request.form, problem);
    form.hidden("version", std::to_string(act.act.version))
        .longer("reason", "Vì sao đây là ghi nhầm", {.required = true});
    return confirm_page(
        site, request, view,
        {.heading = fmt::format("Rút lại: {}?", named(act)),
         .consequences = {"Chỉ dùng khi việc này chưa hề làm mà ghi nhầm. Ghi sai ngày, sai số thì bấm Sửa.",
                          "Việc được rút vẫn xem được ở cuối trang hồ sơ, kèm người rút và lý do.",
                          "Nếu việc khác dựa vào việc này thì không rút được."},
         .confirm_label = "Rút lại",
         .cancel_href = path,
         .dangerous = true},
        form, problem);
}

Response cancelling_page(Site& site, const Request& request, const DossierView& view, const ActView& act,
                         bool is_remedy, const Problem* problem)
{
    auto path = path_of(view.dossier.id, act.act.id);
    FormView form(path + (is_remedy ? "/thua-nhan" : "/huy"), {}, request.form, problem);
    form.date("on", is_remedy ? "Ngày thừa nhận" : "Ngày huỷ",
              {.required = true, .value = site.app().today().vietnamese()})
        .text("paper_number", "Số văn bản", {.is_short = true})
        .text("paper_issuer", "Cơ quan ban hành", {.hint = "Ví dụ: Ban Thường vụ Đảng uỷ xã Bồi Hạ"})
        .longer("reason", is_remedy ? "Đã khắc phục thế nào" : "Quyết định sai ở chỗ nào", {.required = true});
    Confirming about{
        .heading = fmt::format("Huỷ {}?", named(act)),
        .consequences = {"Điều mà quyết định này tạo ra trong sổ (kết nạp, công nhận, xoá tên) được rút khỏi sổ và "
                         "khỏi thống kê.",
                         "Việc đã ghi vẫn giữ lại, được đánh dấu là không còn dùng.",
                         "Sau khi khắc phục, cấp quyết định có thể thừa nhận lại."},
        .confirm_label = "Huỷ quyết định",
        .cancel_href = path,
        .dangerous = true};
    if (is_remedy)
        about = {.heading = fmt::format("Thừa nhận {}?", named(act)),
                 .consequences = {"Quyết định có hiệu lực trở lại như chưa bị huỷ."},
                 .confirm_label = "Thừa nhận",
                 .cancel_href = path};
    return confirm_page(site, request, view, about, form, problem);
}

struct AskedAct {
    DossierView view;
    ActView act;
};

Result<AskedAct> correctable_act(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    auto act = *TRY(asked_act(view, request));
    if (!act.may_correct)
        return problem(Problem::Kind::refused, "Anh/chị không được giao sửa việc này.");
    return AskedAct{std::move(view), std::move(act)};
}

Result<AskedAct> cancellable_act(Site& site, const Request& request, SideAct how)
{
    auto view = TRY(asked_dossier(site, request));
    auto act = *TRY(asked_act(view, request));
    bool decides = !act.act.side && (act.act.act.kind == ActKind::decision || act.act.act.kind == ActKind::removal);
    if (!decides)
        return problem(Problem::Kind::not_found,
                       "Chỉ quyết định mới huỷ hoặc thừa nhận được; việc khác thì sửa hoặc rút lại.");
    if (!may_record(view, key_of(how)))
        return problem(Problem::Kind::refused,
                       "Chỉ văn phòng của cấp ra quyết định mới huỷ hoặc thừa nhận quyết định.");
    return AskedAct{std::move(view), std::move(act)};
}

Result<Response> cancel_or_remedy(Site& site, const Request& request, bool is_remedy)
{
    auto [view, act] = TRY(cancellable_act(site, request, is_remedy ? SideAct::remedy : SideAct::cancellation));
    FormReader form(request.form);
    WrongDecision wrong{.act = act.act.id, .remedied = is_remedy};
    wrong.on = form.date("on", Need::required).value_or(site.app().today());
    wrong.paper.number = form.text("paper_number");
    wrong.paper.issuer = form.text("paper_issuer");
    wrong.reason = form.note("reason", Need::required);
    if (auto found = form.problem())
        return cancelling_page(site, request, view, act, is_remedy, &*found);
    auto done = cancel_decision(site.app(), asking(request), wrong);
    if (!done)
        return cancelling_page(site, request, view, act, is_remedy, &done.error());
    return site.redirect_with(request, path_of(view.dossier.id),
                              is_remedy ? "Đã ghi việc thừa nhận quyết định." : "Đã huỷ quyết định.");
}

} // namespace

Result<Response> withdrawal(Site& site, const Request& request)
{
    auto [view, act] = TRY(correctable_act(site, request));
    return withdrawal_page(site, request, view, act, nullptr);
}

Result<Response> withdraw(Site& site, const Request& request)
{
    auto [view, act] = TRY(correctable_act(site, request));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return withdrawal_page(site, request, view, act, &*wrong);
    auto done = withdraw_act(site.app(), asking(request), act.act.id, version, reason);
    if (!done)
        return withdrawal_page(site, request, view, act, &done.error());
    return site.redirect_with(request, path_of(view.dossier.id), fmt::format("Đã rút lại: {}.", named(act)));
}

Result<Response> cancelling(Site& site, const Request& request)
{
    auto [view, act] = TRY(cancellable_act(site, request, SideAct::cancellation));
    return cancelling_page(site, request, view, act, false, nullptr);
}

Result<Response> cancel(Site& site, const Request& request) { return cancel_or_remedy(site, request, false); }

Result<Response> remedy_form(Site& site, const Request& request)
{
    auto [view, act] = TRY(cancellable_act(site, request, SideAct::remedy));
    return cancelling_page(site, request, view, act, true, nullptr);
}

Result<Response> remedy(Site& site, const Request& request) { return cancel_or_remedy(site, request, true); }

} // namespace phusa::web::dossiers
