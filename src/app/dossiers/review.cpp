#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/papers.hpp"
#include "app/dossiers/view.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace phusa
{

namespace
{

// Votes and decisions come when their time has come; a dossier that has not got there yet lacks nothing.
bool is_deed_of_a_body(ActKind kind)
{
    return kind == ActKind::cell_vote || kind == ActKind::committee_vote || kind == ActKind::decision;
}

// The stage in which a body's deed is waited for: passed, the deed is missing.
Stage awaited_in(const PaperView& paper)
{
    bool is_recognition = paper.about == Matter::recognition;
    if (paper.kind == ActKind::decision)
        return is_recognition ? Stage::recognition_decision : Stage::decision;
    if (paper.kind == ActKind::committee_vote)
        return is_recognition ? Stage::recognition_decision : Stage::committee_vote;
    return is_recognition ? Stage::recognition_vote : Stage::cell_vote;
}

bool is_due(const PaperView& paper, Stage stage)
{
    if (is_deed_of_a_body(paper.kind))
        return stage <= Stage::recognised && std::to_underlying(stage) > std::to_underlying(awaited_in(paper));
    return paper.about == Matter::admission || std::to_underlying(stage) > std::to_underlying(Stage::probation);
}

std::vector<std::string> unanswered_letters(const DossierView& view)
{
    std::vector<std::string> lines;
    for (const auto& act : view.acts)
        for (const auto& letter : act.act.letters)
            if (letter.is_open())
                lines.push_back(
                    fmt::format("{} {}: {}{}.", title_of(letter.relation), letter.name,
                                letter.asked.empty() ? "chưa ghi nơi thẩm tra" : fmt::format("hỏi {}", letter.asked),
                                letter.sent ? fmt::format(", gửi ngày {}, chưa có trả lời", letter.sent->vietnamese())
                                            : ", chưa gửi"));
    return lines;
}

std::vector<std::string> past_facts(const DossierView& view)
{
    std::vector<std::string> lines;
    for (const auto& act : view.acts)
        if (act.act.is_past_fact)
            lines.push_back(
                fmt::format("{} ngày {}: {}", act.title, act.act.act.on.vietnamese(),
                            act.act.past_reason.empty() ? "không còn đọc được lý do" : act.act.past_reason));
    return lines;
}

bool is_decided_as_past_fact(const DossierView& view)
{
    return std::ranges::any_of(view.acts, [](const ActView& act) {
        return act.act.act.kind == ActKind::decision && act.act.act.about == Matter::admission && !act.is_set_aside &&
               act.act.is_past_fact;
    });
}

std::string conclusion_of(const ReviewSheet& sheet)
{
    auto day = sheet.view.as_of.vietnamese();
    auto open = std::ranges::count(sheet.violations, false, &FindingView::on_past_fact);
    auto known = static_cast<std::ptrdiff_t>(sheet.violations.size()) - open;
    auto special = std::ssize(sheet.special_cases);
    if (sheet.view.decided_without)
        (is_decided_as_past_fact(sheet.view) ? known : open) += special;
    if (open > 0)
        return fmt::format("Đến ngày {}, hồ sơ có {} điểm trái quy định, phải khắc phục trước khi làm bước tiếp theo.",
                           day, open);
    auto missing = std::ssize(sheet.missing) + (sheet.view.decided_without ? 0 : special);
    if (missing > 0 || !sheet.stale.empty())
        return fmt::format("Đến ngày {}, hồ sơ chưa đủ: thiếu {} giấy tờ, {} giấy tờ đã quá hạn sử dụng.", day, missing,
                           sheet.stale.size());
    if (known > 0)
        return fmt::format("Đến ngày {}, hồ sơ đủ giấy tờ; {} điểm trái quy định đã được ghi nhận kèm lý do.", day,
                           known);
    if (!sheet.late.empty())
        return fmt::format("Đến ngày {}, hồ sơ đủ giấy tờ, đúng trình tự; có {} việc chậm so với thời hạn.", day,
                           sheet.late.size());
    return fmt::format("Đến ngày {}, hồ sơ đủ giấy tờ, đúng trình tự, đúng thời hạn.", day);
}

} // namespace

Result<std::vector<PaperView>> papers_as_of_act(App& app, const Actor& actor, DossierId id, RecordedActId act)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto judged = TRY(judged_behind_gate(app, session, gate, Right::see_dossiers, id, app.today()));
    auto found = std::ranges::find(judged.acts, act, &RecordedAct::id);
    if (found == judged.acts.end())
        return problem(Problem::Kind::not_found, "Không có việc này trong hồ sơ; có thể đã được rút lại.");
    // What was set aside or cancelled afterwards was still there on that day.
    auto day = found->act.on;
    std::erase_if(judged.acts, [&](const RecordedAct& each) { return each.act.on > day; });
    auto then = judge_dossier(app, std::move(judged.dossier), std::move(judged.person), std::move(judged.acts), day);
    return papers_of(then, day);
}

Result<ReviewSheet> review_dossier(App& app, const Actor& actor, DossierId id)
{
    ReviewSheet sheet{.view = TRY(show_dossier(app, actor, id))};
    const auto& view = sheet.view;
    if (view.by_relation)
        return problem(Problem::Kind::refused, "Phiếu soát xét dành cho chi bộ và cấp uỷ quản lý hồ sơ.");
    for (const auto& finding : view.findings)
        (finding.blocks() ? sheet.violations : sheet.late).push_back(finding);
    for (const auto& paper : view.papers) {
        if (paper.state == PaperView::State::missing && is_due(paper, view.stage.stage))
            sheet.missing.push_back(paper);
        if (paper.state == PaperView::State::stale)
            sheet.stale.push_back(paper);
    }
    for (const auto& lacking : view.lacking)
        sheet.special_cases.push_back(lacking.sentence());
    sheet.unanswered_letters = unanswered_letters(view);
    sheet.past_facts = past_facts(view);
    sheet.conclusion = conclusion_of(sheet);
    return sheet;
}

} // namespace phusa
