#include "app/backup.hpp"

#include "app/recording.hpp"
#include "app/site_key.hpp"
#include "storage/backup.hpp"

namespace phusa
{

namespace
{

BackupSummary summary_of(const storage::BackupSummary& stored)
{
    BackupSummary summary{.made = stored.made,
                          .migration = stored.migration,
                          .tables = {},
                          .rows = stored.rows,
                          .audit_head = stored.head.hash,
                          .bytes = stored.bytes,
                          .seconds = stored.seconds};
    for (const auto& table : stored.tables)
        summary.tables.push_back({.name = table.name, .rows = table.rows});
    return summary;
}

} // namespace

Result<BackupSummary> make_backup(App& app, const std::filesystem::path& path)
{
    auto stored = TRY(storage::write_backup(app.database(), path, app.clock().now()));
    auto transaction = app.database().write();
    record(app, transaction, Actor::program("phusa backup"),
           {.action = "backup.make",
            .subject = "register",
            .details = {{"rows", std::to_string(stored.rows)}, {"head", stored.head.hash}}});
    transaction.commit();
    return summary_of(stored);
}

Result<BackupSummary> check_backup(App& app, const std::filesystem::path& path)
{
    return summary_of(TRY(storage::verify_backup(app.database().keys(), path)));
}

Result<BackupSummary> restore_backup(App& app, const std::filesystem::path& path)
{
    auto stored = TRY(storage::restore_backup(app.database(), path));
    app.forget_trees();
    app.forget_settings();
    return summary_of(stored);
}

} // namespace phusa
