#include "app/scans/views.hpp"

#include "app/look.hpp"
#include "app/papers/making.hpp"
#include "app/papers/paper_occasion.hpp"
#include "app/scans/scan_gate.hpp"
#include "storage/audit.hpp"
#include "storage/scans.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// Reads the scans of a dossier with the words that pages say of them.
class Showing
{
public:
    Showing(storage::Session& session, const ScanGate& gate)
        : session_(session), gate_(gate), all_(storage::scans_of(session, gate.judged().dossier.id))
    {
        std::erase_if(all_,
                      [&](const Scan& scan) { return scan.purged || !(gate.sees_whole() || gate.act(scan.act)); });
    }

    ScanView view(const Scan& scan) const
    {
        ScanView seen{.scan = scan};
        auto act = gate_.act(scan.act);
        const auto* form = scan.code.empty() ? nullptr : form_named(scan.code);
        seen.title = form ? form->title : act ? title_of(*act) : std::string("Giấy của việc đã rút");
        seen.filed_by = storage::audit_row(session_, scan.recorded).value_or(AuditRow{}).actor_name;
        seen.may_change = gate_.scan_to_change(session_, scan.id).has_value();
        seen.versions = static_cast<int>(std::ranges::count_if(
            all_, [&](const Scan& other) { return other.series == scan.series && other.counts(); }));
        return seen;
    }

    bool is_newest(const Scan& scan) const
    {
        return scan.counts() && std::ranges::none_of(all_, [&](const Scan& other) {
                   return other.series == scan.series && other.counts() && other.number > scan.number;
               });
    }

    template<typename Wanted>
    std::vector<ScanView> those(Wanted wanted) const
    {
        std::vector<ScanView> views;
        for (const auto& scan : all_)
            if (wanted(scan))
                views.push_back(view(scan));
        return views;
    }

    ActScans of(const RecordedAct& act) const
    {
        ActScans scans{.act = act.id, .title = title_of(act), .on = act.act.on, .may_file = gate_.may_file(act)};
        for (const auto& form : paper_book().forms)
            if (goes_with(form, gate_.judged(), act))
                scans.forms.emplace_back(form.code, form.title);
        scans.papers = those([&](const Scan& scan) { return scan.act == act.id && is_newest(scan); });
        return scans;
    }

private:
    storage::Session& session_;
    const ScanGate& gate_;
    std::vector<Scan> all_;
};

} // namespace

int DossierScans::count() const
{
    auto found = static_cast<int>(loose.size());
    for (const auto& act : acts)
        found += static_cast<int>(act.papers.size());
    return found;
}

Result<DossierScans> show_scans(App& app, const Actor& actor, DossierId dossier)
{
    DossierScans scans{.dossier = dossier};
    Person person;
    {
        auto session = app.database().read();
        auto gate = TRY(ScanGate::open(app, session, actor, dossier));
        person = gate.judged().person;
        scans.name = person.name;
        scans.is_whole = gate.sees_whole();
        Showing showing(session, gate);
        for (const auto& act : gate.judged().acts)
            if (gate.sees(act))
                scans.acts.push_back(showing.of(act));
        std::ranges::reverse(scans.acts);
        scans.loose = showing.those([&](const Scan& scan) { return showing.is_newest(scan) && !gate.act(scan.act); });
        scans.trash = showing.those([](const Scan& scan) { return scan.is_in_trash(); });
    }
    record_look(app, actor, person);
    return scans;
}

Result<OneScan> show_scan(App& app, const Actor& actor, DossierId dossier, ScanId id)
{
    auto session = app.database().read();
    auto gate = TRY(ScanGate::open(app, session, actor, dossier));
    auto scan = TRY(gate.scan(session, id));
    Showing showing(session, gate);
    OneScan one{.view = showing.view(scan), .name = gate.judged().person.name};
    if (auto act = gate.act(scan.act)) {
        one.act_title = title_of(*act);
        one.on = act->act.on;
    }
    one.versions = showing.those([&](const Scan& other) { return other.series == scan.series && other.counts(); });
    std::ranges::reverse(one.versions);
    return one;
}

} // namespace phusa
