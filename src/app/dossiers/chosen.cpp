#include "app/dossiers/chosen.hpp"

#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"
#include "base/text.hpp"
#include "rules/explanation.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool lies_within(const std::vector<OrganisationTree::Range>& ranges, OrganisationTree::Position position)
{
    return std::ranges::any_of(ranges, [&](auto range) { return range.contains(position); });
}

// The first block, else the first deadline that has passed, else what the next act lacks.
std::string why_not_yet(App& app, const JudgedDossier& judged)
{
    const auto& facts = judged.judged.value;
    auto words = [&](const Finding& finding) { return explain(finding, facts, app.today(), *judged.books).message; };
    const auto& findings = judged.verdict.findings;
    auto block = std::ranges::find(findings, Severity::block, &Finding::severity);
    if (block != findings.end())
        return words(*block);
    auto late = std::ranges::find_if(findings, [](const Finding& finding) { return finding.due && !finding.act; });
    if (late != findings.end())
        return words(*late);
    const auto* next = judged.next();
    if (!next || next->blocked_by.empty())
        return {};
    return explain_unmet(next->blocked_by.rules().front(), *next, facts, app.today(), *judged.books);
}

} // namespace

Result<std::vector<const DossierRegister::Entry*>> dossiers_in_scope(const Gate& gate, const DossierRegister& all,
                                                                     std::optional<OrganisationId> organisation)
{
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto ranges = gate.ranges(Right::see_dossiers);
    if (organisation) {
        TRY_DO(gate.pass(Right::see_dossiers, *organisation));
        auto position = gate.tree().find(*organisation);
        if (position)
            ranges = {gate.tree().subtree(*position)};
        else
            ranges.clear();
    }
    std::vector<const DossierRegister::Entry*> chosen;
    for (const auto& entry : all.entries) {
        auto position = gate.tree().find(entry->judged.dossier.cell);
        if (position && lies_within(ranges, *position))
            chosen.push_back(entry.get());
    }
    return chosen;
}

std::vector<std::string> folded_words(std::string_view words)
{
    std::vector<std::string> parts;
    auto folded = fold(words);
    for (std::size_t begin = 0; begin < folded.size();) {
        auto end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin)
            parts.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool is_asked_for(const DossierRegister::Entry& entry, const DossierQuestion& question,
                  const std::vector<std::string>& words)
{
    const auto& judged = entry.judged;
    return (!question.late_only || judged.late) && (!question.blocked_only || judged.blocks > 0) &&
           (!question.past_facts_only || judged.past_facts > 0) &&
           std::ranges::all_of(words, [&](const auto& word) { return entry.folded_name.contains(word); });
}

bool has_asked_stage(const DossierRegister::Entry& entry, const DossierQuestion& question)
{
    auto stage = entry.judged.stage.stage;
    if (!question.stages.empty())
        return std::ranges::find(question.stages, stage) != question.stages.end();
    return question.all_stages || is_open(stage);
}

DossierLine line_of(App& app, const Gate& gate, const JudgedDossier& judged)
{
    auto handling = handling_of(gate.tree(), judged.dossier.cell);
    DossierLine line{.id = judged.dossier.id,
                     .person = judged.person.id,
                     .name = judged.person.name,
                     .born = judged.person.born,
                     .sex = judged.person.sex,
                     .cell = judged.dossier.cell,
                     .cell_name = handling.cell.name,
                     .grassroots_name = handling.grassroots.name,
                     .stage = judged.stage.stage,
                     .days_in_stage = days_between(judged.stage.since, app.today()),
                     .outcome = judged.verdict.outcome,
                     .blocks = judged.blocks,
                     .warnings = judged.warnings,
                     .late = judged.late,
                     .past_facts = judged.past_facts};
    if (const auto* next = judged.next(); next && is_open(judged.stage.stage)) {
        line.next_act = next->act;
        line.next_title = title_of(*next);
        line.next_earliest = next->earliest;
        line.next_latest = next->latest;
    }
    line.why = why_not_yet(app, judged);
    return line;
}

} // namespace phusa
