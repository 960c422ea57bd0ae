#include "storage/paper_terms.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

std::vector<CommitteeTerm> committee_terms_of(Session& session, OrganisationId body)
{
    std::vector<CommitteeTerm> terms;
    session.connection()
        .query("SELECT name, from_day FROM paper_term WHERE body_id = ? ORDER BY from_day, name")
        .bind(body)
        .each([&](std::string name, Date from) { terms.push_back({.name = std::move(name), .from = from}); });
    return terms;
}

void put_committee_term(Transaction& transaction, OrganisationId body, const CommitteeTerm& term, AuditNumber by)
{
    transaction.connection()
        .query(
            "INSERT INTO paper_term (body_id, name, from_day, recorded_in) VALUES (?, ?, ?, ?) ON CONFLICT (body_id, "
            "name) DO UPDATE SET from_day = excluded.from_day, recorded_in = excluded.recorded_in")
        .bind(body, term.name, term.from, by)
        .run();
}

void remove_committee_term(Transaction& transaction, OrganisationId body, std::string_view name)
{
    transaction.connection().query("DELETE FROM paper_term WHERE body_id = ? AND name = ?").bind(body, name).run();
}

} // namespace phusa::storage
