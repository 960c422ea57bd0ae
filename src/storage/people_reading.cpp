#include "storage/people_reading.hpp"

#include "storage/people_search.hpp"
#include "storage/person_shelf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace phusa::storage
{

namespace
{

// "SELECT …, (last admission) FROM … WHERE v.version IN (…)"; the numbers are ours.
std::string select_versions(std::span<const std::int64_t> versions)
{
    auto sql = selection<Person>();
    sql.insert(sql.find(" FROM "), ", (SELECT l.counted_on FROM person_admitted l WHERE l.person_id = v.id)");
    return fmt::format("{}v.version IN ({}) ORDER BY v.name_sort, v.id", sql, fmt::join(versions, ", "));
}

} // namespace

PeopleReading::PeopleReading(Session& session, const PeopleFilter& filter, std::size_t people_max)
{
    auto search = PeopleSearch::narrowest(session, filter);
    auto query = session.connection().query(
        fmt::format("SELECT v.version FROM {} {} ORDER BY v.name_sort, v.id LIMIT ?", search.from(), search.where()));
    search.bind_to(query);
    query.bind(static_cast<std::int64_t>(people_max));
    query.each([&](std::int64_t version) { versions_.push_back(version); });
}

std::vector<PeopleReading::Line> PeopleReading::next(Session& session, std::size_t rows)
{
    static const std::size_t columns = selected_columns<Person>() + 1;
    auto piece = std::span(versions_).subspan(read_, std::min(rows, versions_.size() - read_));
    std::vector<Line> lines;
    if (piece.empty())
        return lines;
    read_ += piece.size();
    // Not kept: the next piece has another text.
    session.connection().fresh_query(select_versions(piece)).each_row(columns, [&](Row& row) {
        auto found = take_fact<Person>(row);
        lines.push_back({.person = std::move(found.fact), .admitted = row.take<std::optional<Date>>()});
    });
    return lines;
}

} // namespace phusa::storage
