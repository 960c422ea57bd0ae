#include "app/account_reach.hpp"
#include "app/accounts.hpp"
#include "app/recording.hpp"
#include "base/text.hpp"
#include "domain/party_unit.hpp"
#include "storage/account_people.hpp"
#include "storage/database.hpp"
#include "storage/people.hpp"
#include "storage/people_list.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::size_t shown_max = 10;
constexpr std::size_t letters_min = 2;

std::unexpected<Problem> nobody_here()
{
    return invalid("person", "Không có đảng viên chính thức này ở nơi tài khoản có vai trò.");
}

bool is_official(Standing standing) { return standing == Standing::official || standing == Standing::exempted; }

// The Party organisation that a unit is, or stands beside.
OrganisationId party_unit(const Gate& gate, OrganisationId unit)
{
    auto beside = std::ranges::find(gate.tree().beside(), unit, &Organisation::id);
    return beside == gate.tree().beside().end() ? unit : party_unit_of(*beside);
}

std::vector<OrganisationId> units_of(const Account& account, Date today)
{
    std::vector<OrganisationId> units;
    for (const auto& grant : account.grants)
        if (grant.valid.covers(today))
            units.push_back(grant.organisation);
    return units;
}

// Subtrees in which the asker may look for members, none within another.
std::vector<OrganisationId> searched(const Gate& gate, const Account& account, Date today)
{
    std::vector<OrganisationId> units;
    for (auto unit : units_of(account, today)) {
        auto party = party_unit(gate, unit);
        auto holds = [&](OrganisationId other) { return gate.tree().is_within(party, other); };
        if (!gate.pass(Right::change_accounts, party) || std::ranges::any_of(units, holds))
            continue;
        std::erase_if(units, [&](OrganisationId other) { return gate.tree().is_within(other, party); });
        units.push_back(party);
    }
    return units;
}

bool lies_in(const Gate& gate, const std::vector<OrganisationId>& units, OrganisationId cell)
{
    return std::ranges::any_of(
        units, [&](OrganisationId unit) { return gate.tree().is_within(cell, party_unit(gate, unit)); });
}

LinkablePerson shown(const Gate& gate, PersonId id, std::string name, PartialDate born, OrganisationId cell)
{
    LinkablePerson person{.id = id, .name = std::move(name), .born = born};
    if (auto position = gate.tree().find(cell))
        person.cell_name = gate.tree().at(*position).name;
    return person;
}

} // namespace

Result<void> check_linkable(storage::Session& session, const Gate& gate, const std::vector<OrganisationId>& units,
                            PersonId id)
{
    auto person = storage::person(session, id);
    if (!person || !is_official(person->standing) || !lies_in(gate, units, person->cell))
        return nobody_here();
    if (!gate.pass(Right::change_accounts, person->cell))
        return nobody_here();
    return {};
}

Result<void> link_person(App& app, const Actor& actor, AccountId id, std::optional<PersonId> person)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::change_accounts));
    auto transaction = app.database().write();
    auto account = TRY(changeable(app, gate, transaction, actor, id));
    if (person)
        TRY_DO(check_linkable(transaction, gate, units_of(account, app.today()), *person));
    if (storage::person_of_account(transaction, id) == person)
        return {};
    storage::set_person_of_account(transaction, id, person);
    auto place = account.grants.empty() ? std::nullopt : std::optional(account.grants.back().organisation);
    record(app, transaction, actor,
           {.action = person ? "account.link_person" : "account.unlink_person",
            .subject = subject_of(id),
            .organisation = place,
            .details = {{"name", account.name}, {"person", person ? std::to_string(person->value) : ""}}});
    transaction.commit();
    return {};
}

Result<std::vector<LinkablePerson>> find_linkable_people(App& app, const Actor& actor, AccountId id,
                                                         std::string_view words)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::change_accounts));
    auto session = app.database().read();
    auto account = TRY(changeable(app, gate, session, actor, id));
    std::vector<LinkablePerson> found;
    auto units = searched(gate, account, app.today());
    if (units.empty() || code_points(clean_text(words)) < letters_min)
        return found;
    storage::PeopleAsk ask{.filter = {.within = units,
                                      .search = std::string(words),
                                      .standings = {Standing::official, Standing::exempted}},
                           .rows = shown_max};
    auto page = TRY(storage::people_page(session, ask));
    for (auto& line : page.people)
        found.push_back(shown(gate, line.id, std::move(line.name), line.born, line.cell));
    return found;
}

Result<std::optional<LinkablePerson>> linked_person(App& app, const Actor& actor, AccountId id)
{
    TRY(show_account(app, actor, id));
    Gate gate(app, actor);
    auto session = app.database().read();
    auto linked = storage::person_of_account(session, id);
    auto person = linked ? storage::person(session, *linked) : std::nullopt;
    if (!person)
        return std::nullopt;
    return shown(gate, person->id, std::move(person->name), person->born, person->cell);
}

} // namespace phusa
