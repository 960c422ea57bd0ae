#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/audit_round.hpp"
#include "domain/person.hpp"
#include "domain/stage.hpp"

#include <cstdint>
#include <string>
#include <vector>

// Rút mẫu: what a round would draw, and fixing it.
namespace phusa
{

// What regulations/audit_faults.toml allows, for forms.
struct AuditShares {
    int least = 0; // percent
    int most = 0;
    int usual = 0;
};
AuditShares audit_shares();

struct AuditWish {
    OrganisationId unit = {};
    std::string name = {};
    Period period = {};
    int share = 0; // percent
    std::int64_t seed = 0;
    Date due = {};
};

struct AuditDraw {
    struct Unit {
        OrganisationId unit = {};
        std::string name = {};
        int dossiers = 0;
        int drawn = 0;
    };
    struct Drawn {
        DossierId dossier = {};
        PersonId person = {};
        std::string name = {};
        PartialDate born = {};
        OrganisationId cell = {};
        std::string cell_name = {};
        OrganisationId unit = {};
        std::string unit_name = {};
        Stage stage = Stage::preparing;
        int tickets = 1;
        std::string marks = {};   // as stored
        std::string reasons = {}; // in words; empty where there are none
        OrganisationId checking = {};
        std::string checking_name = {};
    };

    Organisation unit = {};
    std::vector<AuditLot> lots = {};
    std::vector<Unit> units = {};  // those with dossiers, in the order of the tree
    std::vector<Drawn> drawn = {}; // by unit, then by dossier
    // Of the lots and of who checks what: changes when the register has moved on in a way that matters here.
    std::string fingerprint = {};
};

// By whoever leads checks in that unit. Writes down that it was looked at, with the seed, so that trying seeds until
// one pleases does not stay unseen.
Result<AuditDraw> draw_audit_round(App& app, const Actor& actor, const AuditWish& wish);

// The same draw, fixed; conflict when its fingerprint is no longer `fingerprint`.
Result<AuditRoundId> open_audit_round(App& app, const Actor& actor, const AuditWish& wish,
                                      std::string_view fingerprint);

} // namespace phusa
