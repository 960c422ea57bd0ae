#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/audit_row.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

struct AuditQuestion {
    std::optional<AccountId> actor = {};
    std::string action = {}; // prefix: "person." or "session.open"
    std::string words = {};  // found in the actor's name, the action, the subject
    std::optional<PersonId> person = {};
    std::optional<OrganisationId> organisation = {}; // and everything below it
    std::optional<Date> from = {};
    std::optional<Date> to = {};
    std::optional<AuditNumber> before = {}; // paging, newest first
    std::size_t rows = 50;
};

struct AuditPage {
    std::vector<AuditRow> rows;
    std::optional<AuditNumber> next;
    std::int64_t total = 0;
};

// Rows that happened within the subtrees where the asker may see the log.
Result<AuditPage> list_audit(App& app, const Actor& actor, const AuditQuestion& question);

// The whole chain, walked and reckoned anew.
struct AuditVerdict {
    std::int64_t rows = 0;
    std::string head; // hex of the last hash: printed in signed reports
    std::optional<AuditNumber> first_fault;
    std::string fault; // what is wrong there, in words
};
Result<AuditVerdict> verify_audit(App& app, const Actor& actor);

// The last row of the chain.
struct AuditHead {
    AuditNumber number; // 0 where nothing was ever written
    std::string hash;   // hex
};
Result<AuditHead> audit_head(App& app, const Actor& actor);

// The rows of a question, all pages of it, as a list for CSV, XLSX and JSON. Recorded: the log was taken away.
Result<TableStream> export_audit(App& app, const Actor& actor, const AuditQuestion& question);

} // namespace phusa
