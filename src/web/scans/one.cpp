#include "app/scans/reader.hpp"
#include "web/layout/table_view.hpp"
#include "web/scans/handlers.hpp"
#include "web/scans/look.hpp"

#include <fmt/format.h>

namespace phusa::web::scans
{

namespace
{

struct Asked {
    DossierId dossier;
    ScanId scan;
};

Result<Asked> asked(const Request& request)
{
    return Asked{TRY(request.id<struct Dossier>("id")), TRY(request.id<struct Scan>("scan"))};
}

View::List facts_of(const OneScan& one)
{
    const auto& scan = one.view.scan;
    View::List facts;
    add_fact(facts, "Mẫu giấy", scan.code);
    if (!one.act_title.empty())
        add_fact(facts, "Việc", fmt::format("{}, ngày {}", one.act_title, one.on.vietnamese()),
                 fmt::format("/ho-so/{}/viec-da-ghi/{}", scan.dossier.value, scan.act.value));
    add_fact(facts, "Tệp", note_of(one.view));
    add_fact(facts, "Mã băm SHA-256", scan.sha256);
    if (scan.trashed_at)
        add_fact(facts, "Đã bỏ lúc", vietnamese_time(*scan.trashed_at));
    return facts;
}

Page page_of(const OneScan& one, std::string_view view, std::string title)
{
    auto dossier = one.view.scan.dossier;
    Page page{.view = view, .title = std::move(title), .section = "ho-so"};
    page.crumbs = {{one.name, fmt::format("/ho-so/{}", dossier.value)}, {"Bản quét", path_of(dossier)}};
    return page;
}

Response page(Site& site, const Request& request, const OneScan& one, const Problem* problem)
{
    const auto& scan = one.view.scan;
    auto path = path_of(scan.dossier, scan.id);
    View content;
    content.set("head", page_head(one.view.title, one.name));
    content.set("facts", View(facts_of(one)));
    content.set("path", path).set("error", problem ? problem->message : std::string());
    content.set("reason", request.form.text("reason"));
    content.set("is_in_trash", scan.is_in_trash()).set("may_change", one.view.may_change);
    content.set("has_pictures", scan.type != ScanType::tiff);
    auto others = one.versions;
    std::erase_if(others, [&](const ScanView& other) { return other.scan.id == scan.id; });
    content.set("has_versions", !others.empty()).set("scans", View(papers_of(others)));
    content.set("list_href", path_of(scan.dossier));
    auto look = page_of(one, "scans/one", one.view.title);
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

// Of a long scan the first pages; the whole is in the file.
Result<View::List> pictures_in(const ScanFile& file)
{
    constexpr int pages_shown = 20;
    constexpr int dots_an_inch = 110;
    View::List pictures;
    auto add = [&](std::string_view type, std::string_view bytes) {
        pictures.push_back(View()
                               .set("picture", data_url(type, bytes))
                               .set("picture_label", fmt::format("Trang {}", pictures.size() + 1)));
    };
    if (file.scan.type == ScanType::pdf) {
        for (const auto& png : TRY(pictures_of(file.bytes, 1, pages_shown, dots_an_inch)))
            add("image/png", png);
    } else {
        add(media_type_of(file.scan.type), file.bytes);
    }
    return pictures;
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    auto [dossier, scan] = TRY(asked(request));
    return page(site, request, TRY(show_scan(site.app(), asking(request), dossier, scan)), nullptr);
}

Result<Response> look(Site& site, const Request& request)
{
    auto [dossier, scan] = TRY(asked(request));
    auto one = TRY(show_scan(site.app(), asking(request), dossier, scan));
    auto file = read_scan(site.app(), asking(request), dossier, scan, ScanLook::on_screen, request.form.text("reason"));
    if (!file)
        return page(site, request, one, &file.error());
    auto pictures = TRY(pictures_in(*file));
    View content;
    content.set("head", page_head(one.view.title, one.name, "Lần xem này và lý do đã được ghi vào nhật ký."));
    content.set("is_cut", std::cmp_less(pictures.size(), file->scan.pages)).set("pages", file->scan.pages);
    content.set("pictures", View(std::move(pictures))).set("back_href", path_of(dossier, scan));
    auto response = site.page(request, page_of(one, "scans/pictures", one.view.title), std::move(content));
    response.may_compress = false;
    return response;
}

Result<Response> take(Site& site, const Request& request)
{
    auto [dossier, scan] = TRY(asked(request));
    auto one = TRY(show_scan(site.app(), asking(request), dossier, scan));
    auto file = read_scan(site.app(), asking(request), dossier, scan, ScanLook::as_file, request.form.text("reason"));
    if (!file)
        return page(site, request, one, &file.error());
    return foreign_file(file->name, media_type_of(file->scan.type), std::move(file->bytes));
}

Result<Response> renew(Site& site, const Request& request)
{
    auto [dossier, scan] = TRY(asked(request));
    auto one = TRY(show_scan(site.app(), asking(request), dossier, scan));
    Problem none{.message = "Hãy chọn tệp đã quét."};
    if (request.files.empty() || request.files.front().content.empty())
        return page(site, request, one, &none);
    auto filed = file_scan(
        site.app(), asking(request),
        {.dossier = dossier, .act = one.view.scan.act, .better_than = scan, .bytes = request.files.front().content});
    if (!filed)
        return page(site, request, one, &filed.error());
    return site.redirect_with(request, path_of(dossier, filed->id), "Đã nhận bản quét mới; bản trước vẫn được giữ.");
}

Result<Response> trash(Site& site, const Request& request)
{
    auto [dossier, scan] = TRY(asked(request));
    TRY_DO(trash_scan(site.app(), asking(request), dossier, scan));
    return site.redirect_with(request, path_of(dossier), "Đã bỏ bản quét; trong 30 ngày còn lấy lại được.");
}

Result<Response> restore(Site& site, const Request& request)
{
    auto [dossier, scan] = TRY(asked(request));
    TRY_DO(restore_scan(site.app(), asking(request), dossier, scan));
    return site.redirect_with(request, path_of(dossier), "Đã lấy lại bản quét.");
}

} // namespace phusa::web::scans
