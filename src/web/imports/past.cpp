#include "base/number_text.hpp"
#include "web/http/percent.hpp"
#include "web/imports/handlers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace phusa::web::imports
{

namespace
{

constexpr std::size_t changes_shown = 500;

AuditNumber number_in(const Request& request)
{
    AuditNumber number;
    auto text = request.route_text("import");
    std::from_chars(text.data(), text.data() + text.size(), number.value);
    return number;
}

View changes_table(const std::vector<ImportedChange>& changes)
{
    TableView table("Những mục đã sửa");
    table.quiet_caption().cards();
    table.column("Ai, đơn vị nào").column("Mục").column("Trước khi nhập").column("Sau khi nhập");
    for (std::size_t i = 0; i < std::min(changes.size(), changes_shown); ++i)
        table.row({{.text = changes[i].subject},
                   {.text = changes[i].field},
                   {.text = changes[i].before},
                   {.text = changes[i].after}});
    table.empty("Lần nhập này không sửa bản ghi nào đã có");
    return std::move(table).view();
}

} // namespace

Result<Response> past(Site& site, const Request& request)
{
    auto told = TRY(changes_of_import(site.app(), asking(request), number_in(request)));
    const auto& import = told.import;
    View::List facts;
    add_fact(facts, "Tệp", import.file);
    add_fact(facts, "Loại", std::string(title_of(import.kind)));
    add_fact(facts, "Người nhập", import.by);
    add_fact(facts, "Lúc", vietnamese_time(import.at));
    add_fact(facts, "Số dòng", vietnamese_number(import.rows));
    add_fact(facts, "Mới", vietnamese_number(import.added));
    add_fact(facts, "Cập nhật", vietnamese_number(import.updated));
    add_fact(facts, "Dòng lỗi, chưa ghi", vietnamese_number(import.errors));
    if (import.taken_back)
        add_fact(facts, "Đã huỷ lúc", vietnamese_time(*import.taken_back));
    std::string resting;
    for (const auto& name : told.resting)
        resting.append(resting.empty() ? "" : ", ").append(name);
    auto waiting = request.query.text("tep");
    View content;
    content.set("head", page_head("Lần nhập", import.file)).set("facts", View(std::move(facts)));
    content.set("changes", changes_table(told.changes)).set("resting", resting);
    content.set("changes_more", told.changes.size() > changes_shown);
    content.set("can_undo", !import.taken_back && resting.empty());
    content.set("undo_action", fmt::format("/nhap-du-lieu/lan/{}/huy", import.id.value));
    content.set("added", vietnamese_number(told.added));
    content.set("failing_href", waiting.empty() ? std::string()
                                                : fmt::format("/nhap-du-lieu/tep/{}/dong-loi?kind={}&org={}&sheet={}",
                                                              percent_encoded(waiting), key_of(import.kind),
                                                              percent_encoded(request.query.text("org")),
                                                              percent_encoded(request.query.text("sheet"))));
    Page look{.view = "imports/past", .title = "Lần nhập", .section = section};
    look.crumbs.emplace_back("Nhập dữ liệu", "/nhap-du-lieu");
    return site.page(request, look, std::move(content));
}

Result<Response> undo(Site& site, const Request& request)
{
    TRY(undo_import(site.app(), asking(request), number_in(request)));
    return site.redirect_with(request, fmt::format("/nhap-du-lieu/lan/{}", number_in(request).value),
                              "Đã huỷ lần nhập: sổ trở lại như trước khi nhập.");
}

} // namespace phusa::web::imports
