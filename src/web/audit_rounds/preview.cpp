#include "app/audit_rounds/drawing.hpp"
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

constexpr std::string_view path = "/kiem-tra-mau/moi";
constexpr int days_to_check = 30;
constexpr std::size_t short_list_max = 60; // a longer one is folded

Result<AuditWish> wish_in(const Fields& fields)
{
    FormReader form(fields);
    AuditWish wish;
    wish.unit = form.id<struct Organisation>("unit", Need::required).value_or(OrganisationId());
    wish.name = form.text("name", Need::required);
    wish.period.first = form.date("first", Need::required).value_or(Date());
    wish.period.last = form.date("last", Need::required).value_or(Date());
    wish.share = static_cast<int>(form.number("share", Need::required).value_or(0));
    wish.seed = form.number("seed", Need::required).value_or(0);
    wish.due = form.date("due", Need::required).value_or(Date());
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    return wish;
}

std::vector<FormChoice> share_choices()
{
    std::vector<FormChoice> choices;
    auto shares = audit_shares();
    for (int share = shares.least; share <= shares.most; ++share)
        choices.push_back({std::to_string(share), fmt::format("{}%", share)});
    return choices;
}

std::vector<FormChoice> unit_list(Site& site, const Request& request)
{
    auto units = unit_choices(site.app(), asking(request), Right::record_committee_acts, {});
    units.front().label = "Hãy chọn";
    return units;
}

// The form that asks for a preview. It changes nothing, so it is sent as a query.
FormView question_form(Site& site, const Request& request, const Fields& typed, const Problem* problem)
{
    auto today = site.app().today();
    FormView form(std::string(path), "Xem danh sách rút", typed, problem);
    auto units = unit_list(site, request);
    bool is_long = units.size() > short_unit_list_max;
    form.select("unit", "Cấp uỷ mở đợt", units, {.required = true, .searchable = is_long});
    form.text("name", "Tên đợt",
              {.required = true, .value = fmt::format("Kiểm tra hồ sơ kết nạp năm {}", today.year())});
    form.date("first", "Hồ sơ có việc từ ngày", {.required = true, .value = fmt::format("01/01/{}", today.year())});
    form.date("last", "đến ngày", {.required = true, .value = today.vietnamese()});
    form.select("share", "Tỷ lệ rút", share_choices(),
                {.hint = "Mỗi đơn vị trực thuộc có hồ sơ được rút ít nhất một.",
                 .required = true,
                 .value = std::to_string(audit_shares().usual)});
    form.text("seed", "Số rút",
              {.hint = "Nên bốc thăm công khai. Cùng số này thì ai rút cũng ra đúng danh sách; mỗi lần xem thử đều ghi "
                       "vào nhật ký.",
               .required = true,
               .value = fmt::format("{:04}{:02}{:02}", today.year(), today.month(), today.day()),
               .is_short = true});
    form.date("due", "Hạn kiểm tra", {.required = true, .value = today.plus_days(days_to_check).vietnamese()});
    return form;
}

View units_table(const AuditDraw& draw)
{
    TableView table("Rút bao nhiêu ở mỗi đơn vị");
    table.quiet_caption().compact().column("Đơn vị").column("Hồ sơ", true).column("Rút", true).column("Tỷ lệ", true);
    for (const auto& unit : draw.units)
        table.row({{.text = unit.name},
                   {.text = vietnamese_number(unit.dossiers), .numeric = true},
                   {.text = vietnamese_number(unit.drawn), .numeric = true},
                   {.text = vietnamese_share(unit.drawn, unit.dossiers), .numeric = true}});
    table.totals({{.text = "Cộng"},
                  {.text = vietnamese_number(std::ssize(draw.lots)), .numeric = true},
                  {.text = vietnamese_number(std::ssize(draw.drawn)), .numeric = true},
                  {.text = vietnamese_share(std::ssize(draw.drawn), std::ssize(draw.lots)), .numeric = true}});
    return std::move(table).view();
}

View drawn_table(const AuditDraw& draw)
{
    TableView table("Hồ sơ được rút và chi bộ kiểm tra");
    table.quiet_caption()
        .cards()
        .column("Hồ sơ của")
        .column("Chi bộ")
        .column("Số vé", true)
        .column("Dấu hiệu")
        .column("Chi bộ kiểm tra");
    for (const auto& one : draw.drawn)
        table.row({{.text = one.name, .note = std::string(title_of(one.stage))},
                   {.text = one.cell_name, .note = one.unit == one.cell ? std::string() : one.unit_name},
                   {.text = std::to_string(one.tickets), .numeric = true},
                   {.text = one.reasons.empty() ? "Ngẫu nhiên, không có dấu hiệu" : one.reasons},
                   {.text = one.checking_name}});
    return std::move(table).view();
}

View fixing_form(const Fields& asked, const AuditDraw& draw)
{
    FormView form(std::string(path), "Chốt danh sách và mở đợt");
    for (auto name : {"unit", "name", "first", "last", "share", "seed", "due"})
        form.hidden(name, std::string(asked.text(name)));
    form.hidden("fingerprint", draw.fingerprint);
    form.cancel("/kiem-tra-mau", "Không mở đợt");
    return form.view();
}

Response new_page(Site& site, const Request& request, const Fields& typed, const AuditDraw* draw,
                  const Problem* problem)
{
    View content;
    content.set("head",
                page_head("Mở đợt kiểm tra", {},
                          "Xem trước danh sách rút được, rồi mới chốt. Chốt xong thì danh sách không đổi nữa."));
    content.set("question", question_form(site, request, typed, problem).view());
    content.set("has_draw", draw != nullptr);
    if (draw) {
        content.set("draw_lead", fmt::format("Rút {} trong {} hồ sơ của {}, mỗi hồ sơ do một chi bộ khác kiểm tra.",
                                             vietnamese_number(std::ssize(draw->drawn)),
                                             vietnamese_number(std::ssize(draw->lots)), draw->unit.name));
        content.set("is_short", draw->drawn.size() <= short_list_max);
        content.set("units", units_table(*draw)).set("drawn", drawn_table(*draw));
        content.set("fixing", fixing_form(typed, *draw));
    }
    Page page{.view = "audit_rounds/new", .title = "Mở đợt kiểm tra", .section = section};
    page.crumbs.emplace_back("Kiểm tra mẫu hồ sơ", "/kiem-tra-mau");
    if (problem)
        return site.form_again(request, page, std::move(content), *problem);
    return site.page(request, page, std::move(content));
}

Result<void> pass_leading(Site& site, const Request& request)
{
    Gate gate(site.app(), asking(request));
    return gate.pass_anywhere(Right::record_committee_acts);
}

} // namespace

Result<Response> preview(Site& site, const Request& request)
{
    TRY_DO(pass_leading(site, request));
    if (request.query.empty())
        return new_page(site, request, {}, nullptr, nullptr);
    auto wish = wish_in(request.query);
    auto draw =
        wish ? draw_audit_round(site.app(), asking(request), *wish) : Result<AuditDraw>(std::unexpected(wish.error()));
    if (!draw && draw.error().kind == Problem::Kind::not_found)
        return std::unexpected(draw.error());
    return new_page(site, request, request.query, draw ? &*draw : nullptr, draw ? nullptr : &draw.error());
}

Result<Response> fix(Site& site, const Request& request)
{
    TRY_DO(pass_leading(site, request));
    auto wish = wish_in(request.form);
    if (!wish)
        return new_page(site, request, request.form, nullptr, &wish.error());
    auto opened = open_audit_round(site.app(), asking(request), *wish, request.form.text("fingerprint"));
    if (opened)
        return site.redirect_with(request, path_of(*opened), "Đã chốt danh sách và mở đợt kiểm tra.");
    if (opened.error().kind == Problem::Kind::not_found)
        return std::unexpected(opened.error());
    auto draw = draw_audit_round(site.app(), asking(request), *wish);
    return new_page(site, request, request.form, draw ? &*draw : nullptr, &opened.error());
}

} // namespace phusa::web::audit_rounds
