#include "app/recording.hpp"

#include "storage/audit.hpp"

#include <boost/json.hpp>

namespace phusa
{

AuditNumber record(App& app, storage::Transaction& transaction, const Actor& actor, const Change& change)
{
    boost::json::object details;
    for (const auto& [name, text] : change.details)
        details.emplace(name, text);
    return storage::append(transaction, {.at = app.clock().now(),
                                         .actor = actor.account,
                                         .actor_name = actor.name,
                                         .action = change.action,
                                         .subject = change.subject,
                                         .person = change.person,
                                         .organisation = change.organisation,
                                         .details = boost::json::serialize(details),
                                         .kind = change.person ? storage::Details::personal : storage::Details::open});
}

} // namespace phusa
