#include "storage/migrations.hpp"

#include "base/embedded.hpp"
#include "base/sealing.hpp"
#include "storage/migration_text.hpp"
#include "storage/sql/connection.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::storage
{

namespace
{

constexpr std::string_view folder = "src/storage/migrations/";

std::string path_of(const Migration& migration) { return fmt::format("{}{}.sql", folder, migration.name); }

std::vector<Migration> read_applied(Connection& connection)
{
    bool sqlite = connection.dialect() == Dialect::sqlite;
    auto there = connection
                     .query(sqlite ? "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'"
                                   : "SELECT count(*) FROM information_schema.tables WHERE table_name = 'migration' "
                                     "AND table_schema = current_schema()")
                     .value<int>();
    std::vector<Migration> applied;
    if (there != 0)
        connection.query("SELECT number, name, sha256 FROM migration ORDER BY number")
            .each([&](int number, std::string name, std::string sha256) {
                applied.push_back({.number = number, .name = name, .sha256 = sha256});
            });
    return applied;
}

void check(const std::vector<Migration>& applied, const std::vector<Migration>& known)
{
    if (applied.size() > known.size())
        throw StorageFailure(StorageFailure::Kind::schema, "",
                             "Cơ sở dữ liệu do một bản Phù Sa mới hơn tạo ra: cài bản mới rồi chạy lại.");
    for (std::size_t i = 0; i < applied.size(); ++i)
        if (applied[i].name != known[i].name || applied[i].sha256 != known[i].sha256)
            throw StorageFailure(StorageFailure::Kind::schema, "",
                                 fmt::format("Bước cập nhật {} đã ghi trong cơ sở dữ liệu khác với bước của bản Phù Sa "
                                             "này: dùng đúng bản đã tạo ra cơ sở dữ liệu.",
                                             applied[i].name));
}

void apply(Transaction& transaction, const Migration& migration)
{
    auto& connection = transaction.connection();
    for (const auto& statement : migration_statements(*embedded_file(path_of(migration)), connection.dialect()))
        connection.run(statement);
    connection.query("INSERT INTO migration (number, name, sha256) VALUES (?, ?, ?)")
        .bind(migration.number, migration.name, migration.sha256)
        .run();
}

} // namespace

std::vector<Migration> known_migrations()
{
    std::vector<Migration> known;
    for (auto path : embedded_paths(folder)) {
        auto name = path.substr(folder.size(), path.size() - folder.size() - 4);
        known.push_back({.number = static_cast<int>(known.size()) + 1,
                         .name = std::string(name),
                         .sha256 = to_hex(sha256(*embedded_file(path)))});
    }
    return known;
}

std::vector<Migration> applied_migrations(Database& database)
{
    auto session = database.read();
    return read_applied(session.connection());
}

std::vector<Migration> migrate(Database& database)
{
    auto known = known_migrations();
    std::vector<Migration> done;
    while (true) {
        auto current = applied_migrations(database);
        check(current, known);
        if (current.size() == known.size())
            return done;
        auto transaction = database.write_schema();
        auto& connection = transaction.connection();
        connection.run("CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
                       "sha256 TEXT NOT NULL)");
        // Another program may have been quicker while we waited for the lock.
        auto applied = read_applied(connection);
        check(applied, known);
        if (applied.size() < known.size()) {
            apply(transaction, known[applied.size()]);
            done.push_back(known[applied.size()]);
        }
        transaction.commit();
    }
}

void require_current_schema(Database& database)
{
    auto known = known_migrations();
    auto applied = applied_migrations(database);
    check(applied, known);
    if (applied.size() < known.size())
        throw StorageFailure(StorageFailure::Kind::schema, "",
                             "Cơ sở dữ liệu cũ hơn bản Phù Sa này: chạy phusa migrate trước.");
}

} // namespace phusa::storage
