#pragma once

#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Two records of one person made one, and pairs that are known to be two people.
namespace phusa::storage
{

struct PersonMerge {
    std::int64_t version = 0;
    PersonId kept;
    PersonId other;
    AuditNumber recorded;
    std::optional<AuditNumber> undone;
};
// The merge by which this record went into another one, if it stands.
std::optional<PersonMerge> merge_of(Session& session, PersonId other);
// Those that stand and went into this record, oldest first.
std::vector<PersonMerge> merges_into(Session& session, PersonId kept);
// Newest first, those undone too.
std::vector<PersonMerge> last_merges(Session& session, std::size_t rows);
void add_merge(Transaction& transaction, PersonId kept, PersonId other, AuditNumber by);
void undo_merge(Transaction& transaction, const PersonMerge& merge, AuditNumber by);
// Whether anything of the person that was kept was written after the merge.
bool is_written_since(Session& session, const PersonMerge& merge);

// The pair in either order; nothing where it is marked (or not marked) already.
void mark_distinct(Transaction& transaction, PersonId a, PersonId b, AuditNumber by);
void unmark_distinct(Transaction& transaction, PersonId a, PersonId b, AuditNumber by);
struct DistinctPair {
    PersonId first;
    PersonId second;
    AuditNumber recorded;
};
std::vector<DistinctPair> distinct_pairs(Session& session); // those that stand, newest first

// Dossiers with their acts and slips go to another person: what is sealed is sealed again under that person's key.
Result<void> move_dossier(Transaction& transaction, const Dossier& dossier, PersonId to, AuditNumber by);
// Acts of any dossier that name a person (an introducer, a helper) name the other one from now on.
Result<void> rename_in_acts(Transaction& transaction, PersonId from, PersonId to, AuditNumber by);

} // namespace phusa::storage
