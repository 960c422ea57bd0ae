#include "app/scans/keeping.hpp"

#include "app/recording.hpp"
#include "app/scans/shelf.hpp"
#include "base/number_text.hpp"
#include "storage/database.hpp"
#include "storage/dossiers.hpp"
#include "storage/scan_batches.hpp"
#include "storage/scans.hpp"
#include "storage/settings.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace phusa
{

namespace
{

constexpr std::string_view checked_key = "scans.checked";

// Names of files that have to be there, with the hash of what is in them.
using Expected = std::unordered_map<std::string, std::string>;

Expected expected_files(App& app, std::int64_t& bytes)
{
    Expected expected;
    auto session = app.database().snapshot();
    for (auto& scan : storage::scans_with_files(session)) {
        bytes += scan.bytes;
        expected.emplace(std::move(scan.file), std::move(scan.sha256));
    }
    for (auto& page : storage::waiting_pages(session)) {
        bytes += page.bytes;
        expected.emplace(std::move(page.file), std::move(page.sha256));
    }
    return expected;
}

std::vector<std::string> files_without_row(App& app, std::chrono::seconds older_than)
{
    // Files first: one that is written meanwhile is not taken for an orphan.
    auto lying = ScanShelf(app).all();
    std::int64_t bytes = 0;
    auto expected = expected_files(app, bytes);
    std::vector<std::string> orphans;
    for (auto& file : lying)
        if (!expected.contains(file.name) && file.age > older_than)
            orphans.push_back(std::move(file.name));
    return orphans;
}

void purge_one(App& app, const Actor& actor, const Scan& scan)
{
    auto transaction = app.database().write();
    auto dossier = storage::dossier(transaction, scan.dossier);
    auto by = record(app, transaction, actor,
                     {.action = "scan.purge",
                      .subject = fmt::format("dossier:{}", scan.dossier.value),
                      .person = dossier ? std::optional(dossier->person) : std::nullopt,
                      .organisation = dossier ? std::optional(dossier->cell) : std::nullopt,
                      .details = {{"scan", std::to_string(scan.id.value)}, {"sha256", scan.sha256}}});
    storage::purge_scan(transaction, scan.id, by);
    transaction.commit();
    ScanShelf(app).remove(scan.file); // after the row: a file that stays is an orphan and goes tomorrow
}

} // namespace

std::string ScanCheck::sentence() const
{
    auto count = [](const auto& list) { return vietnamese_number(static_cast<std::int64_t>(list.size())); };
    if (is_good())
        return fmt::format("{} tệp, {} MB, đủ và nguyên vẹn", vietnamese_number(files), vietnamese_number(bytes >> 20));
    return fmt::format("{} tệp; thiếu {}, hỏng {}, thừa {}", vietnamese_number(files), count(missing), count(corrupt),
                       count(orphans));
}

ScanCheck check_scans(App& app)
{
    constexpr std::chrono::hours fresh{1};
    ScanCheck check{.at = app.clock().now()};
    check.orphans = files_without_row(app, fresh);
    ScanShelf shelf(app);
    for (const auto& [name, hash] : expected_files(app, check.bytes)) {
        ++check.files;
        if (!shelf.has(name)) {
            check.missing.push_back(name);
            continue;
        }
        auto plain = shelf.get(name);
        if (!plain || to_hex(sha256(*plain)) != hash)
            check.corrupt.push_back(name);
    }
    auto transaction = app.database().write();
    storage::set_setting(transaction, checked_key, fmt::format("{}: {}", vietnamese_time(check.at), check.sentence()));
    transaction.commit();
    return check;
}

std::optional<std::string> last_scan_check(App& app)
{
    auto session = app.database().read();
    return storage::setting(session, checked_key);
}

std::int64_t missing_scan_files(App& app)
{
    std::int64_t bytes = 0;
    std::int64_t missing = 0;
    ScanShelf shelf(app);
    for (const auto& [name, hash] : expected_files(app, bytes))
        missing += shelf.has(name) ? 0 : 1;
    return missing;
}

ScanPurge purge_scans(App& app, const Actor& actor)
{
    constexpr std::chrono::days old{1};
    ScanPurge purge;
    std::vector<Scan> over;
    {
        auto session = app.database().read();
        over = storage::scans_in_trash_since_before(session, app.clock().now() - limit::scan_trash_max);
    }
    for (const auto& scan : over) {
        purge_one(app, actor, scan);
        ++purge.scans;
    }
    for (const auto& name : files_without_row(app, old)) {
        ScanShelf(app).remove(name);
        ++purge.orphans;
    }
    return purge;
}

} // namespace phusa
