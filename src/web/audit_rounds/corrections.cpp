#include "app/audit_rounds/corrections.hpp"

#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"
#include "web/site/unit_choices.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::audit_rounds
{

namespace
{

constexpr std::string_view path = "/kiem-tra-mau/khac-phuc";

Result<CorrectionQuestion> question_of(const Fields& query)
{
    FormReader reader(query);
    CorrectionQuestion question;
    question.organisation = reader.id<struct Organisation>("don_vi");
    question.state = reader.choice("tinh_trang", correction_state);
    question.kind = reader.text("loai");
    question.round = reader.id<struct AuditRound>("dot");
    question.all = reader.ticked("tat_ca");
    auto first = reader.number("tu");
    question.first = first && *first > 0 ? static_cast<std::size_t>(*first) : 0;
    question.rows = limit::page_rows;
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    return question;
}

Fields fields_of(const CorrectionQuestion& question)
{
    Fields fields;
    if (question.organisation)
        fields.add("don_vi", std::to_string(question.organisation->value));
    if (question.state)
        fields.add("tinh_trang", std::string(key_of(*question.state)));
    if (!question.kind.empty())
        fields.add("loai", question.kind);
    if (question.round)
        fields.add("dot", std::to_string(question.round->value));
    if (question.all)
        fields.add("tat_ca", "1");
    return fields;
}

std::string page_path(const CorrectionQuestion& question, std::size_t first)
{
    auto fields = fields_of(question);
    if (first > 0)
        fields.add("tu", std::to_string(first));
    return fields.empty() ? std::string(path) : fmt::format("{}?{}", path, fields.urlencoded());
}

View filter_of(Site& site, const Request& request, const CorrectionQuestion& question)
{
    FormView form(std::string(path), "Lọc", fields_of(question));
    auto units = unit_choices(site.app(), asking(request), Right::see_dossiers, question.organisation);
    bool is_long = units.size() > short_unit_list_max;
    if (units.size() > 2 || question.organisation)
        form.select("don_vi", "Đơn vị", units, {.searchable = is_long});
    std::vector<FormChoice> kinds{{"", "Mọi loại"}};
    for (const auto& kind : check_fault_kinds())
        kinds.push_back({kind.key, kind.title});
    form.select("loai", "Loại thiếu sót", kinds);
    form.select("tinh_trang", "Tình trạng",
                {{"", "Chưa xong"},
                 {"open", std::string(title_of(CorrectionState::open))},
                 {"done", std::string(title_of(CorrectionState::done))},
                 {"confirmed", std::string(title_of(CorrectionState::confirmed))}});
    if (question.round)
        form.hidden("dot", std::to_string(question.round->value));
    View::List chips;
    if (question.round) {
        auto without = question;
        without.round.reset();
        chips.push_back(View().set("label", "Một đợt").set("remove_href", page_path(without, 0)));
    }
    if (question.all) {
        auto without = question;
        without.all = false;
        chips.push_back(View().set("label", "Cả việc đã xong").set("remove_href", page_path(without, 0)));
    }
    bool has_chips = !chips.empty();
    return form.view()
        .set("has_chips", has_chips)
        .set("chips", View(std::move(chips)))
        .set("clear_href", path)
        .set("found", "");
}

std::string days_in_words(const CorrectionLine& line)
{
    if (line.fault.state() != CorrectionState::open)
        return {};
    return line.days_left < 0    ? fmt::format("quá hạn {} ngày", -line.days_left)
           : line.days_left == 0 ? std::string("hết hạn hôm nay")
                                 : fmt::format("còn {} ngày", line.days_left);
}

CellLook state_of(const CorrectionLine& line)
{
    auto state = line.fault.state();
    return {.badge = std::string(title_of(state)),
            .tone = line.is_late                          ? "bad"
                    : state == CorrectionState::confirmed ? "good"
                    : state == CorrectionState::done      ? "info"
                                                          : "plain"};
}

View table_of(const CorrectionPage& page)
{
    TableView table("Việc khắc phục");
    table.quiet_caption().cards();
    table.column("Thiếu sót").column("Hồ sơ của").column("Mức độ").column("Hạn").column("Tình trạng");
    for (const auto& line : page.rows)
        table.row({{.text = line.kind_title, .href = path_of(line.fault.id), .note = line.round_name},
                   {.text = line.name, .note = line.cell_name},
                   {.text = std::string(title_of(line.fault.severity))},
                   {.text = line.fault.due.vietnamese(), .note = days_in_words(line)},
                   state_of(line)});
    table.empty("Không có việc khắc phục nào", "Thiếu sót ghi trong phiếu kiểm tra sẽ thành việc ở đây, kèm hạn.");
    return std::move(table).view();
}

} // namespace

Result<Response> corrections(Site& site, const Request& request)
{
    auto question = TRY(question_of(request.query));
    auto page = TRY(list_corrections(site.app(), asking(request), question));
    View content;
    content.set("head",
                page_head("Việc khắc phục", {},
                          page.late == 0 ? std::string("Không có việc nào quá hạn khắc phục.")
                                         : fmt::format("{} việc quá hạn khắc phục.", vietnamese_number(page.late))));
    set_tabs(site, request, path, content);
    content.set("filters", View(View::List{filter_of(site, request, question)})).set("table", table_of(page));
    auto end = question.first + page.rows.size();
    content.set(
        "paging",
        paging({.first = page.rows.empty() ? 0U : question.first + 1,
                .shown = page.rows.size(),
                .total = page.total,
                .noun = "việc",
                .previous_href = question.first == 0
                                     ? std::string()
                                     : page_path(question, question.first - std::min(question.first, question.rows)),
                .next_href = static_cast<std::int64_t>(end) < page.total ? page_path(question, end) : "",
                .exports_path = std::string(path),
                .exports_query = fields_of(question).urlencoded()}));
    Page look{.view = "audit_rounds/list", .title = "Việc khắc phục", .section = section};
    look.crumbs.emplace_back("Kiểm tra mẫu hồ sơ", "/kiem-tra-mau");
    return site.page(request, look, std::move(content));
}

Result<TableStream> correction_rows(Site& site, const Request& request)
{
    return export_corrections(site.app(), asking(request), TRY(question_of(request.query)));
}

} // namespace phusa::web::audit_rounds
