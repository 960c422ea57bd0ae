#include "storage/import_undo.hpp"

#include "storage/admissions.hpp"
#include "storage/dossier_shelves.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_shelves.hpp"
#include "storage/organisation_places.hpp"
#include "storage/organisation_shelf.hpp"
#include "storage/person_shelf.hpp"
#include "storage/sql/versions.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace phusa::storage
{

namespace
{

template<typename Fact>
std::vector<Fact> replaced_by(Session& session, AuditNumber number)
{
    return facts_where<Fact>(session, "v.replaced_in = ? AND v.recorded_in <> ? ORDER BY v.version", number, number);
}

template<typename Fact>
std::vector<Fact> recorded_by(Session& session, AuditNumber number)
{
    return facts_where<Fact>(session, "v.recorded_in = ? AND v.replaced_in IS NULL ORDER BY v.version", number);
}

template<typename Fact>
std::vector<FactChange<Fact>> changes_by(Session& session, AuditNumber number)
{
    std::vector<FactChange<Fact>> changes;
    std::map<std::int64_t, std::size_t> places;
    for (auto& before : replaced_by<Fact>(session, number)) {
        places.emplace(before.id.value, changes.size());
        changes.push_back({.before = std::move(before), .after = {}});
    }
    for (auto& after : recorded_by<Fact>(session, number)) {
        auto place = places.find(after.id.value);
        if (place == places.end())
            changes.push_back({.before = {}, .after = std::move(after)});
        else
            changes[place->second].after = std::move(after);
    }
    return changes;
}

// What a dossier says is read back by its number; the rows tell which ones.
std::vector<FactChange<Dossier>> dossiers_by(Session& session, AuditNumber number)
{
    std::vector<FactChange<Dossier>> changes;
    for (const auto& change : changes_by<DossierRow>(session, number)) {
        const auto& row = change.after ? *change.after : *change.before;
        Dossier dossier{.id = row.id, .person = row.person, .cell = row.cell, .opened = row.opened};
        changes.push_back({.before = change.before ? std::optional(dossier) : std::nullopt,
                           .after = change.after ? std::optional(dossier) : std::nullopt});
    }
    return changes;
}

std::vector<FactChange<RecordedAct>> acts_by(Session& session, AuditNumber number)
{
    std::vector<FactChange<RecordedAct>> changes;
    auto plain = [](std::optional<ActRow>& row) {
        return row ? std::optional<RecordedAct>(std::move(*row)) : std::nullopt;
    };
    for (auto& [before, after] : changes_by<ActRow>(session, number))
        changes.push_back({.before = plain(before), .after = plain(after)});
    return changes;
}

template<typename Fact>
void swap_versions(Transaction& transaction, AuditNumber number, AuditNumber by)
{
    transaction.connection()
        .query("UPDATE " + std::string(Shelf<Fact>::table) +
               " SET replaced_in = ? WHERE recorded_in = ? AND replaced_in IS NULL")
        .bind(by, number)
        .run();
    auto restored = replaced_by<Fact>(transaction, number);
    insert_versions(transaction, std::span<const Fact>(restored), by);
    // A number that no row has: who keeps what was read sees that rows do not tell everything.
    take_numbers(transaction, Shelf<Fact>::version_noun);
}

void renew_admitted_of(Transaction& transaction, AuditNumber by)
{
    auto& connection = transaction.connection();
    // Whose admissions were taken away, and to whom some were given back.
    constexpr std::string_view touched = "(SELECT person_id FROM admission WHERE replaced_in = ? OR recorded_in = ?)";
    connection.query("DELETE FROM person_admitted WHERE person_id IN " + std::string(touched)).bind(by, by).run();
    connection
        .query("INSERT INTO person_admitted (person_id, counted_on) SELECT person_id, max(counted_on) FROM admission "
               "WHERE replaced_in IS NULL AND person_id IN " +
               std::string(touched) + " GROUP BY person_id")
        .bind(by, by)
        .run();
}

void swap_identities(Transaction& transaction, AuditNumber number, AuditNumber by)
{
    auto& connection = transaction.connection();
    connection.query("UPDATE person_identity SET replaced_in = ? WHERE recorded_in = ? AND replaced_in IS NULL")
        .bind(by, number)
        .run();
    auto count = connection.query("SELECT count(*) FROM person_identity WHERE replaced_in = ? AND recorded_in <> ?")
                     .bind(number, number)
                     .value<std::int64_t>()
                     .value_or(0);
    if (count == 0)
        return;
    auto first = take_numbers(transaction, "person_identity", count);
    connection
        .query("INSERT INTO person_identity (version, person_id, sealed, keyed_hash, shown, recorded_in) "
               "SELECT row_number() OVER (ORDER BY version) + ?, person_id, sealed, keyed_hash, shown, ? "
               "FROM person_identity WHERE replaced_in = ? AND recorded_in <> ?")
        .bind(first - 1, by, number, number)
        .run();
}

// What was new: written by the import, with nothing in its place before.
constexpr std::string_view new_people = "(SELECT n.id FROM person_version n WHERE n.recorded_in = ? AND n.id NOT IN "
                                        "(SELECT o.id FROM person_version o WHERE o.replaced_in = ?))";
constexpr std::string_view new_units =
    "(SELECT n.id FROM organisation_version n WHERE n.recorded_in = ? AND n.id NOT IN "
    "(SELECT o.id FROM organisation_version o WHERE o.replaced_in = ?))";

// Dossiers that the import opened or wrote acts into.
constexpr std::string_view touched_dossiers = "(SELECT n.id FROM dossier n WHERE n.recorded_in = ? UNION "
                                              "SELECT a.dossier_id FROM dossier_act a WHERE a.recorded_in = ?)";

class Restings
{
public:
    Restings(Session& session, AuditNumber number, std::size_t names_max)
        : session_(session), number_(number), names_max_(names_max)
    {
    }

    // Facts of this table that were written by the import and do not stand any more; `whose` names the owner.
    void changed_since(std::string_view table, std::string_view whose)
    {
        collect("SELECT DISTINCT " + std::string(whose) + " FROM " + std::string(table) +
                " x WHERE x.recorded_in = ? AND x.replaced_in IS NOT NULL AND x.replaced_in <> ? LIMIT ?");
    }
    // Standing facts of this table that were written later about what was new.
    void added_since(std::string_view table, std::string_view column, std::string_view fresh, std::string_view whose)
    {
        auto sql = "SELECT DISTINCT " + std::string(whose) + " FROM " + std::string(table) +
                   " x WHERE x.replaced_in IS NULL AND x.recorded_in > ? AND x." + std::string(column) + " IN " +
                   std::string(fresh) + " LIMIT ?";
        if (names_.size() >= names_max_)
            return;
        session_.connection()
            .query(sql)
            .bind(number_, number_, number_, static_cast<std::int64_t>(names_max_))
            .each([&](std::optional<std::string> name) { add(std::move(name)); });
    }
    // Numbers that would be put back, but that somebody else was given meanwhile.
    void identities_taken()
    {
        collect(
            "SELECT (SELECT p.name FROM person_version p WHERE p.id = y.person_id AND p.replaced_in IS NULL AND "
            "p.valid_until IS NULL) FROM person_identity x JOIN person_identity y ON y.keyed_hash = x.keyed_hash AND "
            "y.replaced_in IS NULL AND y.person_id <> x.person_id AND y.recorded_in > x.replaced_in "
            "WHERE x.replaced_in = ? AND x.recorded_in <> ? LIMIT ?");
    }

    std::vector<std::string> take() { return std::move(names_); }

private:
    void collect(const std::string& sql)
    {
        if (names_.size() >= names_max_)
            return;
        session_.connection()
            .query(sql)
            .bind(number_, number_, static_cast<std::int64_t>(names_max_))
            .each([&](std::optional<std::string> name) { add(std::move(name)); });
    }
    void add(std::optional<std::string> name)
    {
        if (name && names_.size() < names_max_ && std::ranges::find(names_, *name) == names_.end())
            names_.push_back(std::move(*name));
    }

    Session& session_;
    AuditNumber number_;
    std::size_t names_max_;
    std::vector<std::string> names_;
};

std::string person_named(std::string_view column)
{
    return "(SELECT max(p.name) FROM person_version p WHERE p.id = x." + std::string(column) + ")";
}

constexpr std::string_view person_of_dossier = "(SELECT max(p.name) FROM person_version p JOIN dossier d ON "
                                               "d.person_id = p.id WHERE d.id = x.dossier_id)";

std::string unit_named(std::string_view column)
{
    return "(SELECT max(o.name) FROM organisation_version o WHERE o.id = x." + std::string(column) + ")";
}

} // namespace

WrittenFacts written_by(Session& session, AuditNumber number)
{
    WrittenFacts written{.organisations = changes_by<Organisation>(session, number),
                         .people = changes_by<Person>(session, number),
                         .admissions = changes_by<Admission>(session, number),
                         .events = changes_by<MembershipEvent>(session, number),
                         .identities = {},
                         .dossiers = dossiers_by(session, number),
                         .acts = acts_by(session, number)};
    session.connection()
        .query("SELECT person_id FROM person_identity WHERE recorded_in = ? ORDER BY version")
        .bind(number)
        .each([&](PersonId person) { written.identities.push_back(person); });
    return written;
}

std::vector<std::string> rests_on(Session& session, AuditNumber number, std::size_t names_max)
{
    Restings found(session, number, names_max);
    found.changed_since("person_version", "x.name");
    found.changed_since("organisation_version", "x.name");
    for (std::string_view table : {"person_identity", "admission", "membership_event", "dossier"})
        found.changed_since(table, person_named("person_id"));
    found.changed_since("dossier_act", person_of_dossier);
    for (std::string_view table : {"dossier_act", "dossier_move"})
        found.added_since(table, "dossier_id", touched_dossiers, person_of_dossier);
    for (std::string_view table : {"person_identity", "admission", "membership_event", "dossier"})
        found.added_since(table, "person_id", new_people, person_named("person_id"));
    found.added_since("person_version", "cell_id", new_units, unit_named("cell_id"));
    found.added_since("admission", "cell_id", new_units, unit_named("cell_id"));
    found.added_since("organisation_version", "parent_id", new_units, unit_named("parent_id"));
    found.added_since("organisation_version", "beside_id", new_units, unit_named("beside_id"));
    found.identities_taken();
    return found.take();
}

void take_back(Transaction& transaction, AuditNumber number, AuditNumber by)
{
    swap_versions<Organisation>(transaction, number, by);
    transaction.before_commit("organisation places", rebuild_organisation_places);
    transaction.connection()
        .query("UPDATE succession SET replaced_in = ? WHERE recorded_in = ? AND replaced_in IS NULL")
        .bind(by, number)
        .run();
    swap_versions<Person>(transaction, number, by);
    swap_identities(transaction, number, by);
    swap_versions<Admission>(transaction, number, by);
    renew_admitted_of(transaction, by);
    swap_versions<MembershipEvent>(transaction, number, by);
    // As their rows have them: what is sealed goes back as it was.
    swap_versions<DossierRow>(transaction, number, by);
    swap_versions<ActRow>(transaction, number, by);
    swap_versions<DossierMove>(transaction, number, by);
}

} // namespace phusa::storage
