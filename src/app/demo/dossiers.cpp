#include "app/demo/dossiers.hpp"

#include "app/demo/dossier_faults.hpp"
#include "app/demo/dossier_story.hpp"
#include "app/demo/homes.hpp"

#include <algorithm>
#include <unordered_map>

namespace phusa::demo
{

namespace
{

constexpr int months_ahead = 7;
constexpr int youth_union_months = 372;

class DossierMaker
{
public:
    DossierMaker(std::uint64_t seed, const Register& made, Date as_of)
        : seed_(seed), made_(made), as_of_(as_of), homes_(made.structure)
    {
        for (const auto& [person, identity] : made.people) {
            if (person.valid.until)
                continue;
            now_[person.id] = &person;
            if (person.standing == Standing::official)
                official_[person.cell].push_back(person.id);
        }
        for (const auto& unit : made.structure.organisations)
            if (unit.valid.covers(as_of))
                kinds_[unit.id] = unit.kind;
        for (const auto& event : made.events)
            if (event.kind == MembershipEventKind::recognised)
                recognised_[event.person] = &event;
    }

    void add_member(const Admission& admission)
    {
        constexpr int recent_days = 120;
        const auto* event = recognised_of(admission.person);
        Random random(seed_, "dossier of a member", static_cast<std::uint64_t>(admission.person.value));
        bool is_recent = event && event->decided_on && days_between(*event->decided_on, as_of_) <= recent_days;
        bool is_probationary = now_.at(admission.person)->standing == Standing::probationary;
        if (!admission.ceremony_on || (!is_recent && !is_probationary) || !random.chance(0.5))
            return;
        auto plot = plot_of(admission.person, *admission.ceremony_on, admission.youth_union_member);
        plot.decided = admission.decided_on;
        if (event)
            plot.recognised = event->decided_on;
        auto acts = tell_dossier(plot, as_of_, random);
        for (auto& act : acts) {
            if (act.act.kind == ActKind::ceremony)
                act.made = admission.id.value;
            if (act.act.kind == ActKind::decision && act.act.about == Matter::admission)
                act.paper.number = admission.decision_number;
            if (act.act.kind == ActKind::decision && act.act.about == Matter::recognition && event) {
                act.made = event->id.value;
                act.paper.number = event->decision_number;
            }
        }
        add(admission.person, admission.youth_union_member, std::move(acts), random);
    }

    void add_candidate(const Newcomer& who)
    {
        Random random(seed_, "dossier", who.number);
        PersonId person(who.number);
        auto acts = tell_dossier(plot_of(person, who.counted_on, who.youth_union_member), as_of_, random);
        add(person, who.youth_union_member, std::move(acts), random);
        if (random.chance(0.01))
            move(random);
    }

    DossierSet finish() && { return std::move(set_); }

private:
    const MembershipEvent* recognised_of(PersonId person) const
    {
        auto found = recognised_.find(person);
        return found == recognised_.end() ? nullptr : found->second;
    }

    DossierPlot plot_of(PersonId id, Date ceremony, bool youth_union) const
    {
        auto cell = now_.at(id)->cell;
        DossierPlot plot{.ceremony = ceremony, .youth_union = youth_union};
        if (auto kind = kinds_.find(cell); kind != kinds_.end())
            plot.grassroots_cell = kind->second == OrganisationKind::grassroots_cell;
        if (auto found = official_.find(cell); found != official_.end()) {
            plot.members = std::max(3, static_cast<int>(found->second.size()));
            for (auto member : found->second)
                if (member != id && plot.introducers.size() < 2)
                    plot.introducers.push_back(member);
        }
        return plot;
    }

    void add(PersonId id, bool youth_union, std::vector<RecordedAct> acts, Random& random)
    {
        add_fault(acts, Random(seed_, "fault", static_cast<std::uint64_t>(id.value)));
        const auto& person = *now_.at(id);
        auto first = acts.empty() ? as_of_ : acts.front().act.on;
        Dossier dossier{.id = DossierId(static_cast<std::int64_t>(set_.dossiers.size()) + 1),
                        .person = id,
                        .cell = person.cell,
                        .opened = first.plus_days(-random.between(3, 40)),
                        .youth_union_member = youth_union};
        bool is_young = age_in_months(person.born, as_of_) < youth_union_months + 24;
        dossier.youth_union_available = youth_union || !is_young;
        if (person.general_education == GeneralEducation::primary)
            dossier.area = Area::disadvantaged;
        for (auto& act : acts) {
            act.id = RecordedActId(static_cast<std::int64_t>(set_.acts.size()) + 1);
            act.dossier = dossier.id;
            set_.acts.push_back(std::move(act));
        }
        set_.dossiers.push_back(std::move(dossier));
    }

    // The last dossier is on its way to another cell.
    void move(Random& random)
    {
        const auto& dossier = set_.dossiers.back();
        auto to = homes_.like(made_.structure.cell(dossier.cell), as_of_, random);
        if (!to || *to == dossier.cell)
            return;
        auto sent = std::max(dossier.opened, as_of_.plus_days(-random.between(2, 45)));
        set_.moves.push_back({.id = DossierMoveId(static_cast<std::int64_t>(set_.moves.size()) + 1),
                              .dossier = dossier.id,
                              .from = dossier.cell,
                              .to = *to,
                              .stage = TransferStage::helping,
                              .sent = sent,
                              .certificate = {.number = "01-GCN/ĐU", .on = {}, .issuer = {}}});
    }

    std::uint64_t seed_;
    const Register& made_;
    Date as_of_;
    Homes homes_;
    DossierSet set_;
    std::unordered_map<PersonId, const Person*> now_;
    std::unordered_map<PersonId, const MembershipEvent*> recognised_;
    std::unordered_map<OrganisationId, std::vector<PersonId>> official_;
    std::unordered_map<OrganisationId, OrganisationKind> kinds_;
};

} // namespace

Date last_candidate_day(Date as_of) { return as_of.plus_months(months_ahead); }

DossierSet make_dossiers(std::uint64_t seed, const Register& made, std::span<const Newcomer> candidates, Date as_of)
{
    DossierMaker maker(seed, made, as_of);
    for (const auto& admission : made.admissions)
        if (days_between(admission.counted_on(), as_of) <= 800)
            maker.add_member(admission);
    for (const auto& who : candidates)
        maker.add_candidate(who);
    return std::move(maker).finish();
}

} // namespace phusa::demo
