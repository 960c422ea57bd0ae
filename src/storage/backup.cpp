#include "storage/backup.hpp"

#include "storage/backup_stream.hpp"
#include "storage/backup_tables.hpp"
#include "storage/migrations.hpp"
#include "storage/sql/stream.hpp"

#include <boost/json.hpp>

namespace phusa::storage
{

namespace
{

namespace json = boost::json;

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// [1,"text",null]: numbers as they are, without a detour over a value.
std::string row_text(Row& row, const BackupTable& table)
{
    std::string text = "[";
    for (const auto& column : table.columns) {
        auto value = row.raw();
        if (text.size() > 1)
            text += ',';
        if (value.null)
            text += "null";
        else if (column.number)
            text += value.text;
        else
            text += json::serialize(json::string_view(value.text.data(), value.text.size()));
    }
    return text + "]";
}

BackupSummary::Table write_table(Session& session, BackupWriter& writer, const BackupTable& table)
{
    json::array columns;
    for (const auto& column : table.columns)
        columns.emplace_back(column.name);
    writer.line(json::serialize(json::object{{"table", table.name}, {"columns", columns}}));
    BackupSummary::Table written{.name = table.name, .rows = 0, .sha256 = {}};
    Sha256 hash;
    stream(session.connection(), table.selection(), table.columns.size(), [&](Row& row) {
        auto text = row_text(row, table);
        writer.line(text);
        hash.add(text);
        hash.add("\n");
        ++written.rows;
    });
    written.sha256 = hash.hex();
    writer.line(json::serialize(json::object{{"end", table.name}, {"rows", written.rows}, {"sha256", written.sha256}}));
    return written;
}

} // namespace

Result<BackupSummary> write_backup(Database& database, const std::filesystem::path& path, Clock::Time now)
{
    auto start = std::chrono::steady_clock::now();
    auto migration = static_cast<int>(applied_migrations(database).size());
    auto writer = TRY(BackupWriter::create(path, database.keys().backup));
    auto session = database.snapshot();
    BackupSummary summary;
    summary.made = now;
    summary.migration = migration;
    summary.head = audit_head(session);
    writer->line(json::serialize(json::object{{"backup", 1}, {"made", iso_time(now)}, {"migration", migration}}));
    for (const auto& table : backup_tables(session)) {
        summary.tables.push_back(write_table(session, *writer, table));
        summary.rows += summary.tables.back().rows;
    }
    writer->line(json::serialize(json::object{{"trailer", summary.tables.size()},
                                              {"rows", summary.rows},
                                              {"audit_number", summary.head.number.value},
                                              {"audit_hash", summary.head.hash}}));
    summary.bytes = writer->finish();
    summary.seconds = seconds_since(start);
    return summary;
}

} // namespace phusa::storage
