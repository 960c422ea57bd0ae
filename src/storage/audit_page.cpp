#include "base/sealing.hpp"
#include "storage/audit.hpp"
#include "storage/audit_chain.hpp"
#include "storage/name_words.hpp"
#include "storage/person_keys.hpp"
#include "storage/sql/connection.hpp"
#include "storage/sql/where.hpp"

namespace phusa::storage
{

namespace
{

constexpr std::string_view columns = "SELECT number, at, actor, actor_name, action, subject, person_id, "
                                     "organisation_id, details, sealed FROM audit_row ";
constexpr std::size_t column_count = 10;

void open_details(Session& session, AuditRow& row, bool sealed)
{
    if (!sealed)
        return;
    auto bytes = from_hex(row.details);
    auto plain =
        bytes && row.person ? open_for_person(session, *row.person, *bytes, details_context(row.number)) : std::nullopt;
    row.details = plain.value_or("");
    row.details_destroyed = !plain;
}

AuditRow take_row(Session& session, Row& columns_of_row)
{
    AuditRow row;
    bool sealed = false;
    columns_of_row.take(row.number, row.at, row.actor, row.actor_name, row.action, row.subject, row.person,
                        row.organisation, row.details, sealed);
    open_details(session, row, sealed);
    return row;
}

// For LIKE … ESCAPE '!': % and _ stand for themselves.
std::string anywhere(std::string_view words)
{
    std::string pattern = "%";
    for (char letter : words) {
        if (letter == '%' || letter == '_' || letter == '!')
            pattern += '!';
        pattern += letter;
    }
    return pattern + "%";
}

Where where_of(const AuditFilter& filter)
{
    Where where;
    if (filter.actor)
        where.add("actor = ?", *filter.actor);
    if (!filter.action.empty())
        where.add("action >= ? AND action < ?", filter.action, after_prefix(filter.action));
    if (!filter.words.empty())
        where.add("(actor_name LIKE ? ESCAPE '!' OR action LIKE ? ESCAPE '!' OR subject LIKE ? ESCAPE '!')",
                  anywhere(filter.words), anywhere(filter.words), anywhere(filter.words));
    if (filter.person)
        where.add("person_id = ?", *filter.person);
    if (filter.within) {
        std::string below = "organisation_id IN (SELECT p.organisation_id FROM organisation_place p, "
                            "organisation_place top WHERE top.organisation_id = ? AND "
                            "p.first_place BETWEEN top.first_place AND top.last_place)";
        where.add(filter.with_unplaced ? "(organisation_id IS NULL OR " + below + ")" : below, *filter.within);
    }
    if (filter.from)
        where.add("at >= ?", *filter.from);
    if (filter.until)
        where.add("at < ?", *filter.until);
    return where;
}

} // namespace

AuditPage audit_page(Session& session, const AuditFilter& filter, std::optional<AuditNumber> before, std::size_t rows)
{
    auto where = where_of(filter);
    AuditPage page;
    {
        auto query = session.connection().query("SELECT count(*) FROM audit_row " + where.sql());
        where.bind_to(query);
        page.total = *query.value<std::int64_t>();
    }
    if (before)
        where.add("number < ?", *before);
    auto query = session.connection().query(std::string(columns) + where.sql() + " ORDER BY number DESC LIMIT ?");
    where.bind_to(query);
    query.bind(static_cast<std::int64_t>(rows) + 1);
    query.each_row(column_count, [&](Row& row) { page.rows.push_back(take_row(session, row)); });
    if (page.rows.size() > rows) {
        page.rows.pop_back();
        page.next = page.rows.back().number;
    }
    return page;
}

std::optional<AuditRow> audit_row(Session& session, AuditNumber number)
{
    std::optional<AuditRow> found;
    auto query = session.connection().query(std::string(columns) + "WHERE number = ?");
    query.bind(number);
    query.each_row(column_count, [&](Row& row) { found = take_row(session, row); });
    return found;
}

} // namespace phusa::storage
