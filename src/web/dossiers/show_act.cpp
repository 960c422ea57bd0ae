#include "app/scans/views.hpp"
#include "domain/recorded_act.hpp"
#include "web/dossiers/act_forms.hpp"
#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/findings.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/dossiers/show_parts.hpp"
#include "web/dossiers/vote_page.hpp"
#include "web/layout/table_view.hpp"
#include "web/scans/look.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa::web::dossiers
{

namespace
{

bool is_vote(const RecordedAct& act) { return !act.side && act.act.kind == ActKind::cell_vote; }

// The fields that its form has, in their order; what other kinds of act have says nothing here.
bool belongs(const ActField& field, const RecordedAct& act)
{
    constexpr std::array vote = {"on", "chair", "secretary", "paper_number", "note"};
    constexpr std::array always = {"on", "paper_number", "paper_on", "paper_issuer", "note"};
    auto among = [&](const auto& keys) { return std::ranges::find(keys, field.key) != keys.end(); };
    if (is_vote(act))
        return among(vote);
    if (among(always))
        return true;
    const auto* form = act_form(act);
    if (!form)
        return field.key == "stage" && act.act.kind == ActKind::transfer;
    auto has = [&](Part part, std::initializer_list<std::string_view> keys) {
        return form->parts.contains(part) && std::ranges::find(keys, field.key) != keys.end();
    };
    return has(Part::about, {"about"}) || has(Part::consent, {"consent"}) ||
           has(Part::introducer, {"is_official", "shared_months", "replaces"}) || has(Part::helper, {"is_official"}) ||
           has(Part::committee, {"members", "committee_for", "decides"}) || has(Part::received, {"received"});
}

View::List facts_of(const ActView& seen)
{
    View::List facts;
    if (!seen.who_name.empty())
        add_fact(facts, "Đảng viên", seen.who_name,
                 seen.act.who ? fmt::format("/nguoi/{}", seen.act.who->value) : std::string());
    for (const auto& field : act_fields())
        if (belongs(field, seen.act))
            add_fact(facts, std::string(field.title), field.shown(seen.act));
    add_cited_fact(facts, "Quy định vào ngày đó", seen.regulation_on_screen, seen.regulation_on_paper);
    add_fact(facts, "Người ghi", fmt::format("{}, lúc {}", seen.recorded_by, vietnamese_time(seen.recorded_at)));
    if (seen.act.is_past_fact)
        add_fact(facts, "Ghi dù trái quy định vì", seen.act.past_reason);
    return facts;
}

View letters_of(const RecordedAct& act)
{
    TableView table("Thư thẩm tra");
    table.quiet_caption().cards().column("Người cần thẩm tra").column("Nơi được hỏi").column("Gửi").column("Trả lời");
    for (const auto& letter : act.letters) {
        CellLook answer{.text = letter.answered ? letter.answered->vietnamese() : ""};
        if (letter.left_out)
            answer = {.text = "Không cần thẩm tra", .note = std::string(title_of(*letter.left_out))};
        else if (letter.is_open())
            answer = {.badge = "Chưa trả lời", .tone = "warn"};
        table.row({{.text = letter.name.empty() ? std::string(title_of(letter.relation)) : letter.name,
                    .note = letter.name.empty() ? "" : std::string(title_of(letter.relation))},
                   {.text = letter.asked},
                   {.text = letter.sent ? letter.sent->vietnamese() : ""},
                   std::move(answer)});
    }
    return std::move(table).view();
}

View past_view(const PastAct& past)
{
    TableView table("Nội dung thay đổi");
    table.quiet_caption().cards().column("Mục").column("Trước").column("Sau");
    auto or_dash = [](const std::string& text) { return text.empty() ? std::string("(để trống)") : text; };
    for (const auto& change : past.changes)
        table.row({{.text = change.title}, {.text = or_dash(change.before)}, {.text = or_dash(change.after)}});
    return View()
        .set("past_when", vietnamese_time(past.replaced_at))
        .set("past_who", past.replaced_by)
        .set("past_why", past.reason)
        .set("has_changes", !past.changes.empty())
        .set("changes", std::move(table).view());
}

bool is_wrong_already(const DossierView& view, RecordedActId id)
{
    for (const auto& act : view.acts)
        if (act.act.side == SideAct::cancellation && act.act.concerns == id)
            return true;
    return false;
}

View::List actions_of(const DossierView& view, const ActView& seen)
{
    auto path = path_of(view.dossier.id, seen.act.id);
    View::List actions;
    if (!seen.act.side)
        actions.push_back(action(path_of(view.dossier.id) + "/giay", "Làm giấy", "print"));
    if (seen.may_correct) {
        actions.push_back(action(path + "/sua", "Sửa", "change"));
        actions.push_back(action(path + "/rut", "Rút lại vì ghi nhầm", "delete"));
    }
    bool may_be_cancelled =
        !seen.act.side && (seen.act.act.kind == ActKind::decision || seen.act.act.kind == ActKind::removal);
    if (may_be_cancelled && !is_wrong_already(view, seen.act.id) && may_record(view, key_of(SideAct::cancellation)))
        actions.push_back(action(path + "/huy", "Huỷ quyết định sai", "blocked"));
    if (may_be_cancelled && is_wrong_already(view, seen.act.id) && may_record(view, key_of(SideAct::remedy)))
        actions.push_back(action(path + "/thua-nhan", "Thừa nhận sau khi khắc phục", "success"));
    return actions;
}

} // namespace

Result<Response> show_act(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    const auto& seen = *TRY(asked_act(view, request));
    auto papers = TRY(papers_as_of_act(site.app(), asking(request), view.dossier.id, seen.act.id));
    auto findings = findings_of(DossierId(), seen.findings);
    View content;
    content.set("head", page_head(seen.title, view.person.name, fmt::format("Ngày {}", seen.act.act.on.vietnamese()),
                                  actions_of(view, seen)));
    content.set("is_past_fact", seen.act.is_past_fact).set("is_set_aside", seen.is_set_aside);
    content.set("has_findings", !findings.empty()).set("findings", View(std::move(findings)));
    content.set("is_vote", is_vote(seen.act));
    if (is_vote(seen.act))
        content.set("result", vote_result(seen.act, {.about = seen.act.act.about.value_or(Matter::admission),
                                                     .name = view.person.name,
                                                     .is_readmission = view.dossier.readmission.has_value()}));
    content.set("facts", View(facts_of(seen)));
    content.set("has_letters", !seen.act.letters.empty()).set("letters", letters_of(seen.act));
    content.set("papers", View(papers_of(view.dossier.id, papers, seen.act.id)));
    View::List past;
    for (const auto& version : seen.past)
        past.push_back(past_view(version));
    content.set("has_past", !past.empty()).set("past", View(std::move(past)));
    auto scanned = TRY(show_scans(site.app(), asking(request), view.dossier.id));
    for (const auto& act : scanned.acts)
        if (act.act == seen.act.id)
            content.set("scanned", scans::act_view(view.dossier.id, act));
    content.set("dossier_href", path_of(view.dossier.id));
    return dossier_page(site, request, view, "dossiers/act", seen.title, std::move(content));
}

} // namespace phusa::web::dossiers
