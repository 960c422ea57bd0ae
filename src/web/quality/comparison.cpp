#include "app/quality/merge.hpp"
#include "domain/person_fields.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"
#include "web/quality/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::quality
{

namespace
{

constexpr std::string_view from_kept = "kept";
constexpr std::string_view from_other = "other";

struct Asked {
    PersonId kept;
    PersonId other;
};

Result<Asked> asked(const Request& request)
{
    return Asked{.kept = TRY(request.id<struct Person>("id")), .other = TRY(request.id<struct Person>("other"))};
}

std::string or_dash(std::string text) { return text.empty() ? "(để trống)" : text; }

// One field beside the other; where they differ, one of the two is chosen. What is empty in the kept record is taken
// from the other one unless somebody says otherwise.
View choice_row(std::string_view key, std::string_view title, std::string kept, std::string other, bool differs,
                const Fields& typed)
{
    bool is_other = typed.empty() ? kept.empty() || kept == "Chưa rõ" : typed.text(key) == from_other;
    return View()
        .set("key", key)
        .set("title", title)
        .set("kept_text", or_dash(std::move(kept)))
        .set("other_text", or_dash(std::move(other)))
        .set("differs", differs)
        .set("takes_other", is_other);
}

View rows_of(const MergeView& view, const Fields& typed)
{
    View::List rows;
    const auto& [kept, other] = std::pair(view.kept.person, view.other.person);
    for (const auto& field : person_fields())
        if (auto a = field.shown(kept), b = field.shown(other); !a.empty() || !b.empty())
            rows.push_back(choice_row(field.key, field.title, a, b, !field.same(kept, other), typed));
    if (!kept.identity_masked.empty() || !other.identity_masked.empty())
        rows.push_back(choice_row("identity", "Số định danh cá nhân", kept.identity_masked, other.identity_masked,
                                  !other.identity_masked.empty(), typed));
    return View(std::move(rows));
}

View fact_row(std::string name, std::int64_t id, std::string text, bool is_same, const Fields& typed)
{
    auto value = std::to_string(id);
    auto sent = typed.all(name);
    bool is_moved = typed.empty() ? !is_same : std::ranges::find(sent, value) != sent.end();
    return View()
        .set("fact_name", std::move(name))
        .set("fact_id", value)
        .set("fact_text", std::move(text))
        .set("is_same", is_same)
        .set("is_moved", is_moved);
}

std::string text_of(const AdmissionView& seen)
{
    return fmt::format("Kết nạp ngày {}, {}", seen.admission.counted_on().vietnamese(), seen.cell_name);
}

std::string text_of(const MembershipEvent& event)
{
    return fmt::format("{} ngày {}", title_of(event.kind), event.on.vietnamese());
}

template<typename Id>
bool has(const std::vector<Id>& ids, Id id)
{
    return std::ranges::find(ids, id) != ids.end();
}

View facts_to_move(const MergeView& view, const Fields& typed)
{
    View::List rows;
    for (const auto& seen : view.other.admissions)
        rows.push_back(fact_row("admission", seen.admission.id.value, text_of(seen),
                                has(view.same_admissions, seen.admission.id), typed));
    for (const auto& event : view.other.events)
        rows.push_back(fact_row("event", event.id.value, text_of(event), has(view.same_events, event.id), typed));
    return View(std::move(rows));
}

View side_of(const MergeSide& side)
{
    View::List facts;
    for (const auto& seen : side.admissions)
        facts.push_back(text_of(seen));
    for (const auto& event : side.events)
        facts.push_back(text_of(event));
    if (side.dossiers > 0)
        facts.push_back(fmt::format("{} hồ sơ kết nạp", side.dossiers));
    bool has_facts = !facts.empty();
    return View()
        .set("name", side.person.name)
        .set("href", people::path_of(side.person.id))
        .set("number", fmt::format("Hồ sơ số {}", side.person.id.value))
        .set("cell", side.cell_name)
        .set("standing", title_of(side.person.standing))
        .set("has_facts", has_facts)
        .set("side_facts", View(std::move(facts)));
}

Result<Response> comparison_page(Site& site, const Request& request, const Asked& pair, const Fields& typed,
                                 const Problem* problem)
{
    auto view = TRY(merge_view(site.app(), asking(request), pair.kept, pair.other));
    View content;
    content.set("head",
                page_head("Hai hồ sơ có phải của một người?", "So sánh",
                          "Chọn từng mục giữ lại. Hồ sơ kia rời khỏi các danh sách và số liệu, vẫn xem được, và "
                          "tách lại được."));
    content.set("kept", side_of(view.kept)).set("other", side_of(view.other));
    content.set("swap_href", comparison_path(pair.other, pair.kept));
    content.set("rows", rows_of(view, typed));
    auto facts = facts_to_move(view, typed);
    content.set("has_moves", !facts.list()->empty()).set("moves", std::move(facts));
    content.set("other_dossiers", view.other.dossiers > 0);
    FormView form(comparison_path(pair.kept, pair.other), "Gộp thành một", typed, problem);
    form.longer("reason", "Vì sao biết là một người",
                {.hint = "Chẳng hạn: đã đối chiếu căn cước và lý lịch", .required = true})
        .hidden("kept_version", std::to_string(view.kept.person.version))
        .hidden("other_version", std::to_string(view.other.person.version))
        .cancel("/chat-luong", "Để sau");
    content.set("form", form.view());
    auto marking = fmt::format("/nguoi/{}/{}/{}", pair.kept.value,
                               view.is_marked_distinct ? "bo-danh-dau" : "khac-nguoi", pair.other.value);
    content.set("is_marked", view.is_marked_distinct).set("marking_action", marking);
    Page page{.view = "quality/comparison", .title = "So sánh hai hồ sơ", .section = section};
    page.crumbs.emplace_back("Chất lượng dữ liệu", "/chat-luong");
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

template<typename Id>
std::vector<Id> ids_sent(const Fields& form, std::string_view name)
{
    std::vector<Id> ids;
    for (auto text : form.all(name)) {
        Fields one{{"id", std::string(text)}};
        FormReader reader(one);
        if (auto number = reader.number("id"))
            ids.push_back(Id(*number));
    }
    return ids;
}

MergeWish wish_of(const Asked& pair, const Fields& sent, FormReader& form)
{
    MergeWish wish{.kept = pair.kept, .other = pair.other};
    wish.kept_version = form.number("kept_version", Need::required).value_or(0);
    wish.other_version = form.number("other_version", Need::required).value_or(0);
    for (const auto& field : person_fields())
        if (sent.text(field.key) == from_other)
            wish.from_other.emplace_back(field.key);
    if (sent.text("identity") == from_other)
        wish.from_other.emplace_back("identity");
    wish.admissions = ids_sent<AdmissionId>(sent, "admission");
    wish.events = ids_sent<MembershipEventId>(sent, "event");
    wish.reason = form.note("reason", Need::required);
    return wish;
}

} // namespace

std::string comparison_path(PersonId kept, PersonId other)
{
    return fmt::format("/nguoi/{}/gop/{}", kept.value, other.value);
}

Result<Response> comparison(Site& site, const Request& request)
{
    return comparison_page(site, request, TRY(asked(request)), {}, nullptr);
}

Result<Response> merge(Site& site, const Request& request)
{
    auto pair = TRY(asked(request));
    TRY(merge_view(site.app(), asking(request), pair.kept, pair.other));
    FormReader form(request.form);
    auto wish = wish_of(pair, request.form, form);
    if (auto wrong = form.problem())
        return comparison_page(site, request, pair, request.form, &*wrong);
    if (auto merged = merge_people(site.app(), asking(request), wish); !merged)
        return comparison_page(site, request, pair, request.form, &merged.error());
    return site.redirect_with(request, people::path_of(pair.kept),
                              "Đã gộp hai hồ sơ làm một; hồ sơ kia vẫn xem và tách lại được.");
}

Result<Response> distinct(Site& site, const Request& request)
{
    auto pair = TRY(asked(request));
    if (auto marked =
            mark_distinct(site.app(), asking(request), pair.kept, pair.other, request.form.text("distinct_reason"));
        !marked) {
        if (marked.error().kind != Problem::Kind::invalid)
            return std::unexpected(marked.error());
        return comparison_page(site, request, pair, request.form, &marked.error());
    }
    return site.redirect_with(request, "/chat-luong", "Đã đánh dấu là hai người; cặp này không hiện lại nữa.");
}

Result<Response> indistinct(Site& site, const Request& request)
{
    auto pair = TRY(asked(request));
    TRY_DO(unmark_distinct(site.app(), asking(request), pair.kept, pair.other));
    return site.redirect_with(request, comparison_path(pair.kept, pair.other), "Đã bỏ đánh dấu hai người.");
}

Result<Response> unmerge(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    TRY_DO(undo_merge(site.app(), asking(request), id));
    return site.redirect_with(request, people::path_of(id), "Đã tách lại: hai hồ sơ như trước khi gộp.");
}

} // namespace phusa::web::quality
