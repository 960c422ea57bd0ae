#include "app/rulebooks/views.hpp"

#include "app/rulebooks/kept.hpp"
#include "app/rulebooks/view_making.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

std::string values_in_words(const RuleSetting& setting)
{
    std::vector<std::string> parts;
    for (const auto& each : setting.values)
        parts.push_back(fmt::format("{}: {}", title_of_value(setting.rule, each.key),
                                    shown_value(setting.rule, each.key, each.value)));
    return parts.empty() ? "xác nhận như đang ghi" : fmt::format("{}", fmt::join(parts, "; "));
}

RuleSettingView view_of(const KeptSetting& kept, bool is_in_use)
{
    RuleSettingView view{.number = kept.number,
                         .rule = kept.setting.rule,
                         .title =
                             kept.setting.rule ? std::string(title_of(*kept.setting.rule)) : "Số, ngày của văn bản",
                         .was = kept.was,
                         .set = values_in_words(kept.setting),
                         .note = kept.setting.note,
                         .at = vietnamese_time(kept.set.at),
                         .by = kept.set.by,
                         .is_in_use = is_in_use,
                         .taken_back_at = {},
                         .taken_back_by = {},
                         .taken_back_reason = {}};
    if (kept.taken_back) {
        view.taken_back_at = vietnamese_time(kept.taken_back->at);
        view.taken_back_by = kept.taken_back->by;
        view.taken_back_reason = kept.taken_back->reason;
    }
    return view;
}

Cell day_cell(const std::optional<Date>& day) { return day ? Cell(*day) : Cell(); }

} // namespace

std::string_view key_of(RulebookState state)
{
    constexpr std::array<std::string_view, 4> keys = {"past", "in_force", "coming", "draft"};
    return keys[std::to_underlying(state)];
}

std::string_view title_of(RulebookState state)
{
    constexpr std::array<std::string_view, 4> titles = {"Hết hiệu lực", "Đang có hiệu lực", "Chưa có hiệu lực",
                                                        "Dự thảo áp dụng"};
    return titles[std::to_underlying(state)];
}

std::vector<RulebookView> show_rulebooks(App& app)
{
    const auto& books = app.rulebooks();
    std::vector<RulebookView> views;
    for (std::size_t place = books.all().size(); place-- > 0;)
        views.push_back(view_of(books, place, app.today()));
    return views;
}

Result<RulebookView> show_rulebook(App& app, std::string_view slug)
{
    const auto& books = app.rulebooks();
    return view_of(books, TRY(place_of_slug(books, slug)), app.today());
}

std::vector<RuleSettingView> rule_settings(App& app, std::string_view slug)
{
    auto session = app.database().read();
    auto kept = read_kept_rules(kept_rules_text(session));
    std::vector<std::int64_t> unfit;
    rulebooks_with(kept, &unfit);
    std::vector<RuleSettingView> views;
    for (const auto& each : kept.settings)
        if (slug_of(each.setting.regulation) == slug)
            views.push_back(view_of(each, !each.taken_back && std::ranges::find(unfit, each.number) == unfit.end()));
    std::ranges::reverse(views);
    return views;
}

TableStream export_rulebooks(App& app)
{
    using enum Table::Kind;
    Table table{.title = "Các quy định về thi hành Điều lệ Đảng",
                .notes = {fmt::format("Lập lúc {}.", vietnamese_time(app.clock().now()))},
                .columns = {{"number", "Số", text},
                            {"title", "Tên văn bản", text},
                            {"issuer", "Cơ quan ban hành", text},
                            {"issued", "Ngày ban hành", date},
                            {"in_force_from", "Có hiệu lực từ", date},
                            {"until", "Đến hết ngày", date},
                            {"state", "Tình trạng", text},
                            {"confidence", "Độ chắc của số, ngày", text},
                            {"weak_values", "Trị số cần xác nhận", count}},
                .rows = {}};
    for (const auto& each : show_rulebooks(app))
        table.rows.push_back({each.number, each.title, each.issuer, each.issued, each.in_force_from,
                              day_cell(each.until), std::string(title_of(each.state)), each.confidence,
                              std::int64_t{each.weak_values}});
    return stream_of(std::move(table));
}

Result<TableStream> export_rulebook(App& app, std::string_view slug)
{
    auto view = TRY(show_rulebook(app, slug));
    using enum Table::Kind;
    Table table{.title = fmt::format("Trị số của Quy định {}", view.number),
                .notes = {fmt::format("Lập lúc {}.", vietnamese_time(app.clock().now()))},
                .columns = {{"rule", "Mã", text},
                            {"title", "Quy tắc", text},
                            {"value", "Trị số", text},
                            {"since", "Từ ngày", date},
                            {"citation", "Điều, khoản", text},
                            {"confidence", "Độ chắc", text},
                            {"before", "Văn bản trước ghi", text},
                            {"source", "Nguồn", text},
                            {"note", "Ghi chú", text}},
                .rows = {}};
    for (const auto& each : view.rules)
        table.rows.push_back({std::string(key_of(each.rule)), each.title, each.summary, day_cell(each.since),
                              each.citation, each.confidence, each.before, each.source, each.note});
    return stream_of(std::move(table));
}

} // namespace phusa
