#include "base/number_text.hpp"
#include "web/http/percent.hpp"
#include "web/layout/table_view.hpp"
#include "web/quality/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

namespace phusa::web::quality
{

namespace
{

std::string index_path(OrganisationId unit) { return fmt::format("/chat-luong?don_vi={}", unit.value); }

Result<std::optional<OrganisationId>> asked_unit(const Request& request)
{
    FormReader reader(request.query);
    auto unit = reader.id<struct Organisation>("don_vi");
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    return unit;
}

CellLook number(std::int64_t value, std::string href = {})
{
    return {.text = vietnamese_number(value), .href = value == 0 ? std::string() : std::move(href), .numeric = true};
}

// The checks of one group that find anybody.
View checks_of(const DataQuality& quality, FaultGroup group)
{
    TableView table{std::string(title_of(group))};
    table.quiet_caption().column("Loại lỗi").column("Số", true);
    auto checks = data_checks();
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (checks[i].group != group || quality.counts[i] == 0)
            continue;
        FaultQuestion question{.organisation = quality.unit.id, .check = std::string(checks[i].key)};
        table.row(
            {{.text = std::string(checks[i].title), .href = list_path(question), .note = std::string(checks[i].advice)},
             number(quality.counts[i])});
    }
    table.empty("Không có lỗi nào thuộc nhóm này");
    return std::move(table).view();
}

View groups_of(const DataQuality& quality)
{
    View::List groups;
    for (auto group : all_fault_groups()) {
        auto count = quality.groups[static_cast<std::size_t>(group)];
        groups.push_back(View()
                             .set("group_key", key_of(group))
                             .set("group_title", title_of(group))
                             .set("group_count", vietnamese_number(count))
                             .set("table", checks_of(quality, group)));
    }
    return View(std::move(groups));
}

View parts_of(const DataQuality& quality)
{
    TableView table("Theo đơn vị trực thuộc");
    table.quiet_caption().column("Đơn vị").column("Người", true);
    for (auto group : all_fault_groups())
        table.column(std::string(title_of(group)), true);
    for (const auto& part : quality.parts) {
        std::vector<CellLook> cells{{.text = part.unit.name, .href = index_path(part.unit.id)}, number(part.people)};
        for (auto group : all_fault_groups()) {
            FaultQuestion question{.organisation = part.unit.id, .check = {}, .group = group};
            cells.push_back(number(part.groups[static_cast<std::size_t>(group)], list_path(question)));
        }
        table.row(std::move(cells));
    }
    return std::move(table).view();
}

View actions_of(const DataQuality& quality)
{
    View::List actions;
    auto unit = fmt::format("/to-chuc/{}", quality.unit.id.value);
    if (has_members(quality.unit.kind))
        actions.push_back(action(unit + "/nhap-phieu", "Nhập phiếu rà soát", "change", true));
    if (has_members(quality.unit.kind) || is_grassroots(quality.unit.kind))
        actions.push_back(action(unit + "/phieu-ra-soat", "In phiếu rà soát", "print"));
    actions.push_back(action("/chat-luong/da-gop", "Đã gộp, đã đánh dấu", "history"));
    return View(std::move(actions));
}

} // namespace

Result<Response> index(Site& site, const Request& request)
{
    auto unit = TRY(asked_unit(request));
    auto quality = TRY(data_quality(site.app(), asking(request), unit));
    auto lead = quality.people_with_faults == 0
                    ? std::string("Chưa thấy gì cần sửa trong đơn vị này.")
                    : fmt::format("{} trong {} người có điều cần rà soát.",
                                  vietnamese_number(quality.people_with_faults), vietnamese_number(quality.people));
    View content;
    content.set("head", page_head("Chất lượng dữ liệu", quality.unit.name, lead, *actions_of(quality).list()));
    content.set("groups", groups_of(quality));
    content.set("has_parts", !quality.parts.empty()).set("parts", parts_of(quality));
    content.set("paging", paging({.first = quality.parts.empty() ? 0U : 1U,
                                  .shown = quality.parts.size(),
                                  .total = static_cast<std::int64_t>(quality.parts.size()),
                                  .noun = "đơn vị",
                                  .exports_path = "/chat-luong",
                                  .exports_query = fmt::format("don_vi={}", quality.unit.id.value)}));
    Page page{.view = "quality/index", .title = "Chất lượng dữ liệu", .section = section};
    for (const auto& above : quality.path)
        if (above.id != quality.unit.id)
            page.crumbs.emplace_back(above.name, index_path(above.id));
    return site.page(request, page, std::move(content));
}

Result<TableStream> index_rows(Site& site, const Request& request)
{
    return export_fault_counts(site.app(), asking(request), TRY(asked_unit(request)));
}

} // namespace phusa::web::quality
