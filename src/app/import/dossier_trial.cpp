#include "app/import/dossier_trial.hpp"

#include "app/dossiers/deciding.hpp"
#include "app/dossiers/fields.hpp"
#include "app/dossiers/opening.hpp"
#include "app/dossiers/trial.hpp"
#include "app/import/dossier_slots.hpp"
#include "domain/act_rights.hpp"
#include "storage/admissions.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace phusa
{

namespace
{

// Numbers of acts that are not written yet: behind all others, in the order of the row.
constexpr std::int64_t first_unwritten = std::numeric_limits<std::int64_t>::max() - 1'000;

// Which differences in the same act are a contradiction: only what the sheet has at all.
bool says_the_same(const RecordedAct& known, const RecordedAct& read)
{
    auto laid_over = known.act;
    laid_over.received = read.act.received ? read.act.received : known.act.received;
    auto said = read.act;
    said.received = laid_over.received;
    said.replaces = known.act.replaces;
    said.stage = known.act.stage;
    bool same_number = read.paper.number.empty() || read.paper.number == known.paper.number;
    return laid_over == said && same_number;
}

// May stand in a dossier more than once without the one replacing the other.
bool may_be_several(ActKind kind)
{
    return kind == ActKind::cell_vote || kind == ActKind::committee_vote || kind == ActKind::introduction ||
           kind == ActKind::opinions;
}

// The column of a fact of a dossier.
std::string_view column_of_field(std::string_view field) { return field == "area" ? "disadvantaged" : field; }

} // namespace

std::optional<TriedDossier> DossierTrials::try_row(MatchedRow& row, DossierRow read)
{
    auto known = find(row, read);
    if (!known)
        return std::nullopt;
    auto person = row.row.person;
    if (row.person) {
        person = *row.person;
        lay_over(row.row, person);
    }
    if (auto sound = check(person, context_.app.today()); !sound) {
        leave_out(context_, row, "full_name", sound.error().message);
        return std::nullopt;
    }
    auto dossier = known->dossier.value_or(read.facts);
    if (known->dossier)
        warn_of_other_facts(row, *known->dossier, read);
    auto fresh = fresh_acts(row, *known, std::move(read.acts));
    if (dossier.closed && known->dossier && !fresh.empty())
        leave_out(context_, row, "full_name", "Hồ sơ của người này đã đóng; hãy mở lại trước khi ghi thêm việc.");
    if (!row.is_left_out)
        check_rights(row, fresh, dossier.cell);
    if (row.is_left_out)
        return std::nullopt;
    auto before = judge_dossier(context_.app, std::move(dossier), std::move(person), std::move(known->acts),
                                context_.app.today());
    TriedDossier tried{.after = {}, .fresh = {}};
    settle(row, tried, fresh, before, read.past_reason);
    return row.is_left_out ? std::nullopt : std::optional(std::move(tried));
}

// The dossier of the register that the row is about, if there is one.
std::optional<DossierTrials::Known> DossierTrials::find(MatchedRow& row, DossierRow& read)
{
    if (!row.person)
        return Known{};
    auto& transaction = context_.transaction;
    for (auto& dossier : storage::dossiers_of(transaction, row.person->id)) {
        bool is_meant = !dossier.closed || (read.facts.closed && dossier.closed->on == read.facts.closed->on);
        if (!is_meant)
            continue;
        if (dossier.cell != read.facts.cell) {
            leave_out(
                context_, row, "cell",
                fmt::format("Hồ sơ của người này do {} quản lý. Hãy làm phiếu chuyển hồ sơ, hoặc ghi đúng chi bộ.",
                            context_.units.name_of(dossier.cell)));
            return std::nullopt;
        }
        auto acts = storage::dossier_acts_of(transaction, dossier.id);
        return Known{.dossier = std::move(dossier), .acts = std::move(acts)};
    }
    if (belongs_to_admission(*row.person, read))
        return Known{};
    if (row.person->cell != read.facts.cell && !row.row.now) {
        leave_out(context_, row, "cell",
                  fmt::format("Người này đang ở {}. Hãy chuyển về chi bộ này trước, hoặc ghi đúng chi bộ.",
                              context_.units.name_of(row.person->cell)));
        return std::nullopt;
    }
    if (auto may = check_new_dossier(transaction, *row.person, read.facts); !may) {
        leave_out(context_, row, "full_name", may.error().message);
        return std::nullopt;
    }
    return Known{};
}

// The old dossier of somebody whom the register knows as a member since: what its acts make is there already.
bool DossierTrials::belongs_to_admission(const Person& person, DossierRow& read) const
{
    auto ceremony = std::ranges::find(read.acts, ActKind::ceremony, [](const RowAct& act) { return act.act.act.kind; });
    if (ceremony == read.acts.end())
        return false;
    auto admissions = storage::admissions_of(context_.transaction, person.id);
    auto meant = std::ranges::find(admissions, std::optional(ceremony->act.act.on), &Admission::ceremony_on);
    if (meant == admissions.end())
        return false;
    ceremony->act.made = meant->id.value;
    auto events = storage::membership_events_of(context_.transaction, person.id);
    for (auto& act : read.acts) {
        bool recognises = act.act.act.kind == ActKind::decision && act.act.act.about == Matter::recognition;
        if (!recognises && act.act.act.kind != ActKind::removal)
            continue;
        auto kind = recognises ? MembershipEventKind::recognised : MembershipEventKind::removed;
        for (const auto& event : events)
            if (event.kind == kind && event.on >= ceremony->act.act.on)
                act.act.made = event.id.value;
    }
    return true;
}

std::vector<RowAct> DossierTrials::fresh_acts(MatchedRow& row, const Known& known, std::vector<RowAct> acts)
{
    auto ceremony = ceremony_day(known.acts);
    std::vector<RowAct> fresh;
    for (auto& act : acts) {
        const auto& slot = dossier_slots()[act.slot];
        std::vector<const RecordedAct*> alike;
        for (const auto& each : known.acts)
            if (belongs(slot, each, ceremony))
                alike.push_back(&each);
        auto same_day = [&](const RecordedAct* each) { return each->act.on == act.act.act.on; };
        if (std::ranges::any_of(alike,
                                [&](const auto* each) { return same_day(each) && says_the_same(*each, act.act); }))
            continue;
        bool clashes = may_be_several(slot.kind) && slot.kind != ActKind::introduction
                           ? std::ranges::any_of(alike, same_day)
                           : !alike.empty() && !may_be_several(slot.kind);
        if (clashes) {
            wrong(row, act,
                  fmt::format("Sổ đã ghi việc này ngày {}{}. Nếu sổ sai, hãy sửa trong hồ sơ, có lý do.",
                              alike.front()->act.on.vietnamese(),
                              same_day(alike.front()) ? ", nội dung khác bảng" : ""));
            continue;
        }
        fresh.push_back(std::move(act));
    }
    for (std::size_t i = 0; i < fresh.size(); ++i)
        fresh[i].act.id = RecordedActId(first_unwritten + static_cast<std::int64_t>(i));
    return fresh;
}

void DossierTrials::warn_of_other_facts(const MatchedRow& row, const Dossier& known, const DossierRow& read)
{
    for (const auto& field : dossier_fields()) {
        auto key = column_of_field(field.key);
        if (std::ranges::find(read.given, key) != read.given.end() && !field.same(known, read.facts))
            warn_of(context_, row, key,
                    fmt::format("Hồ sơ trong sổ ghi “{}”: giữ như trong sổ. Nếu sổ sai, hãy sửa trong hồ sơ, có lý do.",
                                field.shown(known)));
    }
}

void DossierTrials::check_rights(MatchedRow& row, const std::vector<RowAct>& acts, OrganisationId cell)
{
    for (const auto& act : acts) {
        auto key = std::pair(right_to_record(act.act), cell);
        auto known = rights_.find(key);
        if (known == rights_.end())
            known = rights_.emplace(key, may_record(context_.app, context_.actor, context_.gate, act.act, cell)).first;
        if (!known->second)
            wrong(row, act, known->second.error().message);
    }
}

bool DossierTrials::decides(OrganisationId cell)
{
    auto known = deciding_.find(cell);
    if (known == deciding_.end())
        known = deciding_.emplace(cell, decides_for(context_.app, context_.actor, context_.gate, cell)).first;
    return known->second;
}

void DossierTrials::settle(MatchedRow& row, TriedDossier& tried, std::vector<RowAct>& fresh,
                           const JudgedDossier& before, const std::string& reason)
{
    auto acts = before.acts;
    for (const auto& act : fresh)
        acts.push_back(act.act);
    auto trial = try_acts(context_.app, before, std::move(acts));
    auto act_of = [&](RecordedActId id) {
        return std::ranges::find(fresh, id, [](const RowAct& act) { return act.act.id; });
    };
    bool may_be_past = decides(before.dossier.cell);
    auto stop = [&](const FindingView& block, RowAct* act) {
        if (!may_be_past || block.rule == Rule::vote_arithmetic) {
            row.is_left_out = true;
            context_.remarks.errors.push_back(remark_on_act(row, act, block.message));
            return;
        }
        if (act) {
            act->act.is_past_fact = true;
            act->act.past_reason = reason;
        }
        context_.remarks.warnings.push_back(
            remark_on_act(row, act, block.message + " Vẫn ghi, đánh dấu là việc đã làm trước đây trái quy định."));
    };
    for (const auto& block : trial.blocks) {
        auto act = block.act ? act_of(*block.act) : fresh.end();
        stop(block, act == fresh.end() ? nullptr : &*act);
    }
    for (auto& act : fresh) {
        trial.blocks.clear();
        block_on_failed_vote(context_.app, trial, act.act);
        for (const auto& block : trial.blocks)
            stop(block, &act);
    }
    for (const auto& warning : trial.warnings) {
        auto act = warning.act ? act_of(*warning.act) : fresh.end();
        context_.remarks.warnings.push_back(remark_on_act(row, act == fresh.end() ? nullptr : &*act, warning.message));
    }
    std::ranges::stable_sort(fresh, {}, [](const RowAct& act) { return act.act.act.on; });
    for (auto& act : fresh)
        tried.fresh.push_back(std::move(act.act));
    tried.after = std::move(trial.after);
}

ImportRemark DossierTrials::remark_on_act(const MatchedRow& row, const RowAct* act, std::string message) const
{
    return {.row = row.row.number,
            .column = act ? context_.layout.head(act->column) : std::string(),
            .value = act ? act->act.act.on.vietnamese() : std::string(),
            .message = std::move(message)};
}

void DossierTrials::wrong(MatchedRow& row, const RowAct& act, std::string message)
{
    row.is_left_out = true;
    context_.remarks.errors.push_back(remark_on_act(row, &act, std::move(message)));
}

} // namespace phusa
