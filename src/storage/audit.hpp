#pragma once

#include "base/limits.hpp"
#include "base/result.hpp"
#include "domain/audit_row.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The audit chain (docs/audit-chain.md): every row carries a hash over itself and the hash of the row before it.
namespace phusa::storage
{

// Whether the details of an audit row hold values of a person and are to be sealed under that person's key.
enum class Details : std::uint8_t { open, personal };

struct NewAuditRow {
    Clock::Time at;
    std::optional<AccountId> actor = {}; // absent for the command line and the program itself
    std::string actor_name;
    std::string action;  // noun.verb
    std::string subject; // "person:42"
    std::optional<PersonId> person = {};
    std::optional<OrganisationId> organisation = {}; // where it happened: decides who may read the row
    std::string details = "{}";                      // JSON
    Details kind = Details::open;                    // personal needs `person`
};

// The last row of the chain. Printed in signed reports.
struct AuditHead {
    AuditNumber number; // 0 when nothing was ever written
    std::string hash;   // hex
};

// The number is what the facts written in the same transaction are recorded in.
AuditNumber append(Transaction& transaction, const NewAuditRow& row);

AuditHead audit_head(Session& session);

struct AuditFault {
    AuditNumber number; // the first row that is wrong or missing
    std::string what;   // Vietnamese, for people
};

struct AuditVerification {
    std::int64_t rows = 0;
    AuditHead head;
    std::optional<AuditFault> fault;
};

// Walks the whole chain in constant memory. `printed` is a head from a report: the chain must contain it.
AuditVerification verify_audit(Session& session, const std::optional<AuditHead>& printed = {});

struct AuditFilter {
    std::optional<AccountId> actor = {};
    std::string action = {}; // prefix: "person." or "person.correct"
    std::string words = {};  // found in the actor's name, the action or the subject; in lower case
    std::optional<PersonId> person = {};
    std::optional<OrganisationId> within = {}; // the unit and everything below it
    bool with_unplaced = false;                // and rows that happened at no unit (accounts, settings, the program)
    std::optional<Clock::Time> from = {};
    std::optional<Clock::Time> until = {}; // excluded
};

struct AuditPage {
    std::vector<AuditRow> rows;      // newest first, details opened where the key is there
    std::optional<AuditNumber> next; // ask again with `before` = this; absent at the end
    std::int64_t total = 0;
};

AuditPage audit_page(Session& session, const AuditFilter& filter, std::optional<AuditNumber> before = {},
                     std::size_t rows = limit::page_rows);
std::optional<AuditRow> audit_row(Session& session, AuditNumber number);

// A purge: what audit rows say of this person can never be read again; the chain still verifies.
void destroy_person_key(Transaction& transaction, PersonId person);

} // namespace phusa::storage
