#include "app/rulebooks/addition.hpp"
#include "base/number_text.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/rulebooks/looks.hpp"

#include <fmt/format.h>

namespace phusa::web::rulebooks
{

namespace
{

CellLook state_of(const RuleSettingView& setting)
{
    if (!setting.taken_back_at.empty())
        return {.text = fmt::format("Rút lại: {}", setting.taken_back_reason),
                .note = fmt::format("{}, {}", setting.taken_back_by, setting.taken_back_at)};
    if (!setting.is_in_use)
        return {.badge = "Không còn áp dụng", .tone = "plain"};
    return {.badge = "Đang dùng", .tone = "good"};
}

View settings_table(const std::vector<RuleSettingView>& settings, bool sets)
{
    TableView table("Tỉnh đã xác nhận, đặt lại");
    table.quiet_caption().cards().column("Quy tắc").column("Trước đó").column("Tỉnh đặt").column("Căn cứ");
    table.column("Tình trạng");
    if (sets)
        table.column("Rút lại");
    for (const auto& setting : settings) {
        std::vector<CellLook> cells{{.text = setting.title},
                                    {.text = setting.was},
                                    {.text = setting.set},
                                    {.text = setting.note, .note = fmt::format("{}, {}", setting.by, setting.at)},
                                    state_of(setting)};
        if (sets && setting.taken_back_at.empty())
            cells.push_back({.text = "Rút lại…", .href = fmt::format("/quy-dinh/rut-lai/{}", setting.number)});
        else if (sets)
            cells.push_back({});
        table.row(std::move(cells));
    }
    return std::move(table).view();
}

View::List actions_of(Site& site, const RulebookView& view, bool sets)
{
    View::List actions;
    if (sets && view.is_weak)
        actions.push_back(action(path_of(view) + "/dat", "Xác nhận số, ngày", "check", true));
    else if (sets)
        actions.push_back(action(path_of(view) + "/dat", "Sửa ngày của văn bản", "change"));
    if (sets && may_remove(site.app(), view))
        actions.push_back(action(path_of(view) + "/go", "Gỡ quy định này", "delete"));
    return actions;
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    auto view = TRY(show_rulebook(site.app(), request.route_text("so")));
    auto settings = rule_settings(site.app(), view.slug);
    bool sets = may_set(site, request);
    auto state = state_look(view.state);
    View content;
    content.set("head", page_head("Quy định " + view.number, "Quy định",
                                  fmt::format("{} của {}.", view.title, view.issuer), actions_of(site, view, sets)));
    content.set("badge", state.badge).set("tone", state.tone).set("is_weak", view.is_weak);
    content.set("is_added", view.is_added).set("facts", facts_of(view));
    content.set("weak_values", view.weak_values > 0 ? vietnamese_number(view.weak_values) : std::string());
    content.set("has_settings", !settings.empty()).set("settings", settings_table(settings, sets));
    content.set("replaces", view.replaces).set("has_changes", view.changed_values > 0);
    content.set("differences", differences_of(view));
    content.set("rules", rules_of(view, sets ? path_of(view) + "/dat" : std::string())).set("sets", sets);
    content.set("paging", paging({.first = 1,
                                  .shown = view.rules.size(),
                                  .total = static_cast<std::int64_t>(view.rules.size()),
                                  .noun = "quy tắc",
                                  .exports_path = path_of(view) + "/tri-so"}));
    return site.page(request, page_of("rulebooks/show", "Quy định " + view.number), std::move(content));
}

Result<TableStream> show_rows(Site& site, const Request& request)
{
    return export_rulebook(site.app(), request.route_text("so"));
}

} // namespace phusa::web::rulebooks
