#include "app/recording.hpp"

#include "app/written_since.hpp"
#include "storage/audit.hpp"
#include "storage/audit_deeds.hpp"
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
    constexpr std::array nouns{"session.",        "account.",     "grant.",  "token.",      "first_link.",
                               "backup.",         "audit.",       "export.", "saved_view.", "paper.",
                               "paper_template.", "audit_round.", "scan.",   "reminder."};
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

std::optional<std::vector<PersonId>> people_written_since(storage::Session& session, AuditNumber since)
{
    constexpr std::size_t rows_max = 2'000;
    constexpr std::size_t people_max = 200;
    auto deeds = storage::audit_deeds_after(session, since, rows_max);
    if (deeds.size() == rows_max)
        return std::nullopt;
    std::vector<PersonId> people;
    for (const auto& deed : deeds) {
        if (leaves_register(deed.action))
            continue;
        if (!deed.person)
            return std::nullopt;
        people.push_back(*deed.person);
    }
    std::ranges::sort(people);
    auto repeated = std::ranges::unique(people);
    people.erase(repeated.begin(), repeated.end());
    return people.size() > people_max ? std::nullopt : std::optional(std::move(people));
}

AuditNumber register_written(storage::Session& session)
{
    AuditNumber number;
    auto text = storage::setting(session, written_key).value_or("0");
    std::from_chars(text.data(), text.data() + text.size(), number.value);
    return number;
}

} // namespace phusa
