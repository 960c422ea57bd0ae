#include "app/standing.hpp"

#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

namespace phusa
{

Result<void> follow_standing(App& app, storage::Transaction& transaction, PersonId id, Date day, AuditNumber by)
{
    auto person = storage::person(transaction, id);
    if (!person)
        return {};
    auto standing = standing_on(app.today(), storage::admissions_of(transaction, id),
                                storage::membership_events_of(transaction, id));
    if (standing == person->standing)
        return {};
    person->standing = standing;
    if (person->valid.covers(day) && person->valid.first < day)
        return storage::change_person(transaction, *person, day, by);
    return storage::correct_person(transaction, *person, by);
}

} // namespace phusa
