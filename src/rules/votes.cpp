#include "rules/votes.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool reaches(std::int64_t in_favour, std::int64_t base, const Rulebook& book)
{
    return in_favour * book.number(Rule::vote_majority, value::denominator) >=
           base * book.number(Rule::vote_majority, value::numerator);
}

bool adds_up(const CellBallot& ballot)
{
    bool is_negative =
        std::min({ballot.official, ballot.excluded, ballot.present, ballot.in_favour, ballot.against}) < 0;
    return !is_negative && std::int64_t{ballot.in_favour} + ballot.against <= ballot.present &&
           ballot.present <= ballot.official && ballot.excluded < ballot.official;
}

bool adds_up(const CommitteeBallot& ballot)
{
    return ballot.in_favour >= 0 && ballot.members >= 0 && ballot.in_favour <= ballot.members;
}

// Failed votes of one body on one matter; the one that makes it too many is reported, once, and stays when a later vote
// succeeds. A committee that proposes cannot fail.
void judge_rounds(Judging& judging, Matter matter, ActKind body)
{
    int failed = 0;
    for (const auto& act : judging.reading.acts()) {
        if (act.kind() != body || act.act->about != matter)
            continue;
        const auto& book = judging.rulebooks.on(act.on());
        if (has_passed(*act.act, book))
            continue;
        ++failed;
        if (book.knows(Rule::vote_rounds, act.on()) && failed >= book.number(Rule::vote_rounds)) {
            judging.report(Rule::vote_rounds, matter, act);
            return;
        }
    }
}

} // namespace

bool has_passed(const Act& vote, const Rulebook& book)
{
    if (!book.at(Rule::vote_majority).known)
        return true;
    if (vote.kind == ActKind::committee_vote)
        return !vote.committee.decides || reaches(vote.committee.in_favour, vote.committee.members, book);
    return reaches(vote.cell.in_favour, std::int64_t{vote.cell.official} - vote.cell.excluded, book);
}

bool has_passed(const PlacedAct* vote, const Rulebooks& books)
{
    return vote && has_passed(*vote->act, books.on(vote->on()));
}

bool has_failed(const MatterActs& acts, const Rulebooks& books)
{
    return (acts.cell && !has_passed(acts.cell, books)) || (acts.deciding && !has_passed(acts.deciding, books));
}

RuleSet unmet_by_vote(const Act& vote, const Rulebook& book)
{
    bool is_cell = vote.kind == ActKind::cell_vote;
    RuleSet unmet;
    if (is_cell && book.at(Rule::cell_size).known && vote.cell.official < book.number(Rule::cell_size))
        unmet.add(Rule::cell_size);
    if (!has_passed(vote, book))
        unmet.add(Rule::vote_majority);
    if (!(is_cell ? adds_up(vote.cell) : adds_up(vote.committee)))
        unmet.add(Rule::vote_arithmetic);
    return unmet;
}

void judge_votes(Judging& judging)
{
    for (auto matter : {Matter::admission, Matter::recognition, Matter::removal}) {
        const auto& acts = judging.reading.of(matter);
        for (const auto* vote : {acts.cell, acts.proposing, acts.deciding})
            if (vote)
                judging.report(unmet_by_vote(*vote->act, judging.rulebooks.on(vote->on())), matter, *vote);
        if (matter == Matter::admission)
            continue;
        judge_rounds(judging, matter, ActKind::cell_vote);
        judge_rounds(judging, matter, ActKind::committee_vote);
    }
}

} // namespace phusa
