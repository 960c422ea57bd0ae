#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/findings.hpp"
#include "web/dossiers/show_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

std::string_view tone_of(const DossierView& view)
{
    switch (view.stage.stage) {
    case Stage::recognised:
        return "good";
    case Stage::refused:
    case Stage::removed:
    case Stage::stopped:
        return "plain";
    default:
        return is_after_admission(view.stage.stage) ? "accent" : "info";
    }
}

// "Làm được từ hôm nay", "Sớm nhất 03/02/2027 (còn 72 ngày)".
std::string earliest_text(const NextView& next, Date today)
{
    if (!next.earliest)
        return "Chưa có ngày nào hợp lệ";
    if (*next.earliest <= today)
        return next.lacks_nothing() ? "Làm được từ hôm nay" : "Ngay khi đủ các điều kiện dưới đây";
    return fmt::format("Sớm nhất {} ({})", next.earliest->vietnamese(), days_until(*next.earliest, today));
}

std::string latest_text(const NextView& next, Date today)
{
    return next.latest ? fmt::format("Chậm nhất {} ({})", next.latest->vietnamese(), days_until(*next.latest, today))
                       : std::string();
}

View next_view(const DossierView& view, const NextView& next)
{
    auto href = next.may_record ? path_to_record(view, next.act, next.about) : std::string();
    return View()
        .set("next_title", next.title)
        .set("next_actor", next.actor)
        .set("earliest", earliest_text(next, view.as_of))
        .set("latest", latest_text(next, view.as_of))
        .set("is_late", next.is_late)
        .set("reckoning", next.reckoning)
        .set("record_href", href);
}

// The form in which what a rule asks for is recorded, where the asker may; empty where no paper cures it.
std::string cure_of(const DossierView& view, Rule rule)
{
    auto by_act = [&](ActKind act, Matter about) {
        bool may = std::ranges::find(view.may_record, key_of(act)) != view.may_record.end();
        return may ? path_to_record(view.dossier.id, act, about) : std::string();
    };
    switch (rule) {
    case Rule::certificate_missing:
    case Rule::certificate_expired:
        return by_act(ActKind::certificate, Matter::admission);
    case Rule::application_missing:
        return by_act(ActKind::application, Matter::admission);
    case Rule::declaration_missing:
        return by_act(ActKind::declaration, Matter::admission);
    case Rule::verification_missing:
        return by_act(ActKind::verification, Matter::admission);
    case Rule::opinions_missing:
        return by_act(ActKind::opinions, Matter::admission);
    case Rule::introductions_count:
        return by_act(ActKind::introduction, Matter::admission);
    case Rule::new_member_certificate_missing:
        return by_act(ActKind::certificate, Matter::recognition);
    case Rule::self_review_missing:
        return by_act(ActKind::self_review, Matter::recognition);
    case Rule::helper_remarks_missing:
        return by_act(ActKind::helper_remarks, Matter::recognition);
    case Rule::helper_missing:
        return by_act(ActKind::helper, Matter::recognition);
    case Rule::age_max:
    case Rule::readmission_consent:
        return by_act(ActKind::consent, Matter::admission);
    default:
        return {};
    }
}

std::vector<FindingView> findings_where(const DossierView& view, bool blocks)
{
    std::vector<FindingView> found;
    for (const auto& finding : view.findings)
        if (finding.blocks() == blocks && !finding.on_past_fact)
            found.push_back(finding);
    return found;
}

} // namespace

std::string days_until(Date day, Date today)
{
    int days = days_between(today, day);
    if (days == 0)
        return "hôm nay";
    return days > 0 ? fmt::format("còn {} ngày", days) : fmt::format("đã quá {} ngày", -days);
}

View now_view(const DossierView& view)
{
    View::List next;
    if (!view.next.empty())
        next.push_back(next_view(view, view.next.front()));
    auto closed = view.dossier.closed;
    return View()
        .set("stage", std::string(title_of(view.stage.stage)))
        .set("stage_tone", tone_of(view))
        .set("since", view.stage.since.vietnamese())
        .set("days", std::to_string(view.days_in_stage))
        .set("closing", closed ? fmt::format("{}. {}", title_of(closed->cause), closed->note) : std::string())
        .set("has_next", !next.empty())
        .set("next", View(std::move(next)));
}

View::List broken_now(const DossierView& view) { return findings_of(view.dossier.id, findings_where(view, true)); }

View::List late_now(const DossierView& view) { return findings_of(view.dossier.id, findings_where(view, false)); }

View::List lacking_next(const DossierView& view)
{
    View::List lacking;
    if (view.next.empty())
        return lacking;
    const auto& next = view.next.front();
    for (std::size_t i = 0; i < next.reasons.size(); ++i) {
        bool has_rule = i < next.blocked_by.size();
        lacking.push_back(View()
                              .set("rule_title", has_rule ? title_of(next.blocked_by[i]) : "Chưa đến ngày")
                              .set("message", next.reasons[i])
                              .set("clause", has_rule)
                              .set("cited", has_rule ? next.cited[i] : std::string())
                              .set("cited_on_paper", has_rule ? next.cited_on_paper[i] : std::string())
                              .set("finding_href", has_rule ? cure_of(view, next.blocked_by[i]) : std::string())
                              .set("finding_label", "Ghi việc này"));
    }
    bool may = std::ranges::find(view.may_record, key_of(ActKind::application)) != view.may_record.end();
    for (const auto& special : next.special) {
        auto clause = special.note.empty() ? special.citation : fmt::format("{}. {}", special.citation, special.note);
        lacking.push_back(View()
                              .set("rule_title", special.title)
                              .set("message", special.sentence())
                              .set("clause", true)
                              .set("cited", clause)
                              .set("cited_on_paper", clause)
                              .set("finding_href", may ? path_of(view.dossier.id) + "/thong-tin" : std::string())
                              .set("finding_label", "Ghi văn bản này"));
    }
    return lacking;
}

} // namespace phusa::web::dossiers
