#include "app/audit_rounds/statistics.hpp"

#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"
#include "web/site/unit_choices.hpp"

#include <fmt/core.h>

namespace phusa::web::audit_rounds
{

namespace
{

constexpr std::string_view path = "/kiem-tra-mau/thong-ke";

Result<CheckStatisticsQuestion> question_of(const Fields& query)
{
    FormReader reader(query);
    CheckStatisticsQuestion question{.organisation = reader.id<struct Organisation>("don_vi"),
                                     .round = reader.id<struct AuditRound>("dot")};
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    return question;
}

Fields fields_of(const CheckStatisticsQuestion& question)
{
    Fields fields;
    if (question.organisation)
        fields.add("don_vi", std::to_string(question.organisation->value));
    if (question.round)
        fields.add("dot", std::to_string(question.round->value));
    return fields;
}

int of_kind(const CheckCounts& counts, const std::string& kind)
{
    auto found = counts.by_kind.find(kind);
    return found == counts.by_kind.end() ? 0 : found->second;
}

CellLook number(int value, std::string href = {})
{
    return {.text = vietnamese_number(value), .href = value == 0 ? std::string() : std::move(href), .numeric = true};
}

View kinds_bars(const CheckStatistics& statistics)
{
    View::List parts;
    for (const auto& [kind, title] : statistics.kinds) {
        auto count = of_kind(statistics.whole, kind);
        parts.push_back(View()
                            .set("label", title)
                            .set("part_href", fmt::format("/kiem-tra-mau/khac-phuc?loai={}&don_vi={}&tat_ca=1", kind,
                                                          statistics.unit.id.value))
                            .set("number", vietnamese_number(count))
                            .set("share", vietnamese_share(count, statistics.whole.faults))
                            .set("width", std::to_string(100 * count / statistics.whole.faults)));
    }
    return View()
        .set("caption", "Thiếu sót theo loại")
        .set("quiet_caption", true)
        .set("part_label", "Loại thiếu sót")
        .set("number_label", "Số")
        .set("share_label", "Tỷ lệ")
        .set("parts", View(std::move(parts)))
        .set("has_whole", true)
        .set("whole", vietnamese_number(statistics.whole.faults))
        .set("whole_label", "Cộng");
}

// How many of a hundred checked dossiers had faults, round after round.
View rounds_chart(const CheckStatistics& statistics)
{
    View::List points;
    for (const auto& round : statistics.rounds) {
        const auto& counts = round.counts;
        auto value =
            View()
                .set("text", vietnamese_share(counts.with_faults, counts.checked))
                .set("value", counts.checked == 0 ? std::string()
                                                  : fmt::format("{:.1f}", 100.0 * counts.with_faults / counts.checked))
                .set("value_href", "");
        points.push_back(View().set("label", round.round.name).set("values", View(View::List{std::move(value)})));
    }
    return View()
        .set("chart", "bar")
        .set("caption", "Tỷ lệ hồ sơ có thiếu sót qua các đợt")
        .set("summary", "")
        .set("unit", "%")
        .set("head_label", "Đợt")
        .set("series", View(View::List{View().set("label", "Hồ sơ có thiếu sót")}))
        .set("points", View(std::move(points)));
}

View rounds_table(const CheckStatistics& statistics)
{
    TableView table("Các loại thiếu sót qua các đợt");
    table.quiet_caption().compact().column("Loại thiếu sót");
    for (const auto& round : statistics.rounds)
        table.column(round.round.name, true);
    for (const auto& [kind, title] : statistics.kinds) {
        std::vector<CellLook> cells{{.text = title}};
        for (const auto& round : statistics.rounds)
            cells.push_back(number(of_kind(round.counts, kind),
                                   fmt::format("/kiem-tra-mau/khac-phuc?loai={}&dot={}&don_vi={}&tat_ca=1", kind,
                                               round.round.id.value, statistics.unit.id.value)));
        table.row(std::move(cells));
    }
    std::vector<CellLook> totals{{.text = "Cộng"}};
    for (const auto& round : statistics.rounds)
        totals.push_back(number(round.counts.faults));
    table.totals(std::move(totals));
    return std::move(table).view();
}

View units_table(const CheckStatistics& statistics)
{
    TableView table("Theo đơn vị trực thuộc");
    table.quiet_caption().compact().column("Đơn vị").column("Rút", true).column("Kiểm tra", true);
    table.column("Có thiếu sót", true).column("Thiếu sót", true);
    for (auto severity : all_fault_severities())
        table.column(std::string(title_of(severity)), true);
    table.column("Đã xong", true);
    auto cells_of = [](CellLook head, const CheckCounts& counts) {
        std::vector<CellLook> cells{std::move(head), number(counts.drawn), number(counts.checked),
                                    number(counts.with_faults), number(counts.faults)};
        for (auto of_severity : counts.by_severity)
            cells.push_back(number(of_severity));
        cells.push_back(number(counts.confirmed));
        return cells;
    };
    for (const auto& unit : statistics.units)
        table.row(cells_of({.text = unit.unit.name, .href = fmt::format("{}?don_vi={}", path, unit.unit.id.value)},
                           unit.counts));
    table.totals(cells_of({.text = "Cộng"}, statistics.whole));
    return std::move(table).view();
}

View filter_of(Site& site, const Request& request, const CheckStatisticsQuestion& question)
{
    FormView form(std::string(path), "Lọc", fields_of(question));
    auto units = unit_choices(site.app(), asking(request), Right::see_dossiers, question.organisation);
    bool is_long = units.size() > short_unit_list_max;
    form.select("don_vi", "Đơn vị", units, {.searchable = is_long});
    if (question.round)
        form.hidden("dot", std::to_string(question.round->value));
    return form.view()
        .set("has_chips", false)
        .set("chips", View(View::List{}))
        .set("clear_href", path)
        .set("found", "");
}

std::string lead_of(const CheckStatistics& statistics)
{
    const auto& whole = statistics.whole;
    if (whole.drawn == 0)
        return "Chưa có hồ sơ nào được rút để kiểm tra.";
    return fmt::format(
        "{} hồ sơ được rút, {} đã kiểm tra, {} có thiếu sót ({}). Mỗi loại chỉ tính một lần trong một hồ "
        "sơ của một đợt.",
        vietnamese_number(whole.drawn), vietnamese_number(whole.checked), vietnamese_number(whole.with_faults),
        vietnamese_share(whole.with_faults, whole.checked));
}

} // namespace

Result<Response> statistics(Site& site, const Request& request)
{
    auto question = TRY(question_of(request.query));
    auto statistics = TRY(check_statistics(site.app(), asking(request), question));
    View content;
    content.set("head", page_head("Loại thiếu sót qua kiểm tra mẫu", statistics.unit.name, lead_of(statistics)));
    set_tabs(site, request, path, content);
    content.set("filter", filter_of(site, request, question));
    bool has_faults = statistics.whole.faults > 0;
    content.set("has_faults", has_faults);
    if (has_faults)
        content.set("bars", kinds_bars(statistics)).set("rounds", rounds_table(statistics));
    content.set("has_rounds", statistics.rounds.size() > 1).set("chart", rounds_chart(statistics));
    content.set("has_units", !statistics.units.empty()).set("units", units_table(statistics));
    content.set("paging", paging({.first = statistics.kinds.empty() ? 0U : 1U,
                                  .shown = statistics.kinds.size(),
                                  .total = static_cast<std::int64_t>(statistics.kinds.size()),
                                  .noun = "loại thiếu sót",
                                  .exports_path = std::string(path),
                                  .exports_query = fields_of(question).urlencoded()}));
    Page page{.view = "audit_rounds/statistics", .title = "Loại thiếu sót", .section = section};
    page.crumbs.emplace_back("Kiểm tra mẫu hồ sơ", "/kiem-tra-mau");
    return site.page(request, page, std::move(content));
}

Result<TableStream> statistics_rows(Site& site, const Request& request)
{
    return export_check_statistics(site.app(), asking(request), TRY(question_of(request.query)));
}

} // namespace phusa::web::audit_rounds
