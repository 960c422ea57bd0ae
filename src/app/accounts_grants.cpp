#include "app/account_reach.hpp"
#include "app/accounts.hpp"
#include "app/recording.hpp"
#include "storage/database.hpp"
#include "storage/organisations.hpp"
#include "storage/role_grants.hpp"
#include "storage/sign_ins.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

std::vector<std::pair<std::string, std::string>> details_of(const Account& account, const RoleGrant& grant,
                                                            std::string_view unit)
{
    std::vector<std::pair<std::string, std::string>> details = {{"name", account.name},
                                                                {"role", std::string(key_of(grant.role))},
                                                                {"unit", std::string(unit)},
                                                                {"from", grant.valid.first.iso()}};
    if (grant.valid.until)
        details.emplace_back("until", grant.valid.until->iso());
    return details;
}

std::string name_of_unit(storage::Session& session, OrganisationId id)
{
    auto unit = storage::latest_organisation(session, id);
    return unit ? unit->name : std::string();
}

Result<void> check_days(const Validity& valid, Date today)
{
    if (valid.until && *valid.until <= valid.first)
        return invalid("until", "Ngày hết hạn phải sau ngày bắt đầu.");
    if (valid.until && *valid.until <= today)
        return invalid("until", "Ngày hết hạn phải sau hôm nay.");
    return {};
}

bool overlap(const Validity& one, const Validity& other)
{
    return (!one.until || other.first < *one.until) && (!other.until || one.first < *other.until);
}

} // namespace

Result<RoleGrantId> grant_role(App& app, const Actor& actor, AccountId account, Role role, OrganisationId organisation,
                               Validity valid)
{
    TRY_DO(check_days(valid, app.today()));
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::change_accounts, organisation));
    auto transaction = app.database().write();
    auto owner = TRY(changeable(app, gate, transaction, actor, account));
    RoleGrant grant{
        .id = {}, .account = account, .role = role, .organisation = organisation, .valid = valid, .recorded = {}};
    bool is_there = std::ranges::any_of(owner.grants, [&](const RoleGrant& other) {
        return other.role == role && other.organisation == organisation && overlap(other.valid, valid);
    });
    if (is_there)
        return problem(Problem::Kind::conflict, "Tài khoản đã có vai trò này ở tổ chức này trong thời gian đó.");
    auto by = record(app, transaction, actor,
                     {.action = "grant.add",
                      .subject = subject_of(account),
                      .organisation = organisation,
                      .details = details_of(owner, grant, name_of_unit(transaction, organisation))});
    auto id = storage::add_role_grant(transaction, grant, by);
    transaction.commit();
    return id;
}

Result<void> end_grant(App& app, const Actor& actor, AccountId account, RoleGrantId grant)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto owner = TRY(changeable(app, gate, transaction, actor, account));
    auto found = std::ranges::find(owner.grants, grant, &RoleGrant::id);
    if (found == owner.grants.end())
        return problem(Problem::Kind::not_found, "Tài khoản không có vai trò này.");
    TRY_DO(gate.pass(Right::change_accounts, found->organisation));
    auto today = app.today();
    if (found->valid.until && *found->valid.until <= today)
        return problem(Problem::Kind::conflict, "Vai trò này đã hết hạn từ trước.");
    auto by = record(app, transaction, actor,
                     {.action = "grant.end",
                      .subject = subject_of(account),
                      .organisation = found->organisation,
                      .details = details_of(owner, *found, name_of_unit(transaction, found->organisation))});
    // One that begins today or later never was of use: an empty span of days is none.
    if (found->valid.first >= today)
        TRY_DO(storage::withdraw_role_grant(transaction, *found, by));
    else
        TRY_DO(storage::end_role_grant(transaction, *found, today, by));
    transaction.commit();
    return {};
}

} // namespace phusa
