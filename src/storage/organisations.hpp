#pragma once

#include "base/result.hpp"
#include "domain/organisation.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

// Units through time. Reading takes the day that is asked about; writing takes the audit number that records it.
namespace phusa::storage
{

// All units alive on `day`, in the order of their codes.
std::vector<Organisation> organisations_on(Session& session, Date day, AsRecorded as_recorded = {});
std::optional<Organisation> organisation_on(Session& session, OrganisationId id, Date day);
// The last version, of a dissolved unit too.
std::optional<Organisation> latest_organisation(Session& session, OrganisationId id);
std::optional<Organisation> organisation_by_code(Session& session, std::string_view code, Date day);
// Every version ever recorded, by its first day, then as recorded.
std::vector<Recorded<Organisation>> organisation_history(Session& session, OrganisationId id);
// How many units of each kind are alive on `day`.
std::vector<std::pair<OrganisationKind, std::int64_t>> count_organisations(Session& session, Date day);

// Grows with every change of a unit, so that who keeps what was read of them knows when to read again.
std::int64_t organisation_changes(Session& session);

// `count` new numbers in a row; the first is returned.
OrganisationId allocate_organisations(Transaction& transaction, std::int64_t count = 1);
// Takes organisation.id, or a new number where it is 0. Conflict: its code is in use on a day of its validity.
Result<OrganisationId> add_organisation(Transaction& transaction, const Organisation& organisation, AuditNumber by);
// Many at once, in any order, unchecked: for the demo, import and restore.
void insert_organisations(Transaction& transaction, std::span<const Organisation> organisations, AuditNumber by);

// Writing over a version takes it as it was read (`valid.first` and `recorded` say which); conflict when it no longer
// stands. From `day` on the unit is as `changed` says, up to the end of that version.
Result<void> change_organisation(Transaction& transaction, const Organisation& changed, Date day, AuditNumber by);
// The version was never right: same days, other facts.
Result<void> correct_organisation(Transaction& transaction, const Organisation& corrected, AuditNumber by);
// `until` is the first day on which it is no more.
Result<void> end_organisation(Transaction& transaction, const Organisation& read, Date until, AuditNumber by);
// It never was (an import taken back). All versions are replaced by nothing; nobody may live in it.
Result<void> withdraw_organisation(Transaction& transaction, OrganisationId id, AuditNumber by);

} // namespace phusa::storage
