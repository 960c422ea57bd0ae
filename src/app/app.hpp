#pragma once

#include "app/looks.hpp"
#include "app/reckoned.hpp"
#include "app/sign_in_brake.hpp"
#include "base/clock.hpp"
#include "base/working_days.hpp"
#include "domain/organisation_tree.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace phusa
{

class Rulebooks;

namespace storage
{
class Database;
} // namespace storage

struct AppSettings {
    std::string database_url;          // sqlite:PATH or postgresql://…
    std::filesystem::path data_folder; // key file, demo-users.txt; made when missing, mode 0700
    bool migrate = true;               // bring the schema up to date when opening
};

// The opened world of one site: database, keys, clock and what is cached from them. Shared by all threads.
//
// Functions of app/ are free functions that take an App and an Actor; one file per noun and verb.
class App
{
public:
    // Throws when the database cannot be opened or is newer than this program (a broken world).
    explicit App(AppSettings settings, Clock clock = {});
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    const Clock& clock() const { return clock_; }
    Date today() const { return clock_.today(); }
    const AppSettings& settings() const { return settings_; }
    const WorkingDays& working_days() const { return working_days_; }

    // The organisations of a day. Cached until an organisation changes; never null.
    std::shared_ptr<const OrganisationTree> tree_on(Date day);
    std::shared_ptr<const OrganisationTree> tree() { return tree_on(today()); }
    // Called inside app/ after a committed change to organisations.
    void forget_trees();

    // The register holds demonstration data: every page and paper says so.
    bool invented();
    void forget_settings();

    // As the province has set and confirmed them (app/rulebooks/). What was once given stays, so that a verdict may
    // be explained by the rulebooks that made it: they change a few times a year.
    const Rulebooks& rulebooks();
    void forget_rulebooks();

    // For app/ only: the other rooms cannot see these types.
    Reckoned& reckoned() { return reckoned_; }
    Looks& looks() { return looks_; }
    SignInBrake& brake() { return brake_; }
    storage::Database& database() { return *database_; }

private:
    struct Caches;

    AppSettings settings_;
    Clock clock_;
    WorkingDays working_days_;
    std::unique_ptr<storage::Database> database_;
    std::unique_ptr<Caches> caches_;
    Reckoned reckoned_;
    Looks looks_;
    SignInBrake brake_;
};

} // namespace phusa
