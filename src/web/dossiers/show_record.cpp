#include "web/dossiers/address.hpp"
#include "web/dossiers/show_parts.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace phusa::web::dossiers
{

namespace
{

struct StateLook {
    std::string_view title;
    std::string_view tone;
    std::string_view icon;
};

StateLook look_of(PaperView::State state, bool is_due)
{
    switch (state) {
    case PaperView::State::present:
        return {"Có", "good", "check"};
    case PaperView::State::missing:
        return is_due ? StateLook{"Thiếu", "bad", "blocked"} : StateLook{"Chưa có", "plain", ""};
    case PaperView::State::stale:
        return {"Quá hạn dùng", "warn", "warning"};
    case PaperView::State::not_needed:
        return {"Không cần", "plain", ""};
    }
    std::unreachable();
}

// The number of the paper and who is named in the act, in one line.
std::string details_of(const ActView& act)
{
    std::vector<std::string> parts;
    if (!act.who_name.empty())
        parts.push_back(act.who_name);
    if (!act.act.paper.number.empty())
        parts.push_back("số " + act.act.paper.number);
    if (!act.act.paper.issuer.empty())
        parts.push_back(act.act.paper.issuer);
    const auto& what = act.act.act;
    if (!act.act.side && what.kind == ActKind::cell_vote) {
        auto base = base_of(what.cell);
        parts.push_back(fmt::format("{}/{} tán thành, {}", what.cell.in_favour, base.base,
                                    is_carried(what.cell) ? "đạt" : "không đạt"));
    }
    if (!act.act.side && what.kind == ActKind::committee_vote)
        parts.push_back(fmt::format("{}/{} tán thành", what.committee.in_favour, what.committee.members));
    return fmt::format("{}", fmt::join(parts, ", "));
}

View badge(std::string text, std::string_view tone, std::string_view icon = {})
{
    return View().set("badge", std::move(text)).set("tone", tone).set("badge_icon", icon);
}

View::List marks_of(const ActView& act)
{
    View::List marks;
    if (act.act.is_past_fact)
        marks.push_back(badge("Ghi dù trái quy định", "warn", "history"));
    if (act.is_set_aside)
        marks.push_back(badge("Không còn dùng", "plain"));
    for (const auto& finding : act.findings)
        if (finding.blocks() && !finding.on_past_fact) {
            marks.push_back(badge("Chưa đúng quy định", "bad", "blocked"));
            break;
        }
    for (const auto& finding : act.findings)
        if (!finding.blocks()) {
            marks.push_back(badge("Quá hạn", "warn", "warning"));
            break;
        }
    if (!act.past.empty())
        marks.push_back(badge("Đã sửa", "plain"));
    return marks;
}

std::string yes_no(bool truth) { return truth ? "Có" : "Không"; }

std::string readmission_text(const Readmission& before)
{
    auto text =
        fmt::format("Lần {}; ra khỏi Đảng ngày {}: {}", before.times, before.left.vietnamese(), title_of(before.cause));
    return before.expunged ? fmt::format("{}; xoá án tích ngày {}", text, before.expunged->vietnamese()) : text;
}

std::string consent_text(const DossierView& view, const SpecialCase& special)
{
    for (const auto& lacking : view.lacking)
        if (lacking.regime == special.regime)
            return fmt::format("Còn thiếu: {} ({})", lacking.paper, lacking.citation);
    if (special.consent.empty())
        return "Không phải có văn bản riêng theo quy định của ngày ra quyết định";
    return fmt::format("Đã có văn bản {}{}", special.consent.number,
                       special.consent.on ? " ngày " + special.consent.on->vietnamese() : std::string());
}

} // namespace

View::List papers_of(DossierId id, const std::vector<PaperView>& papers, std::optional<RecordedActId> as_of_act)
{
    View::List shown;
    bool is_due = as_of_act && std::ranges::find(papers, as_of_act, &PaperView::act) != papers.end();
    for (const auto& paper : papers) {
        auto look = look_of(paper.state, is_due);
        is_due = is_due && paper.act != as_of_act;
        shown.push_back(View()
                            .set("paper", paper.title)
                            .set("paper_href", paper.act ? path_of(id, *paper.act) : std::string())
                            .set("paper_on", paper.on ? paper.on->vietnamese() : std::string())
                            .set("paper_note", paper.note)
                            .set("badge", std::string(look.title))
                            .set("tone", look.tone)
                            .set("badge_icon", look.icon));
    }
    return shown;
}

View::List acts_of(const DossierView& view)
{
    View::List shown;
    for (const auto& act : view.acts) {
        auto marks = marks_of(act);
        shown.push_back(
            View()
                .set("act", act.title)
                .set("act_href", path_of(view.dossier.id, act.act.id))
                .set("on", act.act.act.on.vietnamese())
                .set("on_machine", act.act.act.on.iso())
                .set("details", details_of(act))
                .set("recorded", fmt::format("{} ghi lúc {}", act.recorded_by, vietnamese_time(act.recorded_at)))
                .set("has_marks", !marks.empty())
                .set("marks", View(std::move(marks))));
    }
    return shown;
}

View::List facts_of(const DossierView& view)
{
    const auto& dossier = view.dossier;
    View::List facts;
    add_fact(facts, "Ngày lập hồ sơ", dossier.opened.vietnamese());
    add_fact(facts, "Chi bộ", view.cell.name, fmt::format("/to-chuc/{}", view.cell.id.value));
    add_fact(facts, "Tổ chức cơ sở đảng", view.grassroots.name);
    if (view.by_relation) {
        add_fact(facts, "Sinh ngày", view.person.born.vietnamese());
        return facts;
    }
    add_fact(facts, "Cấp quyết định", view.deciding.name);
    add_fact(facts, "Sinh ngày", view.person.born.vietnamese());
    add_fact(facts, "Học vấn", std::string(code_of(view.person.general_education).title));
    add_fact(facts, "Công dân Việt Nam", yes_no(dossier.is_citizen));
    if (dossier.area == Area::disadvantaged)
        add_fact(facts, "Địa bàn", std::string(title_of(dossier.area)));
    if (dossier.village_elder)
        add_fact(facts, "Già làng, trưởng bản", "Có");
    add_fact(facts, "Đoàn viên", yes_no(dossier.youth_union_member));
    if (!dossier.youth_union_available)
        add_fact(facts, "Tổ chức Đoàn", "Nơi công tác, cư trú không có");
    if (dossier.readmission)
        add_fact(facts, "Kết nạp lại", readmission_text(*dossier.readmission));
    for (const auto& special : dossier.regimes)
        add_fact(facts, std::string(title_of(special.regime)), consent_text(view, special));
    return facts;
}

View::List moves_of(const DossierView& view)
{
    View::List moves;
    for (const auto& line : view.moves) {
        auto path = fmt::format("/phieu-chuyen/{}", line.move.id.value);
        moves.push_back(
            View()
                .set("move", fmt::format("Đang chuyển từ {} đến {}, gửi ngày {} ({} ngày chưa tiếp nhận).",
                                         line.from_name, line.to_name, line.move.sent.vietnamese(), line.days))
                .set("accept_href", line.may_accept ? path + "/tiep-nhan" : std::string())
                .set("return_href", line.may_take_back ? path + "/tra-lai" : std::string())
                .set("return_label", line.may_accept ? "Không tiếp nhận" : "Thu hồi phiếu"));
    }
    return moves;
}

} // namespace phusa::web::dossiers
