#include "app/accounts.hpp"
#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "web/audit_log/handlers.hpp"
#include "web/audit_log/sentences.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <charconv>

namespace phusa::web::audit_log
{

namespace
{

View details_view(const AuditRow& row)
{
    View::List details;
    for (auto& [label, text] : details_of(row.details))
        details.push_back(View().set("detail", std::move(label)).set("value", std::move(text)));
    return View(std::move(details));
}

View row_view(const AuditRow& row)
{
    auto subject = subject_of(row);
    auto details = details_view(row);
    bool has_details = !details.list()->empty();
    return View()
        .set("number", vietnamese_number(row.number.value))
        .set("at", vietnamese_time(row.at))
        .set("at_machine", iso_time(row.at))
        .set("actor_name", row.actor_name == "?" ? "không rõ" : row.actor_name)
        .set("actor_href", row.actor ? fmt::format("/nhat-ky?nguoi={}", row.actor->value) : "")
        .set("phrase", phrase_for(row.action))
        .set("subject", subject.text)
        .set("subject_href", subject.href)
        .set("has_details", has_details)
        .set("details", std::move(details))
        .set("destroyed", row.details_destroyed);
}

std::vector<FormChoice> group_choices()
{
    std::vector<FormChoice> choices{{"", "Mọi việc"}};
    for (const auto& group : action_groups())
        choices.push_back({std::string(group.prefix), std::string(group.title)});
    return choices;
}

// The question without its place, for links to other pages of it and to files.
Fields asked(const Request& request)
{
    Fields kept;
    for (auto name : {"q", "nhom", "nguoi", "ho-so", "tu", "den"})
        if (!request.query.text(name).empty())
            kept.add(name, std::string(request.query.text(name)));
    return kept;
}

std::string href_of(const Fields& query) { return query.empty() ? "/nhat-ky" : "/nhat-ky?" + query.urlencoded(); }

// Only for showing "51–100 trong …": the rows themselves are found by number.
std::size_t first_row(const Request& request)
{
    auto text = request.query.text("dong");
    std::size_t first = 1;
    std::from_chars(text.data(), text.data() + text.size(), first);
    return std::max<std::size_t>(first, 1);
}

View paging_of(const Request& request, const AuditPage& page)
{
    auto question = asked(request);
    auto first = first_row(request);
    PagingLook look{.first = first,
                    .shown = page.rows.size(),
                    .total = page.total,
                    .noun = "dòng",
                    .exports_path = "/nhat-ky",
                    .exports_query = question.urlencoded()};
    if (request.query.has("truoc"))
        look.previous_href = href_of(question);
    if (page.next) {
        auto next = question;
        next.add("truoc", std::to_string(page.next->value));
        next.add("dong", std::to_string(first + page.rows.size()));
        look.next_href = href_of(next);
    }
    return paging(look);
}

View filter_of(Site& site, const Request& request, const Problem* problem)
{
    FormView filter("/nhat-ky", "Lọc", request.query, problem);
    filter.search("q", "Tìm", {.hint = {}})
        .select("nhom", "Loại việc", group_choices())
        .date("tu", "Từ ngày")
        .date("den", "Đến ngày");
    auto actor = request.query.text("nguoi");
    if (!actor.empty())
        filter.hidden("nguoi", std::string(actor));
    auto view = filter.view();
    View::List chips;
    auto id = question_of(request.query);
    if (id && id->actor) {
        auto account = show_account(site.app(), asking(request), *id->actor);
        auto without = asked(request);
        Fields rest;
        for (const auto& [name, value] : without.items())
            if (name != "nguoi")
                rest.add(name, value);
        chips.push_back(View()
                            .set("label", "Người làm: " + (account ? account->display_name : std::string(actor)))
                            .set("remove_href", href_of(rest)));
    }
    return view.set("has_chips", !chips.empty())
        .set("chips", View(std::move(chips)))
        .set("found", "")
        .set("clear_href", "");
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_audit));
    auto question = question_of(request.query);
    auto page = TRY(list_audit(site.app(), asking(request), question.value_or(AuditQuestion{})));
    auto head = TRY(audit_head(site.app(), asking(request)));
    View::List rows;
    for (const auto& row : page.rows)
        rows.push_back(row_view(row));
    View content;
    content
        .set("head", page_head("Nhật ký hệ thống", {},
                               "Ai đã làm gì, lúc nào. Mỗi dòng được nối với dòng trước bằng mã "
                               "băm, nên không sửa hay bỏ bớt được mà không bị phát hiện.",
                               {action("/nhat-ky/kiem-tra", "Kiểm tra chuỗi", "check")}))
        .set("filter", filter_of(site, request, question ? nullptr : &question.error()))
        .set("has_rows", !rows.empty())
        .set("rows", View(std::move(rows)))
        .set("paging", paging_of(request, page))
        .set("chain_number", vietnamese_number(head.number.value))
        .set("chain_hash", head.hash)
        .set("empty_heading", "Không có dòng nào")
        .set("empty_text", "Thử bỏ bớt điều kiện lọc.")
        .set("empty_href", "/nhat-ky")
        .set("empty_label", "Xem cả nhật ký");
    return site.page(request,
                     {.view = "audit_log/list",
                      .title = "Nhật ký",
                      .section = "nhat-ky",
                      .status = question ? 200 : status_of(question.error().kind)},
                     std::move(content));
}

Result<TableStream> rows(Site& site, const Request& request)
{
    return export_audit(site.app(), asking(request), TRY(question_of(request.query)));
}

Result<Response> verification(Site& site, const Request& request)
{
    auto verdict = TRY(verify_audit(site.app(), asking(request)));
    View content;
    content.set("head", page_head("Kiểm tra chuỗi nhật ký"))
        .set("is_good", !verdict.first_fault)
        .set("row_count", vietnamese_number(verdict.rows))
        .set("chain_hash", verdict.head)
        .set("fault_row", verdict.first_fault ? vietnamese_number(verdict.first_fault->value) : "")
        .set("fault", verdict.fault)
        .set("checked_at", vietnamese_time(site.app().clock().now()));
    return site.page(request,
                     {.view = "audit_log/verification",
                      .title = "Kiểm tra chuỗi",
                      .section = "nhat-ky",
                      .crumbs = {{"Nhật ký", "/nhat-ky"}}},
                     std::move(content));
}

} // namespace phusa::web::audit_log
