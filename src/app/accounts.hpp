#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Those with a grant in the asker's subtrees (all for the administrator of the root), by name. `words`: parts of the
// name or display name, with or without marks.
Result<std::vector<Account>> list_accounts(App& app, const Actor& actor, std::string_view words = {});
Result<Account> show_account(App& app, const Actor& actor, AccountId id);
// For the command line, which knows names.
Result<Account> account_named(App& app, const Actor& actor, std::string_view name);
// Whether every grant that the account has or will have lies where the asker may change accounts: nobody resets the
// password of somebody who reaches further than themselves. Nobody changes their own account here either.
bool may_change(App& app, const Actor& actor, const Account& account);

struct NewAccount {
    std::string name;
    std::string display_name;
    std::string password = {}; // given to the person, who must change it on first sign-in
    std::optional<Role> role = {};
    std::optional<OrganisationId> organisation = {};
    std::optional<Date> until = {};
    bool must_change_password = true;
    std::optional<PersonId> person = {}; // as link_person; needs role and organisation
};
// Without role and organisation only by who may change accounts at the root.
Result<AccountId> add_account(App& app, const Actor& actor, const NewAccount& wanted);
Result<void> disable_account(App& app, const Actor& actor, AccountId id); // ends its sessions and revokes its tokens
Result<void> enable_account(App& app, const Actor& actor, AccountId id);
// Ends its sessions; the person must change it on the next sign-in.
Result<void> reset_password(App& app, const Actor& actor, AccountId id, std::string_view password);

// Nobody grants what is outside their own subtree, and nobody changes their own grants.
Result<RoleGrantId> grant_role(App& app, const Actor& actor, AccountId account, Role role, OrganisationId organisation,
                               Validity valid);
// Ends at once: from today on it gives nothing. One that has not begun yet is withdrawn.
Result<void> end_grant(App& app, const Actor& actor, AccountId account, RoleGrantId grant);

// Whose account it is: an official member of the register who lives party life where the account has a role, within the
// asker's reach. Rights by relation follow from it at once. Empty: nobody's.
Result<void> link_person(App& app, const Actor& actor, AccountId account, std::optional<PersonId> person);
// Those who could be linked by that name, few and by name; for whoever may change the account.
struct LinkablePerson {
    PersonId id = {};
    std::string name = {};
    PartialDate born = {};
    std::string cell_name = {};
};
Result<std::vector<LinkablePerson>> find_linkable_people(App& app, const Actor& actor, AccountId account,
                                                         std::string_view words);
// The one who is linked, for the page of the account; empty where nobody is.
Result<std::optional<LinkablePerson>> linked_person(App& app, const Actor& actor, AccountId account);

using ApiTokenId = Id<struct ApiToken>;
struct ApiToken {
    ApiTokenId id;
    std::string label;
    Clock::Time created;
    std::optional<Date> expires; // its last day
    std::optional<Clock::Time> last_used;
};
// The token itself is shown once and only its hash is kept. It has its owner's rights of the day. Only the owner (or
// the command line) makes one.
Result<std::string> make_api_token(App& app, const Actor& actor, AccountId owner, std::string_view label,
                                   std::optional<Date> expires);
// Live ones, newest first; for the owner and for who may change the account.
Result<std::vector<ApiToken>> list_api_tokens(App& app, const Actor& actor, AccountId owner);
Result<void> revoke_api_token(App& app, const Actor& actor, AccountId owner, ApiTokenId token);

} // namespace phusa
