#include "app/dossiers/files.hpp"
#include "app/dossiers/registers.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "web/dossier_lists/handlers.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::dossier_lists
{

namespace
{

constexpr int first_year = 1930;

struct Asked {
    DecisionQuestion question;
    std::optional<Date> from;
    std::optional<Date> to;

    Fields fields() const
    {
        Fields fields;
        if (question.organisation)
            fields.add("don_vi", std::to_string(question.organisation->value));
        if (from)
            fields.add("tu", from->vietnamese());
        if (to)
            fields.add("den", to->vietnamese());
        return fields;
    }
};

Result<Asked> asked_of(const Fields& query, Date today)
{
    FormReader reader(query);
    refuse_unknown_keys(query, reader, {"don_vi", "tu", "den", "dong"});
    Asked asked{.question = {.organisation = reader.id<struct Organisation>("don_vi"),
                             .period = {},
                             .first = rows_passed_over(reader),
                             .rows = limit::page_rows},
                .from = reader.date("tu"),
                .to = reader.date("den")};
    if (asked.from && asked.to && *asked.to < *asked.from)
        reader.wrong("den", "Ngày cuối phải từ ngày đầu trở đi.");
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    if (asked.from || asked.to) {
        auto first = asked.from.value_or(Period::year(first_year).first);
        asked.question.period = Period{.first = first, .last = asked.to.value_or(std::max(first, today))};
    }
    return asked;
}

View filter_of(Site& site, const Request& request, const Asked& asked, const Problem* problem)
{
    FormView filter("/quyet-dinh", "Lọc", problem ? request.query : asked.fields(), problem);
    add_unit_field(filter, site, request, asked.question.organisation);
    filter.date("tu", "Từ ngày").date("den", "Đến ngày");
    View::List chips;
    if (asked.question.organisation) {
        auto without = asked;
        without.question.organisation.reset();
        chips.push_back(
            chip(unit_name(site.app(), *asked.question.organisation), with_query("/quyet-dinh", without.fields())));
    }
    if (asked.question.period) {
        auto without = asked;
        without.from = without.to = {};
        chips.push_back(chip(asked.question.period->vietnamese(), with_query("/quyet-dinh", without.fields())));
    }
    bool has_chips = !chips.empty();
    return filter.view()
        .set("has_chips", has_chips)
        .set("chips", View(std::move(chips)))
        .set("clear_href", "/quyet-dinh")
        .set("found", "");
}

// This year, its halves so far, last year: what reports ask for.
View tabs_of(const Asked& asked, Date today)
{
    View::List tabs;
    auto add = [&](std::string label, std::optional<Period> period) {
        auto there = asked;
        there.from = there.to = {};
        if (period) {
            there.from = period->first;
            there.to = period->last;
        }
        bool is_current = there.from == asked.from && there.to == asked.to;
        tabs.push_back(View()
                           .set("href", with_query("/quyet-dinh", there.fields()))
                           .set("label", std::move(label))
                           .set("count", "")
                           .set("current", is_current));
    };
    auto year = Period::year(today.year());
    add("Mọi thời gian", {});
    add(fmt::format("Năm {}", today.year()), year);
    Period first_half{.first = year.first, .last = year.first.plus_months(6).plus_days(-1)};
    add("6 tháng đầu năm", first_half);
    if (today > first_half.last)
        add("6 tháng cuối năm", Period{.first = first_half.last.plus_days(1), .last = year.last});
    add(fmt::format("Năm {}", today.year() - 1), Period::year(today.year() - 1));
    return View(std::move(tabs));
}

CellLook remark_of(const DecisionLine& line)
{
    if (line.cancelled)
        return {.badge = "Đã huỷ", .tone = "bad"};
    if (line.late)
        return {.badge = "Ban hành chậm", .tone = "warn"};
    return {};
}

View table_of(const DecisionPage& page)
{
    TableView table("Sổ quyết định");
    table.quiet_caption().cards();
    table.column("Họ và tên").column("Quyết định").column("Ngày").column("Cơ quan ban hành");
    table.column("Chi bộ nhận").column("Ghi chú");
    table.empty("Chưa có quyết định nào như vậy", "Hãy chọn kỳ khác hoặc đơn vị khác.", "/quyet-dinh", "Xem cả sổ");
    for (const auto& line : page.rows)
        table.row({{.text = line.name, .href = dossiers::path_of(line.dossier), .note = line.cell_name},
                   {.text = line.title, .note = line.paper.number.empty() ? "chưa ghi số" : "số " + line.paper.number},
                   {.text = line.on.vietnamese()},
                   {.text = line.paper.issuer},
                   {.text = line.received ? line.received->vietnamese() : ""},
                   remark_of(line)});
    return std::move(table).view();
}

Response register_page(Site& site, const Request& request, View content, int status)
{
    content.set("head", page_head("Sổ quyết định", {},
                                  "Quyết định kết nạp, công nhận chính thức, xoá tên, thông báo không chuẩn y và huỷ "
                                  "quyết định; mới nhất trước."));
    return site.page(
        request,
        {.view = "dossier_lists/register", .title = "Sổ quyết định", .section = "quyet-dinh", .status = status},
        std::move(content));
}

// The days were not understood: what is wrong stands beside the fields, above an empty list.
Response asked_wrongly(Site& site, const Request& request, const Problem& problem)
{
    View content;
    content.set("filters", View::List{filter_of(site, request, {}, &problem)});
    content.set("has_tabs", false).set("table", table_of({}));
    content.set("paging", paging_by_rows({.path = "/quyet-dinh", .asked = {}, .noun = "quyết định"}));
    return register_page(site, request, std::move(content), status_of(problem.kind));
}

} // namespace

Result<Response> decisions(Site& site, const Request& request)
{
    auto asked = asked_of(request.query, site.app().today());
    if (!asked)
        return asked_wrongly(site, request, asked.error());
    auto page = TRY(list_decisions(site.app(), asking(request), asked->question));
    View content;
    content.set("filters", View::List{filter_of(site, request, *asked, nullptr)});
    content.set("has_tabs", true).set("tabs_label", "Kỳ").set("tabs", tabs_of(*asked, site.app().today()));
    content.set("table", table_of(page));
    content.set("paging", paging_by_rows({.path = "/quyet-dinh",
                                          .asked = asked->fields(),
                                          .first = asked->question.first,
                                          .shown = page.rows.size(),
                                          .total = page.total,
                                          .noun = "quyết định"}));
    return register_page(site, request, std::move(content), 200);
}

Result<TableStream> decision_rows(Site& site, const Request& request)
{
    auto asked = TRY(asked_of(request.query, site.app().today()));
    return export_decisions(site.app(), asking(request), asked.question);
}

} // namespace phusa::web::dossier_lists
