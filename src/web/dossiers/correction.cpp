#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/dossiers/vote_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

// An act that the asker may correct, in the dossier of the address.
struct AskedCorrection {
    DossierView view;
    ActView now;
    const ActForm* form = nullptr; // nullptr: a vote of the cell
};

Result<AskedCorrection> asked_correction(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    auto act = *TRY(asked_act(view, request));
    if (!act.may_correct)
        return problem(Problem::Kind::refused,
                       "Anh/chị không được giao sửa việc này. Hãy báo người đã ghi hoặc cấp uỷ có "
                       "trách nhiệm.");
    const auto* form = act_form(act.act);
    bool is_vote = !act.act.side && act.act.act.kind == ActKind::cell_vote;
    if (!form && !is_vote)
        return problem(Problem::Kind::refused,
                       "Việc này do phiếu chuyển hoặc quyết định khác sinh ra, không sửa riêng được.");
    return AskedCorrection{std::move(view), std::move(act), form};
}

ActPage page_for(const AskedCorrection& asked)
{
    auto path = path_of(asked.view.dossier.id, asked.now.act.id);
    return {.heading = fmt::format("Sửa: {}", asked.now.title),
            .lead = "Dùng khi đã ghi sai. Cách ghi cũ vẫn được giữ, kèm người sửa và lý do.",
            .action = path + "/sua",
            .submit_label = "Lưu bản sửa",
            .cancel_href = path,
            .draft = fmt::format("act-{}", asked.now.act.id.value),
            .seen = asked.now.act.version,
            .is_correction = true};
}

// Who introduced or helped is chosen among the members of the day on which it was done.
Roster roster_for(Site& site, const Request& request, const AskedCorrection& asked)
{
    return roster_of(site, request, asked.view, asked.now.act.act.on);
}

Fields typed_of(const AskedCorrection& asked, const RecordedAct& act)
{
    auto typed = asked.form ? typed_of(act, *asked.form) : typed_of_vote(act);
    typed.add("past_reason", act.past_reason);
    return typed;
}

Response correction_page(Site& site, const Request& request, const AskedCorrection& asked, const ActPage& page)
{
    if (asked.form)
        return act_page(site, request, asked.view, *asked.form, roster_for(site, request, asked), page);
    const auto& act = asked.now.act;
    auto paper = vote_paper(site, request, asked.view, act.act.about.value_or(Matter::admission), page.typed, &act);
    return vote_page(site, request, asked.view, paper, page);
}

// Somebody else was quicker with the same field: the form once more, for the act as it is now. What the asker changed
// stays as they typed it, beside what it says now; what others changed elsewhere is taken over.
Response after_conflict(Site& site, const Request& request, const AskedCorrection& asked, const RecordedAct& read,
                        const RecordedAct& wanted, const Problem& problem)
{
    auto merged = asked.now.act;
    std::vector<std::string> taken_over;
    for (const auto& field : act_fields()) {
        if (!field.same(read, wanted))
            field.copy(wanted, merged);
        else if (!field.same(read, asked.now.act))
            taken_over.emplace_back(field.title);
    }
    auto page = page_for(asked);
    page.typed = typed_of(asked, merged);
    page.typed.add("reason", std::string(request.form.text("reason")));
    page.problem = &problem;
    auto text = problem.message;
    if (!taken_over.empty())
        text +=
            fmt::format(" Người khác cũng đã sửa: {}; giá trị mới đã có trong biểu mẫu.", fmt::join(taken_over, ", "));
    View::List tables;
    tables.push_back(differences(merged, asked.now.act, "Anh/chị ghi", "Đang có trong hồ sơ"));
    page.conflict = View().set("conflict_text", std::move(text)).set("conflict_table", View(std::move(tables)));
    return correction_page(site, request, asked, page);
}

void read_into(Site& site, const Request& request, const AskedCorrection& asked, FormReader& reader, RecordedAct& act)
{
    if (asked.form) {
        read_act(reader, *asked.form, roster_for(site, request, asked), act);
        return;
    }
    auto about = act.act.about.value_or(Matter::admission);
    read_vote(reader, request.form, vote_paper(site, request, asked.view, about, request.form, &asked.now.act), act);
}

} // namespace

Result<Response> correction(Site& site, const Request& request)
{
    auto asked = TRY(asked_correction(site, request));
    auto page = page_for(asked);
    page.typed = typed_of(asked, asked.now.act);
    return correction_page(site, request, asked, page);
}

Result<Response> correct(Site& site, const Request& request)
{
    auto asked = TRY(asked_correction(site, request));
    FormReader reader(request.form);
    auto version = reader.number("version").value_or(asked.now.act.version);
    auto read = TRY(act_as_read(site.app(), asking(request), asked.now.act.id, version));
    auto wanted = read;
    read_into(site, request, asked, reader, wanted);
    if (asked.view.may_record_past_facts)
        wanted.past_reason = reader.note("past_reason");
    auto reason = reader.note("reason", Need::required);
    auto page = page_for(asked);
    page.seen = version;
    page.typed = request.form;
    auto problem = reader.problem();
    page.problem = problem ? &*problem : nullptr;
    bool only_reckons = request.form.text("lam") == "tinh";
    if (problem || only_reckons)
        return correction_page(site, request, asked, page);
    auto corrected = correct_act(site.app(), asking(request), read, wanted, reason);
    if (corrected)
        return site.redirect_with(request, path_of(asked.view.dossier.id, asked.now.act.id),
                                  "Đã sửa; cách ghi cũ vẫn xem được ở cuối trang.");
    bool is_conflict = corrected.error().kind == Problem::Kind::conflict && !corrected.error().fields.empty();
    if (is_conflict)
        return after_conflict(site, request, TRY(asked_correction(site, request)), read, wanted, corrected.error());
    page.problem = &corrected.error();
    return correction_page(site, request, asked, page);
}

} // namespace phusa::web::dossiers
