#pragma once

#include "base/result.hpp"
#include "domain/membership.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

// By day.
std::vector<MembershipEvent> membership_events_of(Session& session, PersonId person);
std::optional<MembershipEvent> membership_event(Session& session, MembershipEventId id);
std::vector<Recorded<MembershipEvent>> membership_event_history(Session& session, MembershipEventId id);
// Every version of all of one person, by the event, then as recorded; those withdrawn too.
std::vector<Recorded<MembershipEvent>> membership_event_history(Session& session, PersonId person);

MembershipEventId allocate_membership_events(Transaction& transaction, std::int64_t count = 1);
// Takes event.id, or a new number where it is 0.
MembershipEventId add_membership_event(Transaction& transaction, const MembershipEvent& event, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_membership_event(Transaction& transaction, const MembershipEvent& corrected, AuditNumber by);
Result<void> withdraw_membership_event(Transaction& transaction, const MembershipEvent& read, AuditNumber by);
// Unchecked, quick: for the demo and imports. With ids.
void insert_membership_events(Transaction& transaction, std::span<const MembershipEvent> events, AuditNumber by);

// All events as columns for counting; element i of each belongs to one event. Sorted by day, then id.
struct MembershipEventColumns {
    std::vector<std::int64_t> id;
    std::vector<std::int64_t> person;
    std::vector<std::uint8_t> kind; // MembershipEventKind
    std::vector<std::int32_t> on;   // Date::days_since_1900
    std::vector<std::int64_t> from; // 0 where absent
    std::vector<std::int64_t> to;   // 0 where absent

    std::size_t size() const { return id.size(); }
};
MembershipEventColumns membership_event_columns(Session& session, AsRecorded as_recorded = {});

} // namespace phusa::storage
