#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/audit_risk.hpp"
#include "domain/dossier.hpp"
#include "domain/organisation.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

using AuditRoundId = Id<struct AuditRound>;
using AuditSampleId = Id<struct AuditSample>;

// đợt kiểm tra mẫu: dossiers of one unit that were worked on in a period, some of them drawn by lot to be checked by
// another cell. One version of it.
//
// What was drawn is fixed with the round: seed, share and lots (AuditLot) give the same list again at any time. While
// it is open the checking cells reach what was assigned to them, and nothing after it was closed.
struct AuditRound {
    AuditRoundId id = {};
    std::int64_t version = 0;
    OrganisationId unit = {};
    std::string name = {};
    Period period = {}; // of the acts by which a dossier belongs to the round
    int share = 0;      // percent
    std::int64_t seed = 0;
    Date drawn = {};
    Date due = {}; // the last day for checking
    std::optional<Date> closed = {};
    std::string conclusion = {}; // of the whole round, without persons
    AuditNumber recorded = {};

    bool is_open() const { return !closed; }
    friend bool operator==(const AuditRound&, const AuditRound&) = default;
};
// A name, days in order, texts within limits; the seed not negative.
Result<void> check(const AuditRound& round);

// One dossier that could be drawn: 1 ticket and one more for each point of risk. Written once.
struct AuditLot {
    DossierId dossier = {};
    OrganisationId cell = {};
    OrganisationId unit = {}; // the stratum: the unit directly below that of the round
    int tickets = 1;
    std::string marks = {}; // text_of(RiskMark…)

    friend bool operator==(const AuditLot&, const AuditLot&) = default;
};

// A drawn dossier: who checks it, and what came of it. One version of it. `checking` is never `cell`.
struct AuditSample {
    AuditSampleId id = {};
    std::int64_t version = 0;
    AuditRoundId round = {};
    DossierId dossier = {};
    PersonId person = {}; // under whose key the note lies
    OrganisationId cell = {};
    OrganisationId unit = {};
    int tickets = 1;
    std::string marks = {};
    OrganisationId checking = {};
    std::optional<Date> checked = {};
    std::string note = {}; // sealed
    AuditNumber recorded = {};

    friend bool operator==(const AuditSample&, const AuditSample&) = default;
};

} // namespace phusa
