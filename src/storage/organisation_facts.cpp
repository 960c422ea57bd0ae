#include "storage/organisation_facts.hpp"

#include "storage/sql/versions.hpp"

namespace phusa::storage
{

template<>
struct Shelf<OrganisationFact> {
    static constexpr std::string_view table = "organisation_fact";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "organisation_fact";

    template<typename F, typename Visit>
    static void fields(F& fact, Visit&& visit)
    {
        visit("organisation_id", fact.organisation);
        visit("kind", fact.kind);
        visit("note", fact.note);
        visit("valid_from", fact.valid.first);
        visit("valid_until", fact.valid.until);
    }
    template<typename Visit>
    static void derived(const OrganisationFact&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(OrganisationFact&, Visit&&)
    {
    }
};

namespace
{

// Two facts of one kind never hold on the same day in one unit.
Result<void> check_alone(Session& session, const OrganisationFact& fact)
{
    for (const auto& other : organisation_facts(session, fact.organisation))
        if (other.kind == fact.kind && other.row != fact.row &&
            (!fact.valid.until || other.valid.first < *fact.valid.until) &&
            (!other.valid.until || fact.valid.first < *other.valid.until))
            return problem(Problem::Kind::conflict,
                           "Tổ chức này đã có ghi nhận như vậy trong cùng thời gian: sửa ghi nhận đó.");
    return {};
}

} // namespace

std::vector<OrganisationFact> organisation_facts(Session& session, OrganisationId id)
{
    return facts_where<OrganisationFact>(
        session, "v.organisation_id = ? AND v.replaced_in IS NULL ORDER BY v.valid_from, v.version", id);
}

std::vector<OrganisationFact> organisation_facts_on(Session& session, Date day, AsRecorded as_recorded)
{
    constexpr std::string_view order = "v.valid_from <= ? AND (v.valid_until IS NULL OR v.valid_until > ?) "
                                       "ORDER BY v.organisation_id, v.valid_from, v.version";
    if (!as_recorded)
        return facts_where<OrganisationFact>(session, "v.replaced_in IS NULL AND " + std::string(order), day, day);
    return facts_where<OrganisationFact>(
        session, "v.recorded_in <= ? AND (v.replaced_in IS NULL OR v.replaced_in > ?) AND " + std::string(order),
        *as_recorded, *as_recorded, day, day);
}

Result<void> add_organisation_fact(Transaction& transaction, const OrganisationFact& fact, AuditNumber by)
{
    TRY_DO(check_alone(transaction, fact));
    insert_version(transaction, fact, by);
    return {};
}

Result<void> correct_organisation_fact(Transaction& transaction, const OrganisationFact& fact, AuditNumber by)
{
    auto standing = still_standing(transaction, fact);
    if (!standing)
        return std::unexpected(changed_meanwhile());
    TRY_DO(check_alone(transaction, fact));
    replace(transaction, *standing, by);
    insert_version(transaction, fact, by);
    return {};
}

Result<void> withdraw_organisation_fact(Transaction& transaction, const OrganisationFact& fact, AuditNumber by)
{
    TRY(withdraw_version(transaction, fact, by));
    return {};
}

} // namespace phusa::storage
