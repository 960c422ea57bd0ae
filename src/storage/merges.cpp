#include "storage/merges.hpp"

#include "storage/dossier_acts.hpp"
#include "storage/dossier_moves.hpp"
#include "storage/dossiers.hpp"
#include "storage/sql/connection.hpp"
#include "storage/sql/numbers.hpp"

#include <algorithm>
#include <array>

namespace phusa::storage
{

namespace
{

constexpr std::string_view merge_selection =
    "SELECT version, kept_id, other_id, recorded_in, replaced_in FROM person_merge WHERE ";

std::vector<PersonMerge> merges_in(Query&& query)
{
    std::vector<PersonMerge> found;
    query.each([&](std::int64_t version, PersonId kept, PersonId other, AuditNumber recorded,
                   std::optional<AuditNumber> undone) {
        found.push_back({.version = version, .kept = kept, .other = other, .recorded = recorded, .undone = undone});
    });
    return found;
}

bool has_newer_row(Session& session, std::string_view table, std::string_view owner, const PersonMerge& merge)
{
    auto sql = "SELECT 1 FROM " + std::string(table) + " WHERE " + std::string(owner) +
               " AND (recorded_in > ? OR replaced_in > ?) LIMIT 1";
    return session.connection()
        .query(sql)
        .bind(merge.kept, merge.recorded, merge.recorded)
        .value<std::int64_t>()
        .has_value();
}

} // namespace

std::optional<PersonMerge> merge_of(Session& session, PersonId other)
{
    auto query = session.connection().query(std::string(merge_selection) + "other_id = ? AND replaced_in IS NULL");
    query.bind(other);
    auto found = merges_in(std::move(query));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<PersonMerge> merges_into(Session& session, PersonId kept)
{
    auto query = session.connection().query(std::string(merge_selection) +
                                            "kept_id = ? AND replaced_in IS NULL ORDER BY version");
    query.bind(kept);
    return merges_in(std::move(query));
}

std::vector<PersonMerge> last_merges(Session& session, std::size_t rows)
{
    auto query = session.connection().query(std::string(merge_selection) + "version > 0 ORDER BY version DESC LIMIT ?");
    query.bind(static_cast<std::int64_t>(rows));
    return merges_in(std::move(query));
}

void add_merge(Transaction& transaction, PersonId kept, PersonId other, AuditNumber by)
{
    transaction.connection()
        .query("INSERT INTO person_merge (version, kept_id, other_id, recorded_in) VALUES (?, ?, ?, ?)")
        .bind(take_numbers(transaction, "person_merge"), kept, other, by)
        .run();
}

void undo_merge(Transaction& transaction, const PersonMerge& merge, AuditNumber by)
{
    transaction.connection()
        .query("UPDATE person_merge SET replaced_in = ? WHERE version = ? AND replaced_in IS NULL")
        .bind(by, merge.version)
        .run();
}

bool is_written_since(Session& session, const PersonMerge& merge)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> tables{{
        {"person_version", "id = ?"},
        {"person_identity", "person_id = ?"},
        {"admission", "person_id = ?"},
        {"membership_event", "person_id = ?"},
        {"dossier", "person_id = ?"},
        {"dossier_act", "dossier_id IN (SELECT d.id FROM dossier d WHERE d.person_id = ?)"},
    }};
    return std::ranges::any_of(
        tables, [&](const auto& table) { return has_newer_row(session, table.first, table.second, merge); });
}

void mark_distinct(Transaction& transaction, PersonId a, PersonId b, AuditNumber by)
{
    auto [first, second] = std::minmax(a, b);
    auto& connection = transaction.connection();
    auto there =
        connection
            .query("SELECT version FROM person_distinct WHERE first_id = ? AND second_id = ? AND replaced_in IS NULL")
            .bind(first, second)
            .value<std::int64_t>();
    if (there)
        return;
    connection.query("INSERT INTO person_distinct (version, first_id, second_id, recorded_in) VALUES (?, ?, ?, ?)")
        .bind(take_numbers(transaction, "person_distinct"), first, second, by)
        .run();
}

void unmark_distinct(Transaction& transaction, PersonId a, PersonId b, AuditNumber by)
{
    auto [first, second] = std::minmax(a, b);
    transaction.connection()
        .query(
            "UPDATE person_distinct SET replaced_in = ? WHERE first_id = ? AND second_id = ? AND replaced_in IS NULL")
        .bind(by, first, second)
        .run();
}

std::vector<DistinctPair> distinct_pairs(Session& session)
{
    std::vector<DistinctPair> pairs;
    session.connection()
        .query("SELECT first_id, second_id, recorded_in FROM person_distinct WHERE replaced_in IS NULL "
               "ORDER BY version DESC")
        .each([&](PersonId first, PersonId second, AuditNumber recorded) {
            pairs.push_back({.first = first, .second = second, .recorded = recorded});
        });
    return pairs;
}

Result<void> move_dossier(Transaction& transaction, const Dossier& dossier, PersonId to, AuditNumber by)
{
    // Opened under the key of whom the dossier is about, so before it is about somebody else.
    auto acts = dossier_acts_of(transaction, dossier.id);
    auto moves = dossier_moves_of(transaction, dossier.id);
    auto moved = dossier;
    moved.person = to;
    TRY_DO(correct_dossier(transaction, moved, by));
    for (const auto& act : acts)
        TRY_DO(correct_dossier_act(transaction, act, to, by));
    for (const auto& move : moves)
        TRY_DO(correct_dossier_move(transaction, move, by));
    return {};
}

Result<void> rename_in_acts(Transaction& transaction, PersonId from, PersonId to, AuditNumber by)
{
    std::vector<RecordedActId> acts;
    transaction.connection()
        .query("SELECT id FROM dossier_act WHERE who_id = ? AND replaced_in IS NULL ORDER BY id")
        .bind(from)
        .each([&](RecordedActId id) { acts.push_back(id); });
    for (auto id : acts) {
        auto act = dossier_act(transaction, id);
        auto person = act ? person_of(transaction, act->dossier) : std::nullopt;
        if (!person)
            continue;
        act->who = to;
        TRY_DO(correct_dossier_act(transaction, *act, *person, by));
    }
    return {};
}

} // namespace phusa::storage
