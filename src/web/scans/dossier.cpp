#include "app/scans/bundle.hpp"
#include "base/number_text.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/scans/handlers.hpp"
#include "web/scans/look.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

namespace phusa::web::scans
{

namespace
{

View::List trash_of(const DossierScans& scans)
{
    auto list = papers_of(scans.trash);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& scan = scans.trash[i].scan;
        auto until = *scan.trashed_at + limit::scan_trash_max;
        list[i].set("until", vietnamese_time(until));
        list[i].set("restore_action", scans.trash[i].may_change ? path_of(scan.dossier, scan.id) + "/lay-lai" : "");
    }
    return list;
}

Response page(Site& site, const Request& request, const DossierScans& scans, const Problem* problem)
{
    View content;
    content.set("head", page_head("Bản quét", scans.name,
                                  "Giấy đã ký được quét và xếp theo việc của hồ sơ. Tệp được mã hoá khi lưu; mỗi lần "
                                  "xem hoặc tải được ghi vào nhật ký cùng lý do."));
    View::List acts;
    for (const auto& act : scans.acts)
        acts.push_back(act_view(scans.dossier, act));
    content.set("has_acts", !acts.empty()).set("acts", View(std::move(acts)));
    content.set("has_loose", !scans.loose.empty()).set("scans", View(papers_of(scans.loose)));
    content.set("has_trash", !scans.trash.empty()).set("trash", View(trash_of(scans)));
    content.set("may_bundle", scans.is_whole && scans.count() > 0);
    content.set("bundle_action", path_of(scans.dossier) + "/tron-bo");
    content.set("reason_list", "ly-do-tai");
    content.set("error", problem ? problem->message : std::string());
    content.set("dossier_href", fmt::format("/ho-so/{}", scans.dossier.value));
    Page look{.view = "scans/dossier", .title = "Bản quét: " + scans.name, .section = "ho-so"};
    look.crumbs = {{scans.name, fmt::format("/ho-so/{}", scans.dossier.value)}};
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

// Files each; the first that is refused is named, those before it stand.
Result<int> file_all(Site& site, const Request& request, NewScan wanted)
{
    int filed = 0;
    for (const auto& sent : request.files) {
        if (sent.content.empty())
            continue;
        wanted.bytes = sent.content;
        auto done = file_scan(site.app(), asking(request), wanted);
        if (!done) {
            auto why = done.error();
            if (request.files.size() > 1)
                why.message = fmt::format("{}: {} Đã nhận {} tệp trước đó.", sent.filename, why.message, filed);
            return std::unexpected(std::move(why));
        }
        ++filed;
    }
    if (filed == 0)
        return invalid("file", "Hãy chọn tệp đã quét.");
    return filed;
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    return page(site, request, TRY(show_scans(site.app(), asking(request), id)), nullptr);
}

Result<Response> file(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    auto scans = TRY(show_scans(site.app(), asking(request), id));
    FormReader form(request.form);
    auto act = form.id<struct RecordedAct>("act", Need::required).value_or(RecordedActId());
    auto code = form.text("code");
    if (auto wrong = form.problem())
        return page(site, request, scans, &*wrong);
    auto filed = file_all(site, request, {.dossier = id, .act = act, .code = code});
    if (!filed)
        return page(site, request, TRY(show_scans(site.app(), asking(request), id)), &filed.error());
    return site.redirect_with(request, path_of(id), fmt::format("Đã nhận {} tệp.", *filed));
}

Result<Response> bundle(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    auto scans = TRY(show_scans(site.app(), asking(request), id));
    auto made = bundle_scans(site.app(), asking(request), id, request.form.text("reason"));
    if (!made)
        return page(site, request, scans, &made.error());
    return foreign_file(made->name, "application/zip", std::move(made->zip));
}

} // namespace phusa::web::scans
