#include "app/papers/numbers.hpp"

#include "app/gate.hpp"
#include "app/unit_names.hpp"
#include "web/http/percent.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/paper_forms/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::paper_forms
{

namespace
{

constexpr std::string_view own_path = "/so-van-ban";

std::string path_of_body(std::string_view code) { return fmt::format("{}?don_vi={}", own_path, percent_encoded(code)); }

// Which of the two forms was sent and refused.
struct Refused {
    const Problem* numbers = nullptr;
    const Problem* term = nullptr;
};

View series_table(const BodyNumbers& numbers)
{
    TableView table("Các dãy số");
    table.quiet_caption()
        .cards()
        .column("Loại")
        .column("Nhiệm kỳ")
        .column("Cấp trước Phù Sa")
        .column("Phù Sa cấp")
        .column("Số tiếp theo");
    for (const auto& each : numbers.series)
        table.row({{.text = fmt::format("{}/{}", each.series.type, each.series.sign)},
                   {.text = each.series.term},
                   {.text = each.given > 0 ? fmt::format("đến số {:02}", each.given) : "không có"},
                   {.text = fmt::format("{} số", each.count)},
                   {.text = fmt::format("{:02}", each.next)}});
    return std::move(table).view();
}

std::vector<FormChoice> choices_of(const std::vector<std::string>& names)
{
    std::vector<FormChoice> choices;
    for (const auto& name : names)
        choices.push_back({name, name});
    return choices;
}

View given_form(const BodyNumbers& numbers, const Request& request, const Problem* problem)
{
    FormView form(std::string(own_path), "Ghi số đã cấp", request.form, problem);
    form.hidden("don_vi", numbers.body.code)
        .select("type", "Loại văn bản", choices_of(numbers.types), {.required = true})
        .select("term", "Nhiệm kỳ", choices_of(numbers.terms), {.required = true, .value = numbers.term_today})
        .text("last", "Số cuối đã cấp trước khi dùng Phù Sa",
              {.hint = "Giấy sau mang số kế tiếp. Chưa cấp số nào thì ghi 0.", .required = true});
    return form.view();
}

View term_form(const BodyNumbers& numbers, const Request& request, const Problem* problem)
{
    FormView form(fmt::format("{}/nhiem-ky", own_path), "Ghi nhiệm kỳ", request.form, problem);
    form.hidden("don_vi", numbers.body.code)
        .text("name", "Nhiệm kỳ", {.hint = "Hai năm, như 2025–2030.", .required = true})
        .date("from", "Bắt đầu từ ngày",
              {.hint = "Ngày đại hội của đơn vị. Số văn bản từ ngày này lại bắt đầu từ 01.", .required = true});
    return form.view();
}

View::List own_terms(const BodyNumbers& numbers)
{
    View::List terms;
    for (const auto& term : numbers.own_terms)
        terms.push_back(View()
                            .set("name", term.name)
                            .set("from", term.from.vietnamese())
                            .set("may_forget", numbers.may_change)
                            .set("code", numbers.body.code)
                            .set("path", fmt::format("{}/nhiem-ky/bo", own_path)));
    return terms;
}

Result<OrganisationId> asked_body(Site& site, const Request& request, std::string_view code)
{
    if (!code.empty()) {
        if (auto unit = unit_with_code(site.app(), code))
            return *unit;
        return problem(Problem::Kind::not_found, "Không có đơn vị mang mã này.");
    }
    const auto actor = asking(request);
    auto home = Gate(site.app(), actor).home();
    if (!home)
        return problem(Problem::Kind::refused, "Anh/chị chưa được giao việc ở đơn vị nào.");
    return *home;
}

Result<Response> page(Site& site, const Request& request, std::string_view code, const Refused& refused)
{
    auto body = TRY(asked_body(site, request, code));
    auto numbers = TRY(body_numbers(site.app(), asking(request), body));
    View content;
    content
        .set("head", page_head("Số văn bản", numbers.body.name,
                               "Số chạy từ 01 theo từng loại văn bản trong một nhiệm kỳ của đơn vị. Số đã cấp trước "
                               "khi dùng Phù Sa thì ghi ở đây, để số sau nối tiếp."))
        .set("own_path", std::string(own_path))
        .set("code", numbers.body.code)
        .set("has_series", !numbers.series.empty())
        .set("series", series_table(numbers))
        .set("term_today", numbers.term_today)
        .set("terms", View(own_terms(numbers)))
        .set("may_change", numbers.may_change && !numbers.types.empty())
        .set("given_form", given_form(numbers, request, refused.numbers))
        .set("term_form", term_form(numbers, request, refused.term));
    Page look{.view = "paper_forms/numbers", .title = "Số văn bản: " + numbers.body.name, .section = section};
    const auto* problem = refused.numbers ? refused.numbers : refused.term;
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

} // namespace

Result<Response> numbers(Site& site, const Request& request)
{
    return page(site, request, request.query.text("don_vi"), {});
}

Result<Response> tell_numbers(Site& site, const Request& request)
{
    FormReader form(request.form);
    auto code = form.text("don_vi");
    auto body = TRY(asked_body(site, request, code));
    TRY(body_numbers(site.app(), asking(request),
                     body)); // whoever may not see it learns nothing of what a form should say
    NumbersGiven told{
        .body = body, .type = form.text("type", Need::required), .term = form.text("term", Need::required)};
    auto last = form.number("last", Need::required);
    auto wrong = form.problem();
    if (wrong)
        return page(site, request, code, {.numbers = &*wrong});
    told.last = static_cast<int>(std::min<std::int64_t>(last.value_or(0), paper_number_max + 1));
    if (auto done = tell_numbers_given(site.app(), asking(request), told); !done)
        return page(site, request, code, {.numbers = &done.error()});
    return site.redirect_with(
        request, path_of_body(code),
        fmt::format("Đã ghi: văn bản {} của nhiệm kỳ {} nối tiếp sau số {:02}.", told.type, told.term, told.last));
}

Result<Response> put_term(Site& site, const Request& request)
{
    FormReader form(request.form);
    auto code = form.text("don_vi");
    auto body = TRY(asked_body(site, request, code));
    TRY(body_numbers(site.app(), asking(request), body));
    CommitteeTerm term{.name = form.text("name", Need::required), .from = {}};
    term.from = form.date("from", Need::required).value_or(Date());
    auto wrong = form.problem();
    if (wrong)
        return page(site, request, code, {.term = &*wrong});
    if (auto done = tell_term(site.app(), asking(request), body, term); !done)
        return page(site, request, code, {.term = &done.error()});
    return site.redirect_with(request, path_of_body(code), "Đã ghi nhiệm kỳ của đơn vị.");
}

Result<Response> drop_term(Site& site, const Request& request)
{
    auto code = request.form.text("don_vi");
    auto body = TRY(asked_body(site, request, code));
    TRY_DO(forget_term(site.app(), asking(request), body, std::string(request.form.text("nhiem_ky"))));
    return site.redirect_with(request, path_of_body(code), "Đã bỏ nhiệm kỳ; số văn bản lại chạy theo nhiệm kỳ chung.");
}

} // namespace phusa::web::paper_forms
