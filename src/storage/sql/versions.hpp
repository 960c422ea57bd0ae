#pragma once

#include "base/result.hpp"
#include "storage/sql/bulk.hpp"
#include "storage/sql/numbers.hpp"
#include "storage/sql/shelf.hpp"

#include <span>
#include <string>
#include <vector>

// How versions of facts are written (shelf.hpp): the one place where "nothing is overwritten" is kept.
namespace phusa::storage
{

Problem changed_meanwhile();
Problem outside_validity();

// The columns that are written, in the order of put_version.
template<typename Fact>
const std::vector<std::string>& written_columns()
{
    static const std::vector<std::string> columns = [] {
        std::vector<std::string> names{"version"};
        Fact fact;
        Shelf<Fact>::fields(fact, [&](std::string_view column, auto&) { names.emplace_back(column); });
        Shelf<Fact>::derived(fact, [&](std::string_view column, const auto&) { names.emplace_back(column); });
        names.emplace_back("recorded_in");
        return names;
    }();
    return columns;
}

// `derived_from`: the fact, or what was reckoned of it before.
template<typename Fact, typename Source>
void put_version(Bulk& bulk, const Fact& fact, const Source& derived_from, std::int64_t version, AuditNumber by)
{
    bulk.put(version);
    Shelf<Fact>::fields(fact, [&](std::string_view, const auto& member) { bulk.put(member); });
    Shelf<Fact>::derived(derived_from, [&](std::string_view, const auto& value) { bulk.put(value); });
    bulk.put(by);
    bulk.end_row();
}

template<typename Fact>
void put_version(Bulk& bulk, const Fact& fact, std::int64_t version, AuditNumber by)
{
    put_version(bulk, fact, fact, version, by);
}

template<typename Fact>
void insert_version(Transaction& transaction, const Fact& fact, AuditNumber by)
{
    static const std::string sql = [] {
        std::string names;
        std::string marks;
        for (const auto& column : written_columns<Fact>()) {
            names.append(names.empty() ? "" : ", ").append(column);
            marks.append(marks.empty() ? "?" : ", ?");
        }
        return "INSERT INTO " + std::string(Shelf<Fact>::table) + " (" + names + ") VALUES (" + marks + ")";
    }();
    auto version = take_numbers(transaction, Shelf<Fact>::version_noun);
    auto query = transaction.connection().query(sql);
    query.bind(version);
    Shelf<Fact>::fields(fact, [&](std::string_view, const auto& member) { query.bind(member); });
    Shelf<Fact>::derived(fact, [&](std::string_view, const auto& value) { query.bind(value); });
    query.bind(by).run();
}

// With ids, unchecked. Answers the number of the first version; the others follow.
template<typename Fact>
std::int64_t insert_versions(Transaction& transaction, std::span<const Fact> facts, AuditNumber by)
{
    if (facts.empty())
        return 0;
    auto first = take_numbers(transaction, Shelf<Fact>::version_noun, static_cast<std::int64_t>(facts.size()));
    Bulk bulk(transaction.connection(), Shelf<Fact>::table, written_columns<Fact>());
    auto version = first;
    for (const auto& fact : facts)
        put_version(bulk, fact, version++, by);
    bulk.finish();
    return first;
}

// The version that `read` was read from, if it still stands.
template<typename Fact>
std::optional<Fact> still_standing(Transaction& transaction, const Fact& read)
{
    if constexpr (Numbered<Fact>)
        return fact_where<Fact>(transaction, "v.version = ? AND v.id = ? AND v.replaced_in IS NULL", read.version,
                                read.id);
    else if constexpr (requires { read.row; })
        return fact_where<Fact>(transaction, "v.version = ? AND v.replaced_in IS NULL", read.row);
    else
        return fact_where<Fact>(transaction,
                                "v.id = ? AND v.valid_from = ? AND v.recorded_in = ? AND v.replaced_in IS NULL",
                                read.id, read.valid.first, read.recorded);
}

// Marks the version as replaced.
template<typename Fact>
void replace(Transaction& transaction, const Fact& standing, AuditNumber by)
{
    static const std::string update =
        "UPDATE " + std::string(Shelf<Fact>::table) + " SET replaced_in = ? WHERE replaced_in IS NULL AND ";
    auto& connection = transaction.connection();
    if constexpr (Numbered<Fact>)
        connection.query(update + "version = ?").bind(by, standing.version).run();
    else if constexpr (requires { standing.row; })
        connection.query(update + "version = ?").bind(by, standing.row).run();
    else
        connection.query(update + "id = ? AND valid_from = ?").bind(by, standing.id, standing.valid.first).run();
}

// Same days, other facts. Answers what stood before.
template<typename Fact>
Result<Fact> correct_version(Transaction& transaction, Fact corrected, AuditNumber by)
{
    auto standing = still_standing(transaction, corrected);
    if (!standing)
        return std::unexpected(changed_meanwhile());
    if constexpr (requires { corrected.valid; })
        corrected.valid = standing->valid;
    replace(transaction, *standing, by);
    insert_version(transaction, corrected, by);
    return *standing;
}

// From `day` on as `changed` says, up to the end of the version that was read. Answers what stood before.
template<typename Fact>
Result<Fact> change_version(Transaction& transaction, Fact changed, Date day, AuditNumber by)
{
    auto standing = still_standing(transaction, changed);
    if (!standing)
        return std::unexpected(changed_meanwhile());
    if (!standing->valid.covers(day))
        return std::unexpected(outside_validity());
    replace(transaction, *standing, by);
    if (standing->valid.first < day) {
        auto before = *standing;
        before.valid.until = day;
        insert_version(transaction, before, by);
    }
    changed.valid = {.first = day, .until = standing->valid.until};
    insert_version(transaction, changed, by);
    return *standing;
}

// It was never so.
template<typename Fact>
Result<Fact> withdraw_version(Transaction& transaction, const Fact& read, AuditNumber by)
{
    auto standing = still_standing(transaction, read);
    if (!standing)
        return std::unexpected(changed_meanwhile());
    replace(transaction, *standing, by);
    return *standing;
}

// All that stands of one thing is replaced by nothing. How many versions that were.
template<typename Fact, typename Id>
std::int64_t withdraw_all(Transaction& transaction, Id id, AuditNumber by)
{
    return transaction.connection()
        .query("UPDATE " + std::string(Shelf<Fact>::table) +
               " SET replaced_in = ? WHERE id = ? AND replaced_in IS NULL")
        .bind(by, id)
        .run();
}

} // namespace phusa::storage
