#pragma once

#include "storage/dossier_acts.hpp"
#include "storage/dossier_moves.hpp"
#include "storage/dossiers.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

// The cast, and of Sen a dossier, an act and a move in which every field differs from its default, though no real ones
// have them all.
class DossiersTest : public StorageTest
{
protected:
    void SetUp() override;

    static Dossier full_dossier();
    static RecordedAct full_act(DossierId dossier);
    static DossierMove full_move(DossierId dossier);
    static RecordedAct without_what_is_sealed(RecordedAct act);

    AuditNumber by_;
    DossierId dossier_;
    RecordedActId act_;
    DossierMoveId move_;
};

} // namespace phusa::storage
