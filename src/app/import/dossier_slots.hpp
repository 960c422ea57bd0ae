#pragma once

#include "app/import/kind.hpp"
#include "domain/recorded_act.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace phusa
{

// One act as the columns of a sheet of dossiers have it: the keys of its columns begin with `prefix`.
struct DossierSlot {
    std::string_view prefix; // "cell_vote": cell_vote_on, cell_vote_number, …
    ActKind kind;
    std::optional<Matter> about = {}; // also the stage that opinions serve
    CertificateKind certificate = CertificateKind::awareness;
    Introducer by = Introducer::member;
    std::size_t nth = 0; // of introductions by members
};
std::span<const DossierSlot> dossier_slots();

// Where the parts of a slot stand among dossier_columns(); absent what its act has not.
struct SlotColumns {
    std::optional<std::size_t> on, number, issuer, received, name, is_official, months, kind;
    std::optional<std::size_t> official, excluded, present, in_favour, against, members, decides;

    std::vector<std::size_t> all() const;
};
// As many as dossier_slots().
std::span<const SlotColumns> dossier_slot_columns();

// Whether an act is one of the slot's kind; `ceremony` tells opinions of the two stages apart.
bool belongs(const DossierSlot& slot, const RecordedAct& act, std::optional<Date> ceremony);
// The day of the last ceremony.
std::optional<Date> ceremony_day(std::span<const RecordedAct> acts);

// Which act of a dossier each slot shows, null where there is none: the last of its kind by day, of introductions by
// members the last two. As many as dossier_slots().
std::vector<const RecordedAct*> acts_in_slots(std::span<const RecordedAct> acts);

} // namespace phusa
