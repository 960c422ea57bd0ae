#include "app/recording.hpp"

#include "storage/audit.hpp"
#include "storage/settings.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace phusa
{

namespace
{

constexpr std::string_view written_key = "register.written";

// What leaves every fact of the register as it was: who came, who looked, who may. Anything else counts as a change,
// also what nobody has thought of yet.
bool leaves_register(std::string_view action)
{
    constexpr std::array nouns{"session.", "account.", "grant.",  "token.",     "first_link.",
                               "backup.",  "audit.",   "export.", "saved_view."};
    return action == "person.look" || action == "people.export" || action == "identity.reveal" ||
           std::ranges::any_of(nouns, [&](std::string_view noun) { return action.starts_with(noun); });
}

} // namespace

AuditNumber record(App& app, storage::Transaction& transaction, const Actor& actor, const Change& change)
{
    boost::json::object details;
    for (const auto& [name, text] : change.details)
        details.emplace(name, text);
    auto number =
        storage::append(transaction, {.at = app.clock().now(),
                                      .actor = actor.account,
                                      .actor_name = actor.name,
                                      .action = change.action,
                                      .subject = change.subject,
                                      .person = change.person,
                                      .organisation = change.organisation,
                                      .details = boost::json::serialize(details),
                                      .kind = change.person ? storage::Details::personal : storage::Details::open});
    if (!leaves_register(change.action))
        storage::set_setting(transaction, written_key, std::to_string(number.value));
    return number;
}

AuditNumber register_written(storage::Session& session)
{
    AuditNumber number;
    auto text = storage::setting(session, written_key).value_or("0");
    std::from_chars(text.data(), text.data() + text.size(), number.value);
    return number;
}

} // namespace phusa
