#include "app/accounts.hpp"

#include "app/account_reach.hpp"
#include "base/text.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/role_grants.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> unknown_account()
{
    return problem(Problem::Kind::not_found, "Không có tài khoản này, hoặc tài khoản nằm ngoài phạm vi của bạn.");
}

// The whole register lies within the subtrees where the right holds.
bool holds_at_root(const Gate& gate, Right right)
{
    return std::ranges::all_of(gate.tree().tops(),
                               [&](auto top) { return gate.pass(right, gate.tree().at(top).id).has_value(); });
}

bool is_over(const RoleGrant& grant, Date today) { return grant.valid.until && *grant.valid.until <= today; }

// What decides how far an account reaches: grants of today and later ones; where all are over, those that were.
std::vector<RoleGrant> telling_grants(const Account& account, Date today)
{
    std::vector<RoleGrant> telling;
    std::ranges::copy_if(account.grants, std::back_inserter(telling),
                         [today](const RoleGrant& grant) { return !is_over(grant, today); });
    return telling.empty() ? account.grants : telling;
}

} // namespace

std::string subject_of(AccountId id) { return fmt::format("account:{}", id.value); }

std::optional<Account> account_with_grants(storage::Session& session, AccountId id)
{
    auto stored = storage::account(session, id);
    if (!stored)
        return std::nullopt;
    stored->account.grants = storage::role_grants_of(session, id);
    return std::move(stored->account);
}

bool sees(const Gate& gate, const Actor& actor, const Account& account, Date today)
{
    if (actor.account == account.id || holds_at_root(gate, Right::see_accounts))
        return true;
    return std::ranges::any_of(telling_grants(account, today), [&](const RoleGrant& grant) {
        return gate.pass(Right::see_accounts, grant.organisation).has_value();
    });
}

bool changes(const Gate& gate, const Actor& actor, const Account& account, Date today)
{
    if (actor.account == account.id)
        return false;
    if (holds_at_root(gate, Right::change_accounts))
        return true;
    auto telling = telling_grants(account, today);
    return !telling.empty() && std::ranges::all_of(telling, [&](const RoleGrant& grant) {
        return gate.pass(Right::change_accounts, grant.organisation).has_value();
    });
}

Result<Account> changeable(App& app, const Gate& gate, storage::Session& session, const Actor& actor, AccountId id)
{
    auto account = account_with_grants(session, id);
    if (!account || !sees(gate, actor, *account, app.today()))
        return unknown_account();
    if (actor.account == id)
        return problem(Problem::Kind::refused,
                       "Không ai tự đổi quyền hay khoá tài khoản của chính mình; hãy nhờ một người quản trị khác.");
    if (!changes(gate, actor, *account, app.today()))
        return problem(Problem::Kind::refused,
                       "Tài khoản này có vai trò ngoài phạm vi quản trị của bạn; hãy nhờ người quản trị cấp trên.");
    return std::move(*account);
}

bool may_change(App& app, const Actor& actor, const Account& account)
{
    return changes(Gate(app, actor), actor, account, app.today());
}

Result<std::vector<Account>> list_accounts(App& app, const Actor& actor, std::string_view words)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_accounts));
    auto wanted = fold(words);
    auto session = app.database().read();
    auto all = storage::accounts(session);
    std::erase_if(all, [&](const Account& account) {
        return !(fold(account.display_name).contains(wanted) || account.name.contains(wanted)) ||
               !sees(gate, actor, account, app.today());
    });
    return all;
}

Result<Account> show_account(App& app, const Actor& actor, AccountId id)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_accounts));
    auto session = app.database().read();
    auto account = account_with_grants(session, id);
    if (!account || !sees(gate, actor, *account, app.today()))
        return unknown_account();
    return std::move(*account);
}

Result<Account> account_named(App& app, const Actor& actor, std::string_view name)
{
    std::optional<storage::StoredAccount> stored;
    {
        auto session = app.database().read();
        stored = storage::account_named(session, name);
    }
    if (!stored)
        return problem(Problem::Kind::not_found, fmt::format("Không có tài khoản “{}”.", name));
    return show_account(app, actor, stored->account.id);
}

} // namespace phusa
