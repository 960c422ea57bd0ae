#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Those with a grant in the asker's subtrees (all for the administrator of the root), by name.
Result<std::vector<Account>> list_accounts(App& app, const Actor& actor);
Result<Account> show_account(App& app, const Actor& actor, AccountId id);

struct NewAccount {
    std::string name;
    std::string display_name;
    std::string password; // given to the person, who must change it on first sign-in
    std::optional<Role> role;
    std::optional<OrganisationId> organisation;
    std::optional<Date> until;
    bool must_change_password = true;
};
Result<AccountId> add_account(App& app, const Actor& actor, const NewAccount& wanted);
Result<void> disable_account(App& app, const Actor& actor, AccountId id); // ends its sessions and tokens
Result<void> enable_account(App& app, const Actor& actor, AccountId id);
Result<void> reset_password(App& app, const Actor& actor, AccountId id, std::string_view password);

// Nobody grants what is outside their own subtree, and nobody changes their own grants.
Result<RoleGrantId> grant_role(App& app, const Actor& actor, AccountId account, Role role, OrganisationId organisation,
                               Validity valid);
Result<void> end_grant(App& app, const Actor& actor, AccountId account, RoleGrantId grant);

struct ApiToken {
    std::int64_t id = 0;
    std::string label;
    Clock::Time created;
    std::optional<Date> expires;
    std::optional<Clock::Time> last_used;
};
// The token itself is shown once and only its hash is kept. It has its owner's rights of the day.
Result<std::string> make_api_token(App& app, const Actor& actor, AccountId owner, std::string_view label,
                                   std::optional<Date> expires);
Result<std::vector<ApiToken>> list_api_tokens(App& app, const Actor& actor, AccountId owner);
Result<void> revoke_api_token(App& app, const Actor& actor, AccountId owner, std::int64_t token);

} // namespace phusa
