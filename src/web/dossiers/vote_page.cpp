#include "web/dossiers/vote_page.hpp"

#include "web/dossiers/act_fields.hpp"
#include "web/dossiers/findings.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

Date day_of(const Fields& typed, Date today)
{
    FormReader reader(typed);
    return reader.date("on").value_or(today);
}

// A recorded roll names people who may have left the cell's list since; they stay on it.
void keep_recorded_roll(VoteForm& form, const RecordedAct& recorded, Date on)
{
    if (recorded.vote.roll.empty() || recorded.act.on != on)
        return;
    Roster kept;
    for (const auto& entry : recorded.vote.roll) {
        auto known = std::ranges::find(form.official, entry.member, &VoteForm::Member::id);
        if (known != form.official.end())
            kept.push_back(*known);
        else
            kept.push_back(
                {.id = entry.member, .name = fmt::format("Đảng viên số {}", entry.member.value), .born = {}});
    }
    form.official = std::move(kept);
}

View excuse_field(const VoteForm::Member& member, const Fields& typed, bool is_first)
{
    auto name = fmt::format("excuse-{}", member.id.value);
    auto chosen = is_first && member.is_exempt ? key_of(Excuse::exempt_and_absent) : typed.text(name);
    View::List options;
    options.push_back(View().set("value", "").set("label", "Vắng, vẫn tính").set("chosen", chosen.empty()));
    for (auto each : all_excuses())
        options.push_back(View()
                              .set("value", key_of(each))
                              .set("label", "Không tính: " + std::string(title_of(each)))
                              .set("chosen", key_of(each) == chosen));
    return View(std::move(options));
}

View::List roll_of(const VotePaper& paper, const Fields& typed)
{
    bool is_first = !typed.has("member");
    View::List rows;
    for (const auto& member : paper.form.official)
        rows.push_back(View()
                           .set("member_id", std::to_string(member.id.value))
                           .set("member", member.name)
                           .set("member_born", member.born.vietnamese())
                           .set("present", typed.has(fmt::format("present-{}", member.id.value)))
                           .set("excuses", excuse_field(member, typed, is_first)));
    return rows;
}

View fields_of(const Fields& typed, const Problem* problem, void (*add)(FormView&))
{
    FormView form({}, {}, typed, problem);
    add(form);
    return *form.view().find("fields");
}

void add_figures(FormView& form)
{
    form.text("official", "Tổng số đảng viên chính thức của chi bộ", {.required = true, .is_short = true})
        .text("excluded", "Trong đó không tính",
              {.hint = "Được giới thiệu sinh hoạt tạm thời ở nơi khác; được miễn công tác, sinh hoạt mà không dự họp",
               .is_short = true})
        .text("present", "Số có mặt", {.required = true, .is_short = true});
}

void add_slips(FormView& form)
{
    form.text("issued", "Số phiếu phát ra", {.is_short = true})
        .text("collected", "Số phiếu thu về", {.is_short = true})
        .text("invalid", "Không hợp lệ", {.is_short = true})
        .text("for", "Tán thành", {.required = true, .is_short = true})
        .text("against", "Không tán thành", {.required = true, .is_short = true});
}

void add_rest(FormView& form)
{
    form.text("paper_number", "Số nghị quyết", {.hint = "Ví dụ: 15-NQ/CB", .is_short = true})
        .text("chair", "Người chủ trì")
        .text("secretary", "Thư ký cuộc họp")
        .longer("note", "Ghi chú", {.hint = "Lý do vắng mặt, ý kiến khác nếu cần"});
}

std::string rounds_before(const VoteForm& form)
{
    if (form.failed_before == 0)
        return {};
    auto text = fmt::format("Đã có {} lần chi bộ biểu quyết việc này mà không đạt.", form.failed_before);
    if (form.about == Matter::admission)
        return text;
    constexpr int rounds_max = 3;
    return text + (form.failed_before >= rounds_max
                       ? " Sau ba lần không đạt, việc này do cấp uỷ cấp trên xem xét, quyết định."
                       : " Sau ba lần không đạt thì báo cáo cấp uỷ cấp trên xem xét, quyết định.");
}

View form_of(const DossierView& view, const VotePaper& paper, const ActPage& page, const Problem* wrong)
{
    FormView form(page.action, page.submit_label, page.typed, wrong);
    form.hidden(page.is_correction ? "version" : "seen", std::to_string(page.seen))
        .cancel(page.cancel_href)
        .draft(page.draft);
    form.date("on", "Ngày họp chi bộ",
              {.hint = day_hint(view, ActKind::cell_vote, paper.form.about), .required = true});
    auto made = form.view();
    made.set("by_figures", paper.by_figures)
        .set("has_roll", !paper.form.official.empty())
        .set("cell_name", paper.form.cell_name)
        .set("roll", View(paper.by_figures ? View::List() : roll_of(paper, page.typed)))
        .set("figures", paper.by_figures ? fields_of(page.typed, wrong, add_figures) : View(View::List()))
        .set("slips", fields_of(page.typed, wrong, add_slips))
        .set("rest", fields_of(page.typed, wrong, add_rest))
        .set("reasons", page.is_correction ? fields_of(page.typed, wrong, add_reason) : View(View::List()))
        .set("may_check", !page.is_correction);
    std::string guests;
    for (const auto& member : paper.form.probationary)
        guests += (guests.empty() ? "" : ", ") + member.name;
    return made.set("guests", std::move(guests));
}

} // namespace

VotePaper vote_paper(Site& site, const Request& request, const DossierView& view, Matter about, const Fields& typed,
                     const RecordedAct* recorded)
{
    auto on = day_of(typed, site.app().today());
    auto form = vote_form(site.app(), asking(request), view.dossier.id, about, on);
    VotePaper paper;
    if (form)
        paper.form = std::move(*form);
    else
        paper.form = {.about = about, .on = on, .cell_name = view.cell.name, .person_name = view.person.name};
    if (recorded)
        keep_recorded_roll(paper.form, *recorded, on);
    paper.by_figures = paper.form.official.empty() || typed.text("cach") == "so";
    return paper;
}

Response vote_page(Site& site, const Request& request, const DossierView& view, const VotePaper& paper,
                   const ActPage& page)
{
    View content;
    content.set("head", page_head(page.heading, view.person.name, page.lead));
    bool is_refused = set_verdict(content, view, page);
    const auto* wrong = is_refused ? nullptr : page.problem;
    auto form = form_of(view, paper, page, wrong);
    View::List past;
    if (view.may_record_past_facts)
        past.push_back(View()
                           .set("past_open", is_refused || !page.typed.text("past_reason").empty())
                           .set("fields", View(past_fields(page.typed, wrong))));
    form.set("past", View(std::move(past)));
    content.set("rounds", rounds_before(paper.form));
    content.set("form", std::move(form)).set("result", vote_result(paper, page.typed));
    return dossier_page(site, request, view, "dossiers/vote", page.heading, std::move(content), page.problem);
}

} // namespace phusa::web::dossiers
