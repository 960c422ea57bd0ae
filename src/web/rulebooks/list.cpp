#include "app/rulebooks/addition.hpp"
#include "base/number_text.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/rulebooks/looks.hpp"

#include <fmt/format.h>

namespace phusa::web::rulebooks
{

namespace
{

CellLook weak_look(const RulebookView& view)
{
    auto note = view.is_weak ? "số, ngày chưa xác nhận" : "";
    if (view.weak_values == 0)
        return {.text = "", .note = note};
    return {.text = fmt::format("{} trị số", vietnamese_number(view.weak_values)), .note = note};
}

View table_of(const std::vector<RulebookView>& views)
{
    TableView table("Các quy định về thi hành Điều lệ Đảng");
    table.quiet_caption().cards().column("Số").column("Ban hành").column("Có hiệu lực");
    table.column("Tình trạng").column("Đổi so với trước").column("Cần xác nhận");
    for (const auto& view : views) {
        auto until = view.until ? fmt::format("đến hết {}", view.until->vietnamese()) : std::string();
        table.row({{.text = view.number, .href = path_of(view), .note = view.title + ", " + view.issuer},
                   {.text = view.issued.vietnamese()},
                   {.text = fmt::format("từ {}", view.in_force_from.vietnamese()), .note = until},
                   state_look(view.state),
                   {.text = view.changed_values > 0 ? fmt::format("{} trị số", view.changed_values) : ""},
                   weak_look(view)});
    }
    return std::move(table).view();
}

View drafts_table(const std::vector<RulebookDraft>& drafts)
{
    TableView table("Dự thảo chờ áp dụng");
    table.quiet_caption().cards().column("Số").column("Có hiệu lực từ").column("Tải lên").column("Người tải");
    for (const auto& draft : drafts)
        table.row({{.text = draft.number, .href = draft_path(draft.slug)},
                   draft.mistakes.empty() ? CellLook{.text = draft.view.in_force_from.vietnamese()}
                                          : CellLook{.badge = "Không còn khớp", .tone = "warn"},
                   {.text = draft.uploaded_at},
                   {.text = draft.uploaded_by}});
    return std::move(table).view();
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    auto views = show_rulebooks(site.app());
    bool sets = may_set(site, request);
    View::List actions;
    if (sets)
        actions.push_back(action("/quy-dinh/them", "Thêm quy định mới", "add", true));
    View content;
    content.set("head", page_head("Quy định", {},
                                  "Các quy định về thi hành Điều lệ Đảng mà phần mềm dùng để đối chiếu hồ sơ. Mỗi việc "
                                  "được xét theo quy định có hiệu lực vào ngày của việc đó.",
                                  std::move(actions)));
    content.set("table", table_of(views));
    auto drafts = sets ? TRY(list_drafts(site.app(), asking(request))) : std::vector<RulebookDraft>();
    content.set("has_drafts", !drafts.empty()).set("drafts", drafts_table(drafts));
    content.set("paging", paging({.first = 1,
                                  .shown = views.size(),
                                  .total = static_cast<std::int64_t>(views.size()),
                                  .noun = "quy định",
                                  .exports_path = "/quy-dinh"}));
    Page page{.view = "rulebooks/list", .title = "Quy định", .section = section};
    return site.page(request, page, std::move(content));
}

Result<TableStream> list_rows(Site& site, const Request&) { return export_rulebooks(site.app()); }

} // namespace phusa::web::rulebooks
