#include "storage/backup_tables.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

namespace
{

constexpr std::string_view sqlite_columns =
    "SELECT t.name, c.name, c.type FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND "
    "t.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND t.name NOT IN ('migration', 'sign_in', 'first_link') "
    "ORDER BY t.name, c.cid";
constexpr std::string_view postgresql_columns =
    "SELECT CAST(table_name AS TEXT) COLLATE \"C\", CAST(column_name AS TEXT), CAST(data_type AS TEXT) FROM "
    "information_schema.columns WHERE table_schema = current_schema() AND table_name NOT IN ('migration', 'sign_in', "
    "'first_link') ORDER BY 1, ordinal_position";

} // namespace

std::string BackupTable::selection() const
{
    std::string names;
    for (const auto& column : columns)
        names.append(names.empty() ? "" : ", ").append(column.name);
    return "SELECT " + names + " FROM " + name + (columns.size() > 1 ? " ORDER BY 1, 2" : " ORDER BY 1");
}

std::vector<BackupTable> backup_tables(Session& session)
{
    std::vector<BackupTable> tables;
    auto& connection = session.connection();
    connection.query(connection.dialect() == Dialect::sqlite ? sqlite_columns : postgresql_columns)
        .each([&](std::string table, std::string column, std::string type) {
            if (tables.empty() || tables.back().name != table)
                tables.push_back({.name = table, .columns = {}});
            tables.back().columns.push_back(
                {.name = column,
                 .number = type.find("TEXT") == std::string::npos && type.find("text") == std::string::npos});
        });
    return tables;
}

} // namespace phusa::storage
