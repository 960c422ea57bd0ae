#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/paper_forms/handlers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::paper_forms
{

std::string path_of(std::string_view code) { return "/mau-giay/" + fold(code); }

Result<Response> index(Site& site, const Request& request)
{
    auto forms = TRY(list_forms(site.app(), asking(request)));
    TableView table("Các mẫu giấy");
    table.quiet_caption().cards().column("Mẫu").column("Tên giấy").column("Người ký").column("Mẫu đang dùng");
    for (const auto& form : forms) {
        auto sent = std::ranges::count(form.templates, true, &TemplateView::stands);
        bool is_built = std::ranges::any_of(form.form->texts, &FormText::is_built);
        CellLook used{.badge = "Mẫu của phần mềm", .tone = "plain"};
        if (sent > 0)
            used = {.badge = fmt::format("{} mẫu của cơ quan", sent), .tone = "good"};
        else if (is_built)
            used = {.badge = "Bản dựng, nên thay", .tone = "warn"};
        table.row({{.text = form.form->code, .href = path_of(form.form->code)},
                   {.text = form.form->title},
                   {.text = form.form->signs},
                   std::move(used)});
    }
    View content;
    content
        .set("head",
             page_head("Mẫu giấy", {},
                       "Mỗi mẫu là một tệp Word. Tải về, sửa bằng Word hoặc LibreOffice, rồi gửi lại: từ đó giấy "
                       "của đơn vị và cấp dưới làm theo mẫu ấy."))
        .set("table", std::move(table).view());
    return site.page(request, {.view = "paper_forms/index", .title = "Mẫu giấy", .section = section},
                     std::move(content));
}

} // namespace phusa::web::paper_forms
