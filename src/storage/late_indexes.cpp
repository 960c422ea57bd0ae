#include "storage/late_indexes.hpp"

#include "storage/sql/connection.hpp"

#include <string>
#include <vector>

namespace phusa::storage
{

namespace
{

// With so few people making the indexes anew is not felt, even for a sheet of one row.
constexpr std::int64_t people_max = 5'000;

// Not those that imports themselves ask by.
constexpr std::string_view definitions = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name IN "
                                         "('person_list_name', 'person_list_cell', 'admission_day', "
                                         "'person_admitted_day') ORDER BY name";

bool has_few_people(Connection& connection)
{
    auto people =
        connection.query("SELECT count(*) FROM (SELECT 1 FROM person_version WHERE replaced_in IS NULL LIMIT ?)")
            .bind(people_max + 1)
            .value<std::int64_t>();
    return people.value_or(0) <= people_max;
}

} // namespace

void index_late(Transaction& transaction)
{
    auto& connection = transaction.connection();
    if (connection.dialect() != Dialect::sqlite || !has_few_people(connection))
        return;
    std::vector<std::string> names;
    std::vector<std::string> made_by;
    connection.query(definitions).each([&](std::string name, std::string sql) {
        names.push_back(std::move(name));
        made_by.push_back(std::move(sql));
    });
    for (const auto& name : names)
        connection.run("DROP INDEX " + name);
    transaction.before_commit("late indexes", [made_by = std::move(made_by)](Transaction& ending) {
        for (const auto& sql : made_by)
            ending.connection().run(sql);
    });
}

} // namespace phusa::storage
