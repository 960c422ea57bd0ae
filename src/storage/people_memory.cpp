#include "storage/people_memory.hpp"

#include "storage/organisation_places.hpp"
#include "storage/sql/stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace phusa::storage
{

namespace
{

constexpr int asked_before_reading = 3;
// More people changed since the last question than this: everything is read again, in the background.
constexpr std::size_t changed_max = 100;

constexpr std::string_view entry_columns =
    "SELECT v.id, v.cell_id, v.born, coalesce((SELECT l.counted_on FROM person_admitted l WHERE l.person_id = v.id), "
    "''), v.standing, v.sex, v.occupation, v.name_fold FROM person_version v WHERE v.replaced_in IS NULL AND "
    "v.valid_until IS NULL";
constexpr std::size_t entry_column_count = 8;

constexpr std::string_view everybody =
    "SELECT id, cell_id, born, standing, sex, occupation, name_fold FROM person_version WHERE replaced_in IS NULL AND "
    "valid_until IS NULL";
constexpr std::size_t everybody_columns = 7;
constexpr std::string_view in_order_of_names =
    "SELECT id FROM person_version WHERE replaced_in IS NULL AND valid_until IS NULL ORDER BY name_sort, id";
constexpr std::string_view last_admissions = "SELECT person_id, counted_on FROM person_admitted";

PersonEntry take_entry(Row& row)
{
    PersonEntry entry;
    row.take(entry.id, entry.cell, entry.born, entry.admitted, entry.standing, entry.sex, entry.occupation,
             entry.folded_names);
    return entry;
}

void read_places(Session& session, PeopleColumns& columns)
{
    std::map<std::int64_t, std::uint32_t> places;
    for (const auto& place : organisation_places(session))
        places.emplace(place.organisation.value, static_cast<std::uint32_t>(place.first));
    columns.set_places(std::move(places));
}

// The people of the versions (first, last] of a table. How many versions those were goes to `versions`.
void add_changed(Session& session, std::string_view table, std::string_view person, std::int64_t first,
                 std::int64_t last, std::set<std::int64_t>& people, std::int64_t& versions)
{
    if (last - first > static_cast<std::int64_t>(changed_max))
        return;
    session.connection()
        .query(fmt::format("SELECT {} FROM {} WHERE version > ? AND version <= ?", person, table))
        .bind(first, last)
        .each([&](std::int64_t id) {
            people.insert(id);
            ++versions;
        });
}

struct Placed {
    std::string name_sort;
    PersonEntry entry;
};

std::vector<Placed> entries_of(Session& session, const std::set<std::int64_t>& people)
{
    std::vector<Placed> found;
    for (auto id : people) {
        Placed one;
        auto query = session.connection().query(std::string(entry_columns) + " AND v.id = ?");
        query.bind(id);
        query.each_row(entry_column_count, [&](Row& row) { one.entry = take_entry(row); });
        if (!one.entry.id)
            continue;
        auto order = session.connection()
                         .query("SELECT name_sort FROM person_version WHERE id = ? AND replaced_in IS NULL AND "
                                "valid_until IS NULL")
                         .bind(id)
                         .value<std::string>();
        one.name_sort = order.value_or("");
        found.push_back(std::move(one));
    }
    std::ranges::sort(found, {}, [](const Placed& one) { return std::tuple(one.name_sort, one.entry.id); });
    return found;
}

// Who stands right before a person in the order of names, among those in the columns; 0 for nobody. Rows may be newer
// than the columns, so a few more are looked at.
std::optional<PersonId> previous_of(Session& session, const PeopleColumns& columns, const Placed& one)
{
    constexpr std::size_t looked_at = 20;
    std::size_t rows = 0;
    std::optional<PersonId> previous;
    session.connection()
        .query("SELECT id FROM person_version WHERE (name_sort, id) < (?, ?) AND replaced_in IS NULL AND "
               "valid_until IS NULL ORDER BY name_sort DESC, id DESC LIMIT ?")
        .bind(one.name_sort, one.entry.id, looked_at)
        .each([&](PersonId id) {
            ++rows;
            if (!previous && columns.contains(id))
                previous = id;
        });
    return rows == 0 ? PersonId() : previous;
}

std::vector<PeopleColumns::Span> spans_of(Session& session, const PeopleFilter& filter)
{
    std::vector<PeopleColumns::Span> spans;
    for (auto unit : filter.within) {
        auto place = place_of(session, unit);
        // A unit without a place holds nobody: a span that holds nothing.
        spans.emplace_back(place ? static_cast<std::uint32_t>(place->first) : 1,
                           place ? static_cast<std::uint32_t>(place->last) : 0);
    }
    return spans;
}

} // namespace

PeopleMemory::Counters PeopleMemory::counters_of(Session& session)
{
    Counters counters;
    session.connection()
        .query("SELECT noun, value FROM next_id WHERE noun IN ('person_version', 'admission_version', "
               "'organisation_version')")
        .each([&](std::string noun, std::int64_t value) {
            (noun == "person_version"      ? counters.people
             : noun == "admission_version" ? counters.admissions
                                           : counters.organisations) = value;
        });
    return counters;
}

// In the order of the table, then the order of names from its index alone: following the index to every row of a big
// table takes ten times as long.
std::unique_ptr<PeopleMemory::Kept> PeopleMemory::read_all(Session& session, const std::stop_token& stop)
{
    auto kept = std::make_unique<Kept>();
    kept->counters = counters_of(session);
    auto& connection = session.connection();
    stream(connection, everybody, everybody_columns, [&](Row& row) {
        PersonEntry entry;
        row.take(entry.id, entry.cell, entry.born, entry.standing, entry.sex, entry.occupation, entry.folded_names);
        if (!stop.stop_requested())
            kept->columns.append(entry);
    });
    if (stop.stop_requested())
        return kept;
    std::vector<PersonId> order;
    stream(connection, in_order_of_names, 1, [&](Row& row) { order.push_back(row.take<PersonId>()); });
    kept->columns.put_in_order(order);
    std::vector<std::pair<PersonId, std::string>> admitted;
    stream(connection, last_admissions, 2, [&](Row& row) {
        auto& one = admitted.emplace_back();
        row.take(one.first, one.second);
    });
    kept->columns.set_admitted(admitted);
    read_places(session, kept->columns);
    return kept;
}

// False where that is too much, or not to be seen from the rows alone (something was withdrawn).
bool PeopleMemory::catch_up(Session& session, Kept& kept, const Counters& now)
{
    std::set<std::int64_t> people;
    std::int64_t versions = 0;
    add_changed(session, "person_version", "id", kept.counters.people, now.people, people, versions);
    add_changed(session, "admission", "person_id", kept.counters.admissions, now.admissions, people, versions);
    if (versions != now.people - kept.counters.people + now.admissions - kept.counters.admissions)
        return false;
    for (auto id : people)
        kept.columns.erase(PersonId(id));
    for (const auto& one : entries_of(session, people)) {
        auto previous = previous_of(session, kept.columns, one);
        if (!previous)
            return false;
        kept.columns.insert_after(*previous, one.entry);
    }
    if (now.organisations != kept.counters.organisations)
        read_places(session, kept.columns);
    kept.counters = now;
    return true;
}

bool PeopleMemory::is_fresh(Session& session)
{
    auto now = counters_of(session);
    {
        std::shared_lock lock(guard_);
        if (!kept_)
            return false;
        if (kept_->counters == now)
            return true;
    }
    std::unique_lock lock(guard_);
    if (!kept_)
        return false;
    // Another thread may have caught up meanwhile, even further.
    if (kept_->counters.people >= now.people && kept_->counters.admissions >= now.admissions &&
        kept_->counters.organisations >= now.organisations)
        return true;
    if (catch_up(session, *kept_, now))
        return true;
    kept_.reset();
    return false;
}

std::optional<Result<PeopleColumns::Found>> PeopleMemory::page(Session& session, const PeopleAsk& ask)
{
    if (!PeopleColumns::knows(ask.filter))
        return std::nullopt;
    if (!is_fresh(session)) {
        if (++asked_ >= asked_before_reading)
            read_in_background();
        return std::nullopt;
    }
    auto spans = spans_of(session, ask.filter);
    std::shared_lock lock(guard_);
    if (!kept_)
        return std::nullopt;
    if (auto person = ask.before ? ask.before : ask.after; person && !kept_->columns.contains(*person))
        return problem(Problem::Kind::not_found, "Trang này không còn: quay lại trang đầu của danh sách.");
    return kept_->columns.page(ask, spans);
}

void PeopleMemory::read_now()
{
    auto session = snapshot_();
    auto kept = read_all(session, {});
    std::unique_lock lock(guard_);
    kept_ = std::move(kept);
}

void PeopleMemory::read_in_background()
{
    if (reading_.exchange(true))
        return;
    std::scoped_lock starting(starting_);
    reader_ = std::jthread([this](const std::stop_token& stop) {
        try {
            auto session = snapshot_();
            auto kept = read_all(session, stop);
            std::unique_lock lock(guard_);
            if (!stop.stop_requested())
                kept_ = std::move(kept);
        } catch (const StorageFailure&) {
            // The next question finds nothing kept, is answered by SQL, which reports the failure, and starts again.
            asked_ = 0;
        }
        reading_ = false;
    });
}

} // namespace phusa::storage
