#include "web/dossiers/vote_inputs.hpp"

#include "base/limits.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

std::string present_name(PersonId id) { return fmt::format("present-{}", id.value); }
std::string excuse_name(PersonId id) { return fmt::format("excuse-{}", id.value); }
std::string typed(int number) { return number ? std::to_string(number) : ""; }

int figure(FormReader& reader, std::string_view name, Need need)
{
    constexpr std::int64_t members_max = 100'000;
    auto number = reader.number(name, need);
    if (!number)
        return 0;
    if (*number < 0 || *number > members_max)
        reader.wrong(name, "Hãy ghi một số từ 0 trở lên.");
    return static_cast<int>(std::clamp<std::int64_t>(*number, 0, members_max));
}

std::vector<RollEntry> roll_of(FormReader& reader, const VotePaper& paper)
{
    std::vector<RollEntry> roll;
    for (const auto& member : paper.form.official)
        roll.push_back({.member = member.id,
                        .present = reader.ticked(present_name(member.id)),
                        .excuse = reader.choice(excuse_name(member.id), excuse)});
    return roll;
}

bool is_roll_of(const Fields& sent, const VotePaper& paper)
{
    auto shown = sent.all("member");
    return std::ranges::equal(shown, paper.form.official, [](std::string_view id, const VoteForm::Member& member) {
        return id == std::to_string(member.id.value);
    });
}

void read_figures(FormReader& reader, const VotePaper& paper, CellBallot& ballot, std::vector<RollEntry>& roll)
{
    roll.clear();
    if (paper.by_figures) {
        ballot.official = figure(reader, "official", Need::required);
        ballot.excluded = figure(reader, "excluded", Need::optional);
        ballot.present = figure(reader, "present", Need::required);
        return;
    }
    roll = roll_of(reader, paper);
    auto base = base_of(roll);
    ballot.official = base.official;
    ballot.excluded = base.excluded;
    ballot.present = base.present;
}

void read_ballots(FormReader& reader, Need need, RecordedAct& act)
{
    act.vote.slips.issued = figure(reader, "issued", Need::optional);
    act.vote.slips.collected = figure(reader, "collected", Need::optional);
    act.vote.slips.invalid = figure(reader, "invalid", Need::optional);
    act.act.cell.in_favour = figure(reader, "for", need);
    act.act.cell.against = figure(reader, "against", need);
}

// What is wrong with the members' figures is the rules' to say; with the slips alone, the form's.
void refuse_wrong_slips(FormReader& reader, const RecordedAct& act)
{
    if (!faults_of(act.act.cell, {}).empty())
        return;
    for (auto& fault : faults_of(act.act.cell, act.vote.slips))
        reader.wrong("issued", std::move(fault));
}

} // namespace

Fields typed_of_vote(const RecordedAct& act)
{
    Fields fields;
    fields.add("on", act.act.on.vietnamese());
    for (const auto& entry : act.vote.roll) {
        fields.add("member", std::to_string(entry.member.value));
        if (entry.present)
            fields.add(present_name(entry.member), "1");
        fields.add(excuse_name(entry.member), entry.excuse ? std::string(key_of(*entry.excuse)) : "");
    }
    const auto& ballot = act.act.cell;
    const auto& slips = act.vote.slips;
    if (act.vote.roll.empty()) {
        fields.add("official", typed(ballot.official));
        fields.add("excluded", typed(ballot.excluded));
        fields.add("present", typed(ballot.present));
        if (ballot.official > 0)
            fields.add("cach", "so");
    }
    bool is_counted = ballot.official > 0;
    fields.add("issued", typed(slips.issued));
    fields.add("collected", typed(slips.collected));
    fields.add("invalid", slips.issued ? std::to_string(slips.invalid) : "");
    fields.add("for", is_counted ? std::to_string(ballot.in_favour) : "");
    fields.add("against", is_counted ? std::to_string(ballot.against) : "");
    fields.add("chair", act.vote.chair);
    fields.add("secretary", act.vote.secretary);
    fields.add("paper_number", act.paper.number);
    fields.add("note", act.note);
    return fields;
}

void read_vote(FormReader& reader, const Fields& sent, const VotePaper& paper, RecordedAct& act)
{
    act.act.on = reader.date("on", Need::required).value_or(act.act.on);
    if (!paper.by_figures && !is_roll_of(sent, paper))
        reader.wrong(
            "on", "Danh sách đảng viên chính thức của ngày này khác danh sách đã điểm danh; hãy điểm danh lại ở dưới.");
    read_figures(reader, paper, act.act.cell, act.vote.roll);
    read_ballots(reader, Need::required, act);
    refuse_wrong_slips(reader, act);
    act.vote.chair = reader.text("chair", Need::optional, limit::name_length_max);
    act.vote.secretary = reader.text("secretary", Need::optional, limit::name_length_max);
    act.paper.number = reader.text("paper_number", Need::optional, limit::name_length_max);
    act.note = reader.note("note");
}

RecordedAct vote_so_far(const Fields& sent, const VotePaper& paper)
{
    RecordedAct act;
    act.act.kind = ActKind::cell_vote;
    act.act.about = paper.form.about;
    FormReader reader(sent);
    read_figures(reader, paper, act.act.cell, act.vote.roll);
    read_ballots(reader, Need::optional, act);
    return act;
}

} // namespace phusa::web::dossiers
