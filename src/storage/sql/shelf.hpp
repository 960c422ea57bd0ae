#pragma once

#include "storage/recorded.hpp"
#include "storage/sql/connection.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

// The tables of facts all work alike: a row is one version, never overwritten; `recorded_in` and `replaced_in` say when
// the register held it to be so, `valid_from` and `valid_until` on which days it is so.
namespace phusa::storage
{

// What is particular to the table of one noun. A specialisation says
//   table         its name; in SQL the row is called v
//   joined        what else is read with it, or empty
//   version_noun  where version numbers come from, in next_id
//   fields(fact, visit)    visit(column, member) for everything read and written, `id` first, validity included
//   derived(fact, visit)   visit(column, value) for what is only written
//   extra(fact, visit)     visit(SQL, member) for what is only read
template<typename Fact>
struct Shelf;

template<typename Fact>
concept Numbered = requires(Fact fact) { fact.version; };

// The number of the version that a fact was read from; 0 where the noun does not carry it.
template<typename Fact>
std::int64_t* version_of(Fact& fact)
{
    if constexpr (Numbered<Fact>)
        return &fact.version;
    else if constexpr (requires { fact.row; })
        return &fact.row;
    else
        return nullptr;
}

// "SELECT v.version, v.id, … FROM … WHERE ".
template<typename Fact>
const std::string& selection()
{
    static const std::string sql = [] {
        std::string columns = "SELECT v.version";
        Fact fact;
        Shelf<Fact>::fields(fact, [&](std::string_view column, auto&) { columns.append(", v.").append(column); });
        Shelf<Fact>::extra(fact, [&](std::string_view column, auto&) { columns.append(", ").append(column); });
        columns.append(", v.recorded_in, v.replaced_in FROM ").append(Shelf<Fact>::table).append(" v ");
        return columns.append(Shelf<Fact>::joined).append(" WHERE ");
    }();
    return sql;
}

template<typename Fact>
std::size_t selected_columns()
{
    std::size_t count = 3;
    Fact fact;
    Shelf<Fact>::fields(fact, [&](std::string_view, auto&) { ++count; });
    Shelf<Fact>::extra(fact, [&](std::string_view, auto&) { ++count; });
    return count;
}

template<typename Fact>
Recorded<Fact> take_fact(Row& row)
{
    Recorded<Fact> found;
    auto version = row.take<std::int64_t>();
    if (auto* number = version_of(found.fact))
        *number = version;
    Shelf<Fact>::fields(found.fact, [&](std::string_view, auto& member) { row.take(member); });
    Shelf<Fact>::extra(found.fact, [&](std::string_view, auto& member) { row.take(member); });
    if constexpr (requires { found.fact.recorded; })
        row.take(found.fact.recorded);
    else
        row.take<AuditNumber>();
    row.take(found.replaced);
    return found;
}

// Calls take(Recorded<Fact>&&) for every row of `query`, which must come from select<Fact>.
template<typename Fact, typename F>
void each_fact(Query&& query, F&& take)
{
    static const std::size_t columns = selected_columns<Fact>();
    query.each_row(columns, [&](Row& row) { take(take_fact<Fact>(row)); });
}

// `where` is one of our own constants.
template<typename Fact, typename... Values>
std::vector<Fact> facts_where(Session& session, std::string_view where, const Values&... values)
{
    std::vector<Fact> found;
    auto query = session.connection().query(selection<Fact>() + std::string(where));
    query.bind(values...);
    each_fact<Fact>(std::move(query), [&](Recorded<Fact>&& row) { found.push_back(std::move(row.fact)); });
    return found;
}

template<typename Fact, typename... Values>
std::optional<Fact> fact_where(Session& session, std::string_view where, const Values&... values)
{
    auto found = facts_where<Fact>(session, where, values...);
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

template<typename Fact, typename... Values>
std::vector<Recorded<Fact>> history_where(Session& session, std::string_view where, const Values&... values)
{
    std::vector<Recorded<Fact>> found;
    auto query = session.connection().query(selection<Fact>() + std::string(where));
    query.bind(values...);
    each_fact<Fact>(std::move(query), [&](Recorded<Fact>&& row) { found.push_back(std::move(row)); });
    return found;
}

// Every version of one thing, in the order they were written. Two questions: rows that stand and rows that were
// replaced have an index each.
template<typename Fact, typename Id>
std::vector<Recorded<Fact>> history_of(Session& session, Id id)
{
    auto all = history_where<Fact>(session, "v.id = ? AND v.replaced_in IS NOT NULL", id);
    auto standing = history_where<Fact>(session, "v.id = ? AND v.replaced_in IS NULL", id);
    std::ranges::move(standing, std::back_inserter(all));
    std::ranges::sort(all, {}, [](const auto& row) { return row.fact.version; });
    return all;
}

} // namespace phusa::storage
