#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/http/percent.hpp"
#include "web/imports/handlers.hpp"
#include "web/site/list.hpp"

#include <fmt/format.h>

namespace phusa::web::imports
{

namespace
{

View kinds_for(std::string_view chosen)
{
    View::List kinds;
    for (auto kind : all_import_kinds())
        kinds.push_back(View()
                            .set("key", key_of(kind))
                            .set("title", title_of(kind))
                            .set("sample_href", fmt::format("/nhap-du-lieu/mau/{}", key_of(kind)))
                            .set("chosen", key_of(kind) == chosen));
    return View(std::move(kinds));
}

CellLook state_of(const PastImport& import)
{
    if (import.taken_back)
        return {.badge = "Đã huỷ", .tone = "plain"};
    if (import.errors > 0)
        return {.badge = fmt::format("{} dòng lỗi", vietnamese_number(import.errors)), .tone = "warn"};
    return {.badge = "Đã ghi", .tone = "good"};
}

View past_table(const std::vector<PastImport>& imports)
{
    TableView table("Các lần nhập");
    table.quiet_caption().cards();
    table.column("Tệp").column("Loại").column("Lúc").column("Người nhập");
    table.column("Mới", true).column("Cập nhật", true).column("Kết quả");
    for (const auto& import : imports)
        table.row({{.text = import.file, .href = fmt::format("/nhap-du-lieu/lan/{}", import.id.value)},
                   {.text = std::string(title_of(import.kind))},
                   {.text = vietnamese_time(import.at)},
                   {.text = import.by},
                   {.text = vietnamese_number(import.added), .numeric = true},
                   {.text = vietnamese_number(import.updated), .numeric = true},
                   state_of(import)});
    table.empty("Chưa có lần nhập nào", "Mỗi lần nhập đều huỷ lại được ở đây.");
    return std::move(table).view();
}

Result<Response> page(Site& site, const Request& request, const Problem* problem)
{
    auto imports = TRY(past_imports(site.app(), asking(request)));
    View content;
    content.set("head", page_head("Nhập dữ liệu", {},
                                  "Đưa danh sách Excel hoặc CSV vào sổ. Xem trước từng dòng rồi mới ghi; mỗi lần nhập "
                                  "đều huỷ lại được."));
    auto chosen = request.form.text("kind");
    content.set("kinds", kinds_for(chosen.empty() ? "members" : chosen)).set("org", request.form.text("org"));
    content.set("error", problem ? problem->message : std::string());
    content.set("table", past_table(imports));
    Page look{.view = "imports/index", .title = "Nhập dữ liệu", .section = section};
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

} // namespace

Result<Response> index(Site& site, const Request& request) { return page(site, request, nullptr); }

Result<Response> upload(Site& site, const Request& request)
{
    TRY(past_imports(site.app(), asking(request))); // whoever may import nothing leaves no file here
    Problem none{.message = "Hãy chọn tệp .xlsx hoặc .csv cần nhập."};
    if (request.files.empty() || request.files.front().content.empty())
        return page(site, request, &none);
    const auto& file = request.files.front();
    auto kind = import_kind(request.form.text("kind"));
    if (!kind)
        return page(site, request, &none);
    auto readable = ImportFile::of_bytes(std::string(file.content), file.filename);
    if (!readable)
        return page(site, request, &readable.error());
    auto token = keep_upload(site.app(), asking(request), file.filename, file.content);
    return redirect_to(fmt::format("/nhap-du-lieu/tep/{}?kind={}&org={}", token, key_of(*kind),
                                   percent_encoded(request.form.text("org"))));
}

Result<Response> sample(Site& site, const Request& request)
{
    TRY(past_imports(site.app(), asking(request)));
    auto kind = import_kind(request.route_text("kind"));
    if (!kind)
        return not_found();
    return file_of(stream_of(empty_sheet(*kind)), ExportFormat::xlsx, fmt::format("mau-{}.xlsx", key_of(*kind)));
}

// Identity numbers stay masked: who needs one reads it on the person's page, with a reason.
Result<Response> whole_kind(Site& site, const Request& request)
{
    auto asked = request.query.text("kind");
    auto kind = import_kind(asked.empty() ? key_of(ImportKind::members) : asked);
    auto format = export_format(request.query.has("dang") ? request.query.text("dang") : key_of(ExportFormat::xlsx));
    if (!kind || !format)
        return not_found();
    auto org = clean_text(request.query.text("org"));
    auto table = TRY(export_kind(site.app(), asking(request), {.kind = *kind, .org = org, .with_identities = false}));
    return file_of(std::move(table), *format, fmt::format("{}.{}", key_of(*kind), key_of(*format)));
}

} // namespace phusa::web::imports
