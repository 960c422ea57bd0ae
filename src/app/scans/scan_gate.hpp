#pragma once

#include "app/dossiers/dossier_gate.hpp"
#include "domain/scan.hpp"

namespace phusa
{

// A dossier whose scans are asked for, and what the asker may do there: who reaches the whole dossier sees them all; by
// relation one sees those of the acts that the relation is about. Filing takes what recording the act takes.
class ScanGate
{
public:
    // not_found where the dossier is outside the asker's scope.
    static Result<ScanGate> open(App& app, storage::Session& session, const Actor& actor, DossierId dossier);

    const JudgedDossier& judged() const { return reached_.judged; }
    bool sees_whole() const { return reached_.reach.whole; }
    bool sees(const RecordedAct& act) const;
    bool may_file(const RecordedAct& act) const;
    // Whether the asker may read the person's identity number.
    bool may_read_identity() const;

    // not_found where the act does not stand or is not to be seen.
    Result<RecordedAct> act(RecordedActId id) const;
    Result<RecordedAct> act_to_file(RecordedActId id) const;
    // Of this dossier, not purged, and of an act that is to be seen. A scan whose act was withdrawn is seen by who sees
    // the whole dossier.
    Result<Scan> scan(storage::Session& session, ScanId id) const;
    Result<Scan> scan_to_change(storage::Session& session, ScanId id) const;

private:
    ScanGate(App& app, const Actor& actor, ReachedDossier reached);

    App* app_;
    const Actor* actor_;
    Gate gate_;
    ReachedDossier reached_;
};

} // namespace phusa
