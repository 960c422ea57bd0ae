#include "app/scans/scan_gate.hpp"

#include "app/dossiers/deciding.hpp"
#include "storage/scans.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> no_scan()
{
    return problem(Problem::Kind::not_found, "Không có bản quét này trong phạm vi của anh/chị.");
}

std::unexpected<Problem> may_not_file()
{
    return problem(
        Problem::Kind::refused,
        "Anh/chị chỉ được xem bản quét của việc này. Người được ghi việc mới gửi, bỏ hoặc lấy lại bản quét.");
}

} // namespace

ScanGate::ScanGate(App& app, const Actor& actor, ReachedDossier reached)
    : app_(&app), actor_(&actor), gate_(app, actor), reached_(std::move(reached))
{
}

Result<ScanGate> ScanGate::open(App& app, storage::Session& session, const Actor& actor, DossierId dossier)
{
    Gate gate(app, actor);
    return ScanGate(app, actor, TRY(reached_behind_gate(app, session, actor, gate, dossier, app.today())));
}

bool ScanGate::sees(const RecordedAct& act) const
{
    return reached_.reach.whole || records_by_relation(reached_.reach, reached_.judged, act);
}

bool ScanGate::may_file(const RecordedAct& act) const
{
    return may_record(*app_, *actor_, gate_, reached_.reach, act, reached_.judged).has_value();
}

bool ScanGate::may_read_identity() const
{
    return gate_.pass(Right::reveal_identity, reached_.judged.dossier.cell).has_value();
}

Result<RecordedAct> ScanGate::act(RecordedActId id) const
{
    auto found = std::ranges::find(reached_.judged.acts, id, &RecordedAct::id);
    if (found == reached_.judged.acts.end() || !sees(*found))
        return problem(Problem::Kind::not_found, "Không có việc này trong hồ sơ; có thể đã được rút lại.");
    return *found;
}

Result<RecordedAct> ScanGate::act_to_file(RecordedActId id) const
{
    auto found = TRY(act(id));
    if (!may_file(found))
        return may_not_file();
    return found;
}

Result<Scan> ScanGate::scan(storage::Session& session, ScanId id) const
{
    auto found = storage::scan(session, id);
    if (!found || found->dossier != reached_.judged.dossier.id || found->purged)
        return no_scan();
    if (!sees_whole() && !act(found->act))
        return no_scan();
    return *std::move(found);
}

Result<Scan> ScanGate::scan_to_change(storage::Session& session, ScanId id) const
{
    auto found = TRY(scan(session, id));
    auto of = act(found.act);
    bool may = of ? may_file(*of) : gate_.pass(Right::record_cell_acts, reached_.judged.dossier.cell).has_value();
    if (!may)
        return may_not_file();
    return found;
}

} // namespace phusa
