#include "app/people.hpp"
#include "app/quality/sheet.hpp"
#include "base/limits.hpp"
#include "web/layout/table_view.hpp"
#include "web/quality/handlers.hpp"
#include "web/quality/sheet_form.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace phusa::web::quality
{

namespace
{

std::string entry_path(OrganisationId cell) { return fmt::format("/to-chuc/{}/nhap-phieu", cell.value); }

// What came of one sending: whose fields stay on the page as typed, and what is wrong with them.
struct Taken {
    std::size_t saved = 0;
    std::set<PersonId> kept; // with what was typed
    Problem problem{.kind = Problem::Kind::invalid, .message = "Chưa lưu được một số người.", .fields = {}};

    bool has_failed() const { return !problem.fields.empty(); }
};

View person_view(const SheetPerson& one, const Fields& typed, const Problem* problem)
{
    auto form = sheet_form(one, typed, problem);
    auto born = one.person.born.vietnamese();
    return View()
        .set("anchor", fmt::format("nguoi-{}", one.person.id.value))
        .set("legend", one.person.name)
        .set("note", fmt::format("sinh {}, {}", born, title_of(one.person.standing)))
        .set("href", fmt::format("/nguoi/{}/dinh-chinh", one.person.id.value))
        .set("hidden", *form.find("hidden"))
        .set("fields", *form.find("fields"));
}

Response entry_page(Site& site, const Request& request, const CellSheet& sheet, const Taken& taken)
{
    const auto* problem = taken.has_failed() ? &taken.problem : nullptr;
    View::List people;
    std::size_t complete = 0;
    std::size_t fields = 0;
    for (const auto& one : sheet.people) {
        bool is_kept = taken.kept.contains(one.person.id);
        if (one.gaps.empty() && !is_kept) {
            ++complete;
            continue;
        }
        fields += one.gaps.size() + 2;
        // A form has so many fields at most; who does not fit comes when others are done.
        if (fields < limit::request_fields_max - 10)
            people.push_back(person_view(one, is_kept ? request.form : Fields(), problem));
    }
    auto path = entry_path(sheet.cell.id);
    FormView form(path, "Lưu tất cả", request.form, problem);
    form.date("sheet_day", "Ngày của phiếu",
              {.hint = "Ghi vào lý do của từng lần sửa", .required = true, .value = site.app().today().vietnamese()});
    form.cancel(fmt::format("/chat-luong?don_vi={}", sheet.cell.id.value), "Về bảng chất lượng dữ liệu");
    View content;
    auto lead =
        fmt::format("{} người còn thiếu thông tin, {} người đã đủ. Ghi ô nào lưu ô ấy, ô để trống không đổi gì; "
                    "phím Tab sang ô kế tiếp.",
                    people.size(), complete);
    auto unit = fmt::format("/to-chuc/{}/phieu-ra-soat", sheet.cell.id.value);
    content.set("head", page_head("Nhập phiếu rà soát", sheet.cell.name, lead,
                                  {action(unit, "In phiếu", "print"), action(unit + ".xlsx", "Tải Excel", "export")}));
    content.set("saved", taken.saved == 0 ? std::string() : fmt::format("Đã lưu {} người.", taken.saved));
    bool has_people = !people.empty();
    auto view = form.view();
    view.set("people", View(std::move(people)));
    view.set("draft", fmt::format("sheet-{}", sheet.cell.id.value));
    content.set("has_people", has_people).set("form", std::move(view));
    Page page{.view = "quality/entry", .title = "Nhập phiếu rà soát", .section = section};
    page.crumbs.emplace_back("Chất lượng dữ liệu", fmt::format("/chat-luong?don_vi={}", sheet.cell.id.value));
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

void keep(Taken& taken, PersonId person, const Problem& problem)
{
    taken.kept.insert(person);
    for (const auto& field : problem.fields) {
        bool is_prefixed = field.name.starts_with(sheet_prefix(person));
        auto name = is_prefixed ? field.name : sheet_prefix(person) + field.name;
        taken.problem.fields.push_back({.name = std::move(name), .message = field.message});
    }
    if (problem.fields.empty())
        taken.problem.fields.push_back({.name = sheet_prefix(person) + "version", .message = problem.message});
}

} // namespace

Result<Response> entry(Site& site, const Request& request)
{
    auto cell = TRY(request.id<struct Organisation>("id"));
    auto sheet = TRY(correction_sheet(site.app(), asking(request), cell));
    return entry_page(site, request, sheet, {});
}

Result<Response> take_entry(Site& site, const Request& request)
{
    const auto& actor = asking(request);
    auto cell = TRY(request.id<struct Organisation>("id"));
    TRY(correction_sheet(site.app(), actor, cell));
    FormReader form(request.form);
    auto day = form.date("sheet_day", Need::required);
    Taken taken;
    if (auto wrong = form.problem())
        taken.problem = *wrong;
    for (auto person : people_filled(request.form)) {
        if (!day) {
            taken.kept.insert(person);
            continue;
        }
        auto sent = read_sheet(site.app(), actor, request.form, person);
        auto done =
            sent ? take_sheet_return(site.app(), actor, *sent, *day) : Result<bool>(std::unexpected(sent.error()));
        if (done)
            taken.saved += *done ? 1 : 0;
        else
            keep(taken, person, done.error());
    }
    auto sheet = TRY(correction_sheet(site.app(), actor, cell));
    if (taken.has_failed())
        return entry_page(site, request, sheet, taken);
    return site.redirect_with(request, entry_path(cell),
                              taken.saved == 0 ? std::string("Chưa có ô nào được ghi.")
                                               : fmt::format("Đã lưu phiếu của {} người.", taken.saved));
}

} // namespace phusa::web::quality
