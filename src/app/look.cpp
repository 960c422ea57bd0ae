#include "app/look.hpp"

#include "app/recording.hpp"
#include "storage/database.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

namespace phusa
{

void record_look(App& app, const Actor& actor, const Person& person)
{
    if (actor.is_program() || !app.looks().is_new(*actor.account, person.id, app.clock().now()))
        return;
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "person.look",
            .subject = fmt::format("person:{}", person.id.value),
            .person = person.id,
            .organisation = person.cell});
    transaction.commit();
}

std::string reason_of(const AuditRow& row)
{
    if (row.details.empty())
        return {};
    auto details = boost::json::parse(row.details); // our own
    const auto* reason = details.is_object() ? details.as_object().if_contains("reason") : nullptr;
    return reason && reason->is_string() ? std::string(reason->as_string()) : std::string();
}

} // namespace phusa
