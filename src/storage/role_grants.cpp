#include "storage/role_grants.hpp"

#include "storage/sql/versions.hpp"

namespace phusa::storage
{

template<>
struct Shelf<RoleGrant> {
    static constexpr std::string_view table = "role_grant";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "role_grant_version";

    template<typename G, typename Visit>
    static void fields(G& grant, Visit&& visit)
    {
        visit("id", grant.id);
        visit("account_id", grant.account);
        visit("role", grant.role);
        visit("organisation_id", grant.organisation);
        visit("valid_from", grant.valid.first);
        visit("valid_until", grant.valid.until);
    }
    template<typename Visit>
    static void derived(const RoleGrant&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(RoleGrant&, Visit&&)
    {
    }
};

std::vector<RoleGrant> role_grants_of(Session& session, AccountId account)
{
    return facts_where<RoleGrant>(session, "v.account_id = ? AND v.replaced_in IS NULL ORDER BY v.valid_from, v.id",
                                  account);
}

std::vector<RoleGrant> role_grants_at(Session& session, OrganisationId organisation)
{
    return facts_where<RoleGrant>(
        session, "v.organisation_id = ? AND v.replaced_in IS NULL ORDER BY v.valid_from, v.id", organisation);
}

std::vector<Recorded<RoleGrant>> role_grant_history(Session& session, AccountId account)
{
    return history_where<RoleGrant>(session, "v.account_id = ? ORDER BY v.valid_from, v.version", account);
}

RoleGrantId add_role_grant(Transaction& transaction, const RoleGrant& grant, AuditNumber by)
{
    auto added = grant;
    added.id = RoleGrantId(take_numbers(transaction, "role_grant"));
    insert_version(transaction, added, by);
    return added.id;
}

Result<void> end_role_grant(Transaction& transaction, const RoleGrant& read, Date until, AuditNumber by)
{
    auto standing = still_standing(transaction, read);
    if (!standing)
        return std::unexpected(changed_meanwhile());
    if (until < standing->valid.first || (standing->valid.until && *standing->valid.until < until))
        return std::unexpected(outside_validity());
    replace(transaction, *standing, by);
    standing->valid.until = until;
    insert_version(transaction, *standing, by);
    return {};
}

Result<void> withdraw_role_grant(Transaction& transaction, const RoleGrant& read, AuditNumber by)
{
    TRY(withdraw_version(transaction, read, by));
    return {};
}

} // namespace phusa::storage
