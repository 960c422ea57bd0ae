#include "app/people.hpp"
#include "app/person_gate.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/person_fields.hpp"
#include "storage/people.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

// What a correction changed, old and new, for the audit row (sealed under the person's key).
std::vector<std::pair<std::string, std::string>> described(const Person& before, const Person& after,
                                                           std::string_view reason)
{
    std::vector<std::pair<std::string, std::string>> details{{"reason", std::string(reason)}};
    for (const auto& field : person_fields())
        if (!field.same(before, after))
            details.emplace_back(field.key, fmt::format("{} → {}", field.shown(before), field.shown(after)));
    return details;
}

// The asker's changes laid over what stands now; a conflict names the fields that both changed.
Result<Person> merged(const Person& read, const Person& wanted, const Person& now)
{
    auto result = now;
    Problem clash{.kind = Problem::Kind::conflict,
                  .message = "Người khác vừa sửa cùng mục này. Hãy xem giá trị mới và chọn lại.",
                  .fields = {}};
    for (const auto& field : person_fields()) {
        if (field.same(read, wanted))
            continue;
        if (!field.same(read, now) && !field.same(wanted, now))
            clash.fields.push_back({std::string(field.key), fmt::format("Hiện nay: {}", field.shown(now))});
        field.copy(wanted, result);
    }
    if (!clash.fields.empty())
        return std::unexpected(std::move(clash));
    return result;
}

} // namespace

Result<Person> correct_person(App& app, const Actor& actor, const Person& read, const Person& wanted,
                              std::string_view reason)
{
    auto why = clean_text(reason);
    if (code_points(why) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi rõ lý do đính chính.");
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto now = TRY(person_behind_gate(transaction, gate, Right::change_people, wanted.id));
    auto corrected = TRY(merged(read, wanted, now));
    TRY_DO(check(corrected, app.today()));
    if (differing_fields(now, corrected).empty())
        return problem(Problem::Kind::invalid, "Chưa có mục nào được sửa.");
    auto by = record(app, transaction, actor,
                     {.action = "person.correct",
                      .subject = fmt::format("person:{}", now.id.value),
                      .person = now.id,
                      .organisation = now.cell,
                      .details = described(now, corrected, why)});
    TRY_DO(storage::correct_person(transaction, corrected, by));
    auto stored = storage::person(transaction, now.id);
    transaction.commit();
    return *stored;
}

} // namespace phusa
