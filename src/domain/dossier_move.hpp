#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/act.hpp"
#include "domain/dossier.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace phusa
{

using DossierMoveId = Id<struct DossierMove>;

// phiếu chuyển: a dossier on its way from one cell to another while it is in process (rules.md 4.3). One version.
//
// Seen from both ends. Until it is accepted the dossier stays with the cell that sent it; no clock stops. A slip
// is answered once: accepted or taken back.
struct DossierMove {
    DossierMoveId id = {};
    std::int64_t version = 0;
    DossierId dossier = {};
    OrganisationId from = {};
    OrganisationId to = {};
    TransferStage stage = TransferStage::helping;
    Date sent = {};
    Paper certificate = {}; // giấy chứng nhận đang được xem xét, giúp đỡ
    std::string note = {};
    std::optional<Date> accepted = {};
    std::optional<Date> taken_back = {};
    AuditNumber recorded = {};

    bool is_open() const { return !accepted && !taken_back; }
    friend bool operator==(const DossierMove&, const DossierMove&) = default;
};
Result<void> check(const DossierMove& move, Date today);

} // namespace phusa
