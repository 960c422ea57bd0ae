#include "app/correction.hpp"
#include "app/people.hpp"
#include "app/person_gate.hpp"
#include "app/recording.hpp"
#include "domain/person_fields.hpp"
#include "storage/people.hpp"

#include <fmt/core.h>

namespace phusa
{

Result<Person> correct_person(App& app, const Actor& actor, const Person& read, const Person& wanted,
                              std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto now = TRY(person_behind_gate(transaction, gate, Right::change_people, wanted.id));
    auto corrected = TRY(merged(person_fields(), read, wanted, now));
    TRY_DO(check(corrected, app.today()));
    auto changes = changes_between(person_fields(), now, corrected);
    if (changes.empty())
        return problem(Problem::Kind::invalid, "Chưa có mục nào được sửa.");
    changes.insert(changes.begin(), {"reason", why});
    auto by = record(app, transaction, actor,
                     {.action = "person.correct",
                      .subject = fmt::format("person:{}", now.id.value),
                      .person = now.id,
                      .organisation = now.cell,
                      .details = std::move(changes)});
    TRY_DO(storage::correct_person(transaction, corrected, by));
    auto stored = storage::person(transaction, now.id);
    transaction.commit();
    return *stored;
}

} // namespace phusa
