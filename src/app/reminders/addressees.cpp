#include "app/reminders/addressees.hpp"

#include "storage/account_people.hpp"
#include "storage/accounts.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// Does something of the dossiers of its unit: not an auditor, who only looks.
bool carries_dossiers(Role role) { return gives(role, Right::see_dossiers) && gives(role, Right::record_cell_acts); }

} // namespace

Addressees::Addressees(storage::Session& session, const OrganisationTree& tree, Date day) : tree_(tree)
{
    std::unordered_map<AccountId, PersonId> people;
    for (auto [account, person] : storage::people_of_accounts(session))
        people.emplace(account, person);
    for (const auto& account : storage::accounts(session)) {
        if (account.disabled)
            continue;
        for (const auto& grant : account.grants) {
            if (!grant.valid.covers(day))
                continue;
            auto& office = offices_[grant.organisation];
            if (carries_dossiers(grant.role) && std::ranges::find(office, account.id) == office.end())
                office.push_back(account.id);
            if (auto person = people.find(account.id); grant.role == Role::helper && person != people.end())
                helpers_[person->second].push_back({.account = account.id, .unit = grant.organisation});
        }
    }
    std::erase_if(offices_, [](const auto& office) { return office.second.empty(); });
}

std::optional<OrganisationId> Addressees::nearest(std::optional<OrganisationTree::Position> from) const
{
    for (auto position = from; position; position = tree_.parent(*position))
        if (auto unit = tree_.at(*position).id; offices_.contains(unit))
            return unit;
    return std::nullopt;
}

std::optional<OrganisationId> Addressees::office_at_or_above(OrganisationId unit) const
{
    return nearest(tree_.find(unit));
}

std::optional<OrganisationId> Addressees::office_above(OrganisationId unit) const
{
    auto position = tree_.find(unit);
    return position ? nearest(tree_.parent(*position)) : std::nullopt;
}

const std::vector<AccountId>& Addressees::accounts_of(OrganisationId office) const
{
    static const std::vector<AccountId> nobody;
    auto found = offices_.find(office);
    return found == offices_.end() ? nobody : found->second;
}

std::vector<AccountId> Addressees::accounts_of_helper(PersonId person, OrganisationId cell) const
{
    std::vector<AccountId> found;
    auto helper = helpers_.find(person);
    if (helper == helpers_.end())
        return found;
    for (const auto& [account, unit] : helper->second)
        if (tree_.is_within(cell, unit) && std::ranges::find(found, account) == found.end())
            found.push_back(account);
    return found;
}

} // namespace phusa
