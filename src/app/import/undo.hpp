#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/import/kind.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Imports that were written, and taking one back.
namespace phusa
{

struct PastImport {
    AuditNumber id;
    Clock::Time at;
    std::string by;
    ImportKind kind = ImportKind::members;
    std::string file;
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t errors = 0;
    std::optional<Clock::Time> taken_back;
};
// Newest first; those whose unit is within what the asker may import into.
Result<std::vector<PastImport>> past_imports(App& app, const Actor& actor);

// What an import changed in one fact. `before` is empty for what it made, `after` for what it ended.
struct ImportedChange {
    std::string subject; // "Nguyễn Văn An", "Chi bộ thôn 1"
    std::string field;   // "Số điện thoại", "Kết nạp"; empty: it is new as a whole
    std::string before;
    std::string after;
};
struct ImportedChanges {
    PastImport import;
    std::int64_t added = 0;              // facts that were new
    std::vector<ImportedChange> changes; // of what was there before, field by field
    std::vector<std::string> resting;    // names of those whose later facts rest on it: then it stays
};
Result<ImportedChanges> changes_of_import(App& app, const Actor& actor, AuditNumber id);

// Takes it back, updates included: the register says again what it said before. Refused with names where later facts
// rest on it. Nothing is deleted; the answer is the audit row of the undo.
Result<AuditNumber> undo_import(App& app, const Actor& actor, AuditNumber id);

} // namespace phusa
