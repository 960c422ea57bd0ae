#include "storage/organisations.hpp"

#include "storage/organisation_places.hpp"
#include "storage/organisation_shelf.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

namespace
{

void places_change(Transaction& transaction)
{
    transaction.before_commit("organisation places", rebuild_organisation_places);
}

Problem code_taken()
{
    constexpr auto message = "Mã này đang được một tổ chức khác dùng trong cùng thời gian: chọn mã khác.";
    return {.kind = Problem::Kind::conflict, .message = message, .fields = {{.name = "code", .message = message}}};
}

// Whether another unit has the code on some day of `unit.valid`.
bool is_code_taken(Session& session, const Organisation& unit)
{
    auto same =
        facts_where<Organisation>(session, "v.code = ? AND v.id <> ? AND v.replaced_in IS NULL", unit.code, unit.id);
    for (const auto& other : same)
        if ((!unit.valid.until || other.valid.first < *unit.valid.until) &&
            (!other.valid.until || unit.valid.first < *other.valid.until))
            return true;
    return false;
}

} // namespace

std::vector<Organisation> organisations_on(Session& session, Date day, AsRecorded as_recorded)
{
    if (!as_recorded)
        return facts_where<Organisation>(session,
                                         "v.replaced_in IS NULL AND v.valid_from <= ? AND "
                                         "(v.valid_until IS NULL OR v.valid_until > ?) ORDER BY v.code, v.id",
                                         day, day);
    return facts_where<Organisation>(session,
                                     "v.recorded_in <= ? AND (v.replaced_in IS NULL OR v.replaced_in > ?) AND "
                                     "v.valid_from <= ? AND (v.valid_until IS NULL OR v.valid_until > ?) "
                                     "ORDER BY v.code, v.id",
                                     *as_recorded, *as_recorded, day, day);
}

std::optional<Organisation> organisation_on(Session& session, OrganisationId id, Date day)
{
    return fact_where<Organisation>(session,
                                    "v.id = ? AND v.replaced_in IS NULL AND v.valid_from <= ? AND "
                                    "(v.valid_until IS NULL OR v.valid_until > ?)",
                                    id, day, day);
}

std::optional<Organisation> latest_organisation(Session& session, OrganisationId id)
{
    return fact_where<Organisation>(session, "v.id = ? AND v.replaced_in IS NULL ORDER BY v.valid_from DESC LIMIT 1",
                                    id);
}

std::optional<Organisation> organisation_by_code(Session& session, std::string_view code, Date day)
{
    return fact_where<Organisation>(session,
                                    "v.code = ? AND v.replaced_in IS NULL AND v.valid_from <= ? AND "
                                    "(v.valid_until IS NULL OR v.valid_until > ?)",
                                    code, day, day);
}

std::vector<Recorded<Organisation>> organisation_history(Session& session, OrganisationId id)
{
    return history_where<Organisation>(session, "v.id = ? ORDER BY v.valid_from, v.version", id);
}

std::vector<std::pair<OrganisationKind, std::int64_t>> count_organisations(Session& session, Date day)
{
    std::vector<std::pair<OrganisationKind, std::int64_t>> counts;
    session.connection()
        .query("SELECT kind, count(*) FROM organisation_version WHERE replaced_in IS NULL AND valid_from <= ? "
               "AND (valid_until IS NULL OR valid_until > ?) GROUP BY kind ORDER BY kind")
        .bind(day, day)
        .each([&](OrganisationKind kind, std::int64_t count) { counts.emplace_back(kind, count); });
    return counts;
}

std::int64_t organisation_changes(Session& session)
{
    return session.connection()
        .query("SELECT value FROM next_id WHERE noun = 'organisation_version'")
        .value<std::int64_t>()
        .value();
}

OrganisationId allocate_organisations(Transaction& transaction, std::int64_t count)
{
    return OrganisationId(take_numbers(transaction, "organisation", count));
}

Result<OrganisationId> add_organisation(Transaction& transaction, const Organisation& organisation, AuditNumber by)
{
    auto unit = organisation;
    if (is_code_taken(transaction, unit))
        return std::unexpected(code_taken());
    if (!unit.id)
        unit.id = allocate_organisations(transaction);
    insert_version(transaction, unit, by);
    places_change(transaction);
    return unit.id;
}

void insert_organisations(Transaction& transaction, std::span<const Organisation> organisations, AuditNumber by)
{
    insert_versions(transaction, organisations, by);
    places_change(transaction);
}

Result<void> change_organisation(Transaction& transaction, const Organisation& changed, Date day, AuditNumber by)
{
    auto tested = changed;
    tested.valid.first = day;
    if (is_code_taken(transaction, tested))
        return std::unexpected(code_taken());
    TRY(change_version(transaction, changed, day, by));
    places_change(transaction);
    return {};
}

Result<void> correct_organisation(Transaction& transaction, const Organisation& corrected, AuditNumber by)
{
    if (is_code_taken(transaction, corrected))
        return std::unexpected(code_taken());
    TRY(correct_version(transaction, corrected, by));
    places_change(transaction);
    return {};
}

Result<void> end_organisation(Transaction& transaction, const Organisation& read, Date until, AuditNumber by)
{
    auto standing = still_standing(transaction, read);
    if (!standing)
        return std::unexpected(changed_meanwhile());
    if (until <= standing->valid.first || (standing->valid.until && *standing->valid.until < until))
        return std::unexpected(outside_validity());
    replace(transaction, *standing, by);
    standing->valid.until = until;
    insert_version(transaction, *standing, by);
    places_change(transaction);
    return {};
}

Result<void> withdraw_organisation(Transaction& transaction, OrganisationId id, AuditNumber by)
{
    auto people = transaction.connection()
                      .query("SELECT count(*) FROM person_version WHERE cell_id = ? AND replaced_in IS NULL")
                      .bind(id)
                      .value<std::int64_t>();
    auto below = transaction.connection()
                     .query("SELECT count(*) FROM organisation_version WHERE (parent_id = ? OR beside_id = ?) AND "
                            "replaced_in IS NULL")
                     .bind(id, id)
                     .value<std::int64_t>();
    if (*people + *below > 0)
        return problem(Problem::Kind::conflict,
                       "Tổ chức này còn người hoặc còn tổ chức trực thuộc: chuyển hết đi rồi mới huỷ được.");
    if (withdraw_all<Organisation>(transaction, id, by) == 0)
        return std::unexpected(changed_meanwhile());
    // A number that no row has: organisation_changes grows where nothing is added, too.
    take_numbers(transaction, Shelf<Organisation>::version_noun);
    places_change(transaction);
    return {};
}

} // namespace phusa::storage
