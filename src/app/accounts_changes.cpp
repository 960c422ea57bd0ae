#include "app/account_reach.hpp"
#include "app/accounts.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "storage/account_people.hpp"
#include "storage/accounts.hpp"
#include "storage/api_tokens.hpp"
#include "storage/database.hpp"
#include "storage/role_grants.hpp"
#include "storage/sign_ins.hpp"

namespace phusa
{

namespace
{

Result<void> check_wanted(const NewAccount& wanted)
{
    TRY_DO(check_account_name(wanted.name));
    auto length = code_points(clean_text(wanted.display_name));
    if (length == 0 || length > limit::name_length_max)
        return invalid("display_name", "Hãy ghi họ và tên người dùng, không quá 120 ký tự.");
    if (wanted.role.has_value() != wanted.organisation.has_value())
        return invalid(wanted.role ? "organisation" : "role", "Vai trò phải đi cùng một tổ chức.");
    return check_password(wanted.password, wanted.name);
}

Result<void> may_add(App& app, const Actor& actor, const NewAccount& wanted)
{
    Gate gate(app, actor);
    if (wanted.organisation)
        return gate.pass(Right::change_accounts, *wanted.organisation);
    for (auto top : gate.tree().tops())
        TRY_DO(gate.pass(Right::change_accounts, gate.tree().at(top).id));
    return {};
}

Change added(AccountId id, const NewAccount& wanted)
{
    Change change{.action = "account.add",
                  .subject = subject_of(id),
                  .organisation = wanted.organisation,
                  .details = {{"name", wanted.name}, {"display_name", clean_text(wanted.display_name)}}};
    if (wanted.role)
        change.details.emplace_back("role", std::string(key_of(*wanted.role)));
    if (wanted.person)
        change.details.emplace_back("person", std::to_string(wanted.person->value));
    return change;
}

// Where an account's changes happened, for the scope of the audit log.
std::optional<OrganisationId> place_of(const Account& account)
{
    return account.grants.empty() ? std::nullopt : std::optional(account.grants.back().organisation);
}

void revoke_all_tokens(storage::Transaction& transaction, AccountId id, Clock::Time now)
{
    for (const auto& token : storage::api_tokens_of(transaction, id))
        if (!token.revoked)
            static_cast<void>(storage::revoke_api_token(transaction, id, token.id, now));
}

} // namespace

Result<AccountId> add_account(App& app, const Actor& actor, const NewAccount& wanted)
{
    TRY_DO(check_wanted(wanted));
    TRY_DO(may_add(app, actor, wanted));
    if (wanted.until && *wanted.until <= app.today())
        return invalid("until", "Ngày hết hạn phải sau hôm nay.");
    auto hash = hash_password(wanted.password);
    auto transaction = app.database().write();
    if (wanted.person)
        TRY_DO(check_linkable(transaction, Gate(app, actor), {wanted.organisation.value_or(OrganisationId())},
                              *wanted.person));
    auto id = TRY(storage::add_account(transaction,
                                       {.id = {},
                                        .name = wanted.name,
                                        .display_name = clean_text(wanted.display_name),
                                        .must_change_password = wanted.must_change_password,
                                        .created = app.clock().now(),
                                        .last_signed_in = {}},
                                       hash));
    auto by = record(app, transaction, actor, added(id, wanted));
    if (wanted.person)
        storage::set_person_of_account(transaction, id, wanted.person);
    if (wanted.role)
        storage::add_role_grant(transaction,
                                {.id = {},
                                 .account = id,
                                 .role = *wanted.role,
                                 .organisation = *wanted.organisation,
                                 .valid = {.first = app.today(), .until = wanted.until},
                                 .recorded = {}},
                                by);
    transaction.commit();
    return id;
}

Result<void> disable_account(App& app, const Actor& actor, AccountId id)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto account = TRY(changeable(app, gate, transaction, actor, id));
    if (account.disabled)
        return {};
    storage::set_disabled(transaction, id, true);
    storage::close_sign_ins_of(transaction, id);
    revoke_all_tokens(transaction, id, app.clock().now());
    record(app, transaction, actor,
           {.action = "account.disable",
            .subject = subject_of(id),
            .organisation = place_of(account),
            .details = {{"name", account.name}}});
    transaction.commit();
    return {};
}

Result<void> enable_account(App& app, const Actor& actor, AccountId id)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto account = TRY(changeable(app, gate, transaction, actor, id));
    if (!account.disabled)
        return {};
    storage::set_disabled(transaction, id, false);
    record(app, transaction, actor,
           {.action = "account.enable",
            .subject = subject_of(id),
            .organisation = place_of(account),
            .details = {{"name", account.name}}});
    transaction.commit();
    return {};
}

Result<void> reset_password(App& app, const Actor& actor, AccountId id, std::string_view password)
{
    Gate gate(app, actor);
    {
        auto session = app.database().read();
        auto account = TRY(changeable(app, gate, session, actor, id));
        TRY_DO(check_password(password, account.name));
    }
    auto hash = hash_password(password);
    auto transaction = app.database().write();
    auto account = TRY(changeable(app, gate, transaction, actor, id));
    storage::set_password(transaction, id, hash, true);
    storage::note_failure(transaction, id, 0, {});
    storage::close_sign_ins_of(transaction, id);
    record(app, transaction, actor,
           {.action = "account.reset_password",
            .subject = subject_of(id),
            .organisation = place_of(account),
            .details = {{"name", account.name}}});
    transaction.commit();
    return {};
}

} // namespace phusa
