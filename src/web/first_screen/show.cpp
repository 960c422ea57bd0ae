#include "base/number_text.hpp"
#include "web/first_screen/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>

namespace phusa::web::first_screen
{

namespace
{

Result<Glance> asked_glance(Site& site, const Request& request)
{
    FormReader query(request.query);
    auto unit = query.id<struct Organisation>("don_vi");
    auto day = query.date("ngay");
    if (auto problem = query.problem())
        return std::unexpected(*problem);
    return glance(site.app(), asking(request), unit, day.value_or(site.app().today()));
}

std::string quiet_lead(const Glance& glance)
{
    if (glance.quiet_cells == 0)
        return fmt::format("Tất cả {} chi bộ đều có kết nạp đảng viên trong {} năm qua.",
                           vietnamese_number(glance.cells), quiet_years);
    return fmt::format("{} trong {} chi bộ ({}) chưa kết nạp đảng viên nào trong {} năm qua.",
                       vietnamese_number(glance.quiet_cells), vietnamese_number(glance.cells),
                       vietnamese_share(glance.quiet_cells, glance.cells), quiet_years);
}

std::string quiet_note(const Glance& glance)
{
    if (glance.quietest.size() <= quiet_shown)
        return {};
    return fmt::format("Trên đây là {} chi bộ chờ lâu nhất; mở trang của từng đơn vị để xem các chi bộ của đơn vị đó.",
                       quiet_shown);
}

// "41 đơn vị tăng, 25 đơn vị giảm, 3 đơn vị bằng cùng kỳ năm trước."
void add_children_words(View& content, const Glance& glance)
{
    auto count = [&](auto holds) {
        return std::ranges::count_if(
            glance.children, [&](const Glance::Child& child) { return holds(child.this_year.value, child.last_year); });
    };
    constexpr std::size_t few = 12;
    content.set("children_lead",
                fmt::format("So với cùng kỳ năm trước: {} đơn vị tăng, {} đơn vị giảm, {} đơn vị bằng.",
                            count(std::greater()), count(std::less()), count(std::equal_to())));
    content.set("children_summary", fmt::format("Bảng {} đơn vị", glance.children.size()));
    content.set("few_children", glance.children.size() <= few);
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    auto shown = asked_glance(site, request);
    if (!shown)
        return std::unexpected(shown.error());
    View content;
    View::List actions;
    actions.push_back(
        action(fmt::format("/bao-cao/ket-qua?don_vi={}", shown->unit.id.value), "Đoạn báo cáo", "reports"));
    actions.push_back(action(fmt::format("/to-chuc/{}", shown->unit.id.value), "Tổ chức", "organisation"));
    content.set("head", page_head(shown->unit.name, "Tổng quan",
                                  fmt::format("Số liệu đến ngày {}.", shown->as_of.vietnamese()), std::move(actions)));
    auto tiles = tiles_of(*shown);
    if (auto dossiers = dossier_tile(site, request, shown->unit.id))
        tiles.add(std::move(*dossiers));
    content.set("tiles", std::move(tiles)).set("years", years_chart(*shown)).set("months", months_chart(*shown));
    content.set("has_breakdowns", shown->breakdown_total > 0).set("breakdowns", breakdown_views(*shown));
    content.set("breakdown_title", "Cơ cấu đảng viên kết nạp " + shown->breakdown_period.vietnamese());
    content.set("has_children", !shown->children.empty()).set("children", children_table(*shown));
    add_children_words(content, *shown);
    content.set("first_breakdown", first_breakdown(*shown));
    content.set("quiet_note", quiet_note(*shown));
    content.set("quiet_lead", quiet_lead(*shown)).set("has_quiet", !shown->quietest.empty());
    content.set("quiet", quiet_table(*shown));
    return site.page(request, {.view = "first_screen/show", .title = "Tổng quan", .section = "tong-quan"},
                     std::move(content));
}

Result<TableStream> figures(Site& site, const Request& request)
{
    auto shown = TRY(asked_glance(site, request));
    Table table{.title = fmt::format("Tổng quan công tác phát triển đảng viên: {}", shown.unit.name),
                .notes = {fmt::format("Số liệu đến ngày {}.", shown.as_of.vietnamese())},
                .columns = {{"group", "Nhóm", Table::Kind::text},
                            {"part", "Mục", Table::Kind::text},
                            {"people", "Người", Table::Kind::count}},
                .rows = {}};
    auto add = [&](std::string group, std::string part, std::int64_t people) {
        table.rows.push_back({std::move(group), std::move(part), people});
    };
    add("Đảng viên", "Hiện nay", shown.members);
    add("Đảng viên", "Dự bị", shown.probationary.value);
    add("Kết nạp", "Từ đầu năm", shown.this_year.value);
    add("Kết nạp", "Cùng kỳ năm trước", shown.last_year.value);
    for (const auto& year : shown.years)
        add("Kết nạp theo năm", year.label, year.admissions.value);
    for (const auto& month : shown.months)
        add("Kết nạp theo tháng", month.label, month.admissions.value);
    for (const auto& breakdown : shown.breakdowns)
        for (const auto& part : breakdown.parts)
            add(breakdown.title, part.label, part.admissions.value);
    for (const auto& child : shown.children)
        add("Kết nạp theo đơn vị", child.unit.name, child.this_year.value);
    return stream_of(std::move(table));
}

} // namespace phusa::web::first_screen
