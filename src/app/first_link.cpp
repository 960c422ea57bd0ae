#include "app/first_link.hpp"

#include "app/recording.hpp"
#include "app/sessions.hpp"
#include "base/limits.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/first_links.hpp"
#include "storage/organisations.hpp"
#include "storage/role_grants.hpp"
#include "storage/successions.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

bool may_administer(const Account& account, Date today)
{
    return !account.disabled && std::ranges::any_of(account.grants, [today](const RoleGrant& grant) {
        return grant.role == Role::administrator && (!grant.valid.until || *grant.valid.until > today);
    });
}

bool has_administrator(storage::Session& session, Date today)
{
    return std::ranges::any_of(storage::accounts(session),
                               [today](const Account& account) { return may_administer(account, today); });
}

// The root of an empty register; the one that is there otherwise.
Result<OrganisationId> first_unit(App& app, storage::Transaction& transaction, const Actor& actor,
                                  const FirstUnit& wanted)
{
    OrganisationTree tree(storage::organisations_on(transaction, app.today()));
    if (!tree.tops().empty())
        return tree.at(tree.tops().front()).id;
    Organisation unit{.id = storage::allocate_organisations(transaction),
                      .kind = OrganisationKind::province_committee,
                      .code = clean_text(wanted.code),
                      .name = clean_text(wanted.name),
                      .parent = {},
                      .beside = {},
                      .valid = {.first = wanted.founded.value_or(*Date::of(1930, 2, 3)), .until = {}},
                      .recorded = {}};
    TRY_DO(check(unit));
    auto by = record(app, transaction, actor,
                     {.action = "organisation.found",
                      .subject = fmt::format("organisation:{}", unit.id.value),
                      .organisation = unit.id,
                      .details = {{"name", unit.name}, {"code", unit.code}}});
    return storage::add_organisation(transaction, unit, by);
}

Result<void> check_wanted(const FirstAdministrator& wanted)
{
    TRY_DO(check_account_name(wanted.name));
    if (clean_text(wanted.display_name).empty())
        return invalid("display_name", "Hãy ghi họ và tên người quản trị.");
    return check_password(wanted.password, wanted.name);
}

} // namespace

bool has_administrator(App& app)
{
    auto session = app.database().read();
    return has_administrator(session, app.today());
}

std::optional<std::string> make_first_link(App& app)
{
    auto transaction = app.database().write();
    if (has_administrator(transaction, app.today()))
        return std::nullopt;
    auto token = random_token();
    storage::make_first_link(transaction, token_hash(token), app.clock().now() + limit::first_link_life_max);
    record(app, transaction, Actor::program("phusa serve"), {.action = "first_link.make", .subject = ""});
    transaction.commit();
    return token;
}

bool first_link_is_good(App& app, std::string_view token)
{
    auto session = app.database().read();
    return storage::first_link_is_good(session, token_hash(token), app.clock().now()) &&
           !has_administrator(session, app.today());
}

Result<OpenedSession> make_first_administrator(App& app, std::string_view token, const FirstAdministrator& wanted)
{
    TRY_DO(check_wanted(wanted));
    if (!first_link_is_good(app, token))
        return problem(Problem::Kind::not_found, "Liên kết này đã dùng hoặc đã hết hạn.");
    auto hash = hash_password(wanted.password);
    auto transaction = app.database().write();
    TRY_DO(storage::use_first_link(transaction, token_hash(token), app.clock().now()));
    if (has_administrator(transaction, app.today()))
        return problem(Problem::Kind::not_found, "Đã có người quản trị; hãy đăng nhập.");
    auto link = Actor::program("first link");
    Account account{.id = {},
                    .name = wanted.name,
                    .display_name = clean_text(wanted.display_name),
                    .created = app.clock().now(),
                    .last_signed_in = {}};
    auto id = TRY(storage::add_account(transaction, account, hash));
    auto unit = TRY(first_unit(app, transaction, link, wanted.unit));
    auto by = record(app, transaction, link,
                     {.action = "account.add",
                      .subject = fmt::format("account:{}", id.value),
                      .organisation = unit,
                      .details = {{"name", account.name}, {"role", std::string(key_of(Role::administrator))}}});
    storage::add_role_grant(transaction,
                            {.id = {},
                             .account = id,
                             .role = Role::administrator,
                             .organisation = unit,
                             .valid = {.first = app.today(), .until = {}},
                             .recorded = {}},
                            by);
    Actor actor{.account = id, .name = account.name, .display_name = account.display_name, .grants = {}};
    auto opened = open_session(app, transaction, actor, {});
    transaction.commit();
    app.forget_trees();
    return opened;
}

Result<OrganisationId> found_first_unit(App& app, const Actor& actor, const FirstUnit& unit)
{
    auto transaction = app.database().write();
    auto id = TRY(first_unit(app, transaction, actor, unit));
    transaction.commit();
    app.forget_trees();
    return id;
}

} // namespace phusa
