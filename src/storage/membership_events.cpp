#include "storage/membership_events.hpp"

#include "storage/membership_shelves.hpp"
#include "storage/sql/recorded_sql.hpp"
#include "storage/sql/stream.hpp"
#include "storage/sql/versions.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

std::vector<MembershipEvent> membership_events_of(Session& session, PersonId person)
{
    return facts_where<MembershipEvent>(session, "v.person_id = ? AND v.replaced_in IS NULL ORDER BY v.on_day, v.id",
                                        person);
}

std::optional<MembershipEvent> membership_event(Session& session, MembershipEventId id)
{
    return fact_where<MembershipEvent>(session, "v.id = ? AND v.replaced_in IS NULL", id);
}

std::vector<Recorded<MembershipEvent>> membership_event_history(Session& session, MembershipEventId id)
{
    return history_of<MembershipEvent>(session, id);
}

std::vector<Recorded<MembershipEvent>> membership_event_history(Session& session, PersonId person)
{
    return history_where<MembershipEvent>(session, "v.person_id = ? ORDER BY v.id, v.version", person);
}

MembershipEventId allocate_membership_events(Transaction& transaction, std::int64_t count)
{
    return MembershipEventId(take_numbers(transaction, "membership_event", count));
}

MembershipEventId add_membership_event(Transaction& transaction, const MembershipEvent& event, AuditNumber by)
{
    auto added = event;
    if (!added.id)
        added.id = allocate_membership_events(transaction);
    insert_version(transaction, added, by);
    return added.id;
}

Result<void> correct_membership_event(Transaction& transaction, const MembershipEvent& corrected, AuditNumber by)
{
    TRY(correct_version(transaction, corrected, by));
    return {};
}

Result<void> withdraw_membership_event(Transaction& transaction, const MembershipEvent& read, AuditNumber by)
{
    TRY(withdraw_version(transaction, read, by));
    return {};
}

void insert_membership_events(Transaction& transaction, std::span<const MembershipEvent> events, AuditNumber by)
{
    insert_versions(transaction, events, by);
}

MembershipEventColumns membership_event_columns(Session& session, AsRecorded as_recorded)
{
    MembershipEventColumns all;
    auto sql = fmt::format("SELECT id, person_id, kind, on_day, coalesce(from_id, 0), coalesce(to_id, 0) FROM "
                           "membership_event WHERE {} ORDER BY on_day, id",
                           recorded_condition(as_recorded));
    stream(session.connection(), sql, 6, [&](Row& row) {
        all.id.push_back(row.take<std::int64_t>());
        all.person.push_back(row.take<std::int64_t>());
        all.kind.push_back(row.take<std::uint8_t>());
        all.on.push_back(row.take<Date>().days_since_1900());
        all.from.push_back(row.take<std::int64_t>());
        all.to.push_back(row.take<std::int64_t>());
    });
    return all;
}

} // namespace phusa::storage
