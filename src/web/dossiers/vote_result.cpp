#include "base/number_text.hpp"
#include "web/dossiers/vote_page.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

namespace phusa::web::dossiers
{

namespace
{

constexpr int rounds_until_above = 3; // after so many failed votes the level above decides

std::string lines_of(const std::vector<std::string>& sentences)
{
    return fmt::format("{}", fmt::join(sentences, "\n"));
}

struct Outcome {
    std::string tone;
    std::string icon;
    std::string text;
};

Outcome outcome_of(const CellBallot& ballot, const VoteBase& base, bool is_counted)
{
    if (base.base <= 0)
        return {"plain", "waiting", "Hãy điểm danh trước."};
    if (!is_counted)
        return {"plain", "waiting", fmt::format("Cần ít nhất {} phiếu tán thành.", base.needed)};
    if (is_carried(ballot))
        return {"good", "success", fmt::format("Đạt: {} tán thành, cần ít nhất {}.", ballot.in_favour, base.needed)};
    return {"bad", "blocked",
            fmt::format("Không đạt: {} tán thành, cần ít nhất {}, thiếu {}.", ballot.in_favour, base.needed,
                        base.needed - ballot.in_favour)};
}

View figures_of(const CellBallot& ballot, const BallotSlips& slips, const VoteBase& base, bool is_counted)
{
    View::List figures;
    add_fact(figures, "Đảng viên chính thức", std::to_string(base.official));
    add_fact(figures, "Không tính", std::to_string(base.excluded));
    add_fact(figures, "Căn cứ để tính", fmt::format("{} − {} = {}", base.official, base.excluded, base.base));
    add_fact(figures, "Cần tán thành", fmt::format("2/3 của {}, làm tròn lên: {}", base.base, base.needed));
    add_fact(figures, "Có mặt", std::to_string(base.present));
    if (slips.issued > 0)
        add_fact(figures, "Phiếu hợp lệ", fmt::format("{} − {} = {}", slips.collected, slips.invalid, slips.valid()));
    if (is_counted)
        add_fact(figures, "Tán thành",
                 fmt::format("{}/{} = {}", ballot.in_favour, base.base, vietnamese_share(ballot.in_favour, base.base)));
    if (is_counted)
        add_fact(figures, "Không tán thành", std::to_string(ballot.against));
    return View(std::move(figures));
}

std::string round_note(Matter about, int failed_before, bool failed)
{
    if (about == Matter::admission || !failed || failed_before + 1 < rounds_until_above)
        return {};
    return fmt::format("Lần thứ {} không đạt: chi bộ báo cáo cấp uỷ cấp trên xem xét, quyết định.", failed_before + 1);
}

View result_of(const CellBallot& ballot, const BallotSlips& slips, const VoteQuestion& question, int failed_before)
{
    auto base = base_of(ballot);
    bool is_counted = base.base > 0 && (ballot.in_favour > 0 || ballot.against > 0);
    auto faults = is_counted ? faults_of(ballot, slips) : std::vector<std::string>();
    auto outcome = outcome_of(ballot, base, is_counted);
    View::List wrong;
    for (const auto& fault : faults)
        wrong.push_back(View(fault));
    bool has_sentences = is_counted && faults.empty();
    return View()
        .set("is_fragment", false)
        .set("outcome_tone", outcome.tone)
        .set("outcome_icon", outcome.icon)
        .set("outcome", outcome.text)
        .set("round_note", round_note(question.about, failed_before, is_counted && !is_carried(ballot)))
        .set("facts", figures_of(ballot, slips, base, is_counted))
        .set("has_faults", !wrong.empty())
        .set("faults", View(std::move(wrong)))
        .set("has_sentences", has_sentences)
        .set("minutes", has_sentences ? lines_of(vote_sentences(ballot, slips, question)) : "")
        .set("resolution", has_sentences ? lines_of(vote_sentences(ballot, {}, question)) : "");
}

} // namespace

View vote_result(const VotePaper& paper, const Fields& typed)
{
    auto act = vote_so_far(typed, paper);
    const auto& form = paper.form;
    return result_of(act.act.cell, act.vote.slips,
                     {.about = form.about, .name = form.person_name, .is_readmission = form.is_readmission},
                     form.failed_before);
}

View vote_result(const RecordedAct& act, const VoteQuestion& question)
{
    return result_of(act.act.cell, act.vote.slips, question, 0);
}

} // namespace phusa::web::dossiers
