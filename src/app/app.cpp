#include "app/app.hpp"

#include "app/rulebooks/kept.hpp"
#include "app/site_key.hpp"
#include "base/embedded.hpp"
#include "rules/rulebook.hpp"
#include "storage/database.hpp"
#include "storage/organisations.hpp"
#include "storage/settings.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>

namespace phusa
{

// What is read from the database now and then, and kept between.
struct App::Caches {
    // Days that reports ask for are few; more than this many trees are not worth their memory.
    static constexpr std::size_t trees_max = 24;

    // How soon what another program changed (the command line beside the server) is seen.
    static constexpr std::chrono::milliseconds look_every{100};
    using Steady = std::chrono::steady_clock;

    std::shared_mutex mutex;
    std::map<Date, std::shared_ptr<const OrganisationTree>> trees;
    std::int64_t changes = -1;         // storage::organisation_changes that the trees are of
    Steady::time_point looked_at = {}; // when that was last asked for
    std::optional<bool> invented;
    std::map<std::string, std::unique_ptr<const Rulebooks>> rulebooks; // by what was set
    const Rulebooks* rulebooks_now = nullptr;
    Steady::time_point rulebooks_looked_at = {};

    bool is_to_look() { return Steady::now() - looked_at >= look_every; }
    // Trees of units as they were before are dropped.
    void note(std::int64_t changes_now)
    {
        if (changes != changes_now)
            trees.clear();
        changes = changes_now;
        looked_at = Steady::now();
    }
};

namespace
{

WorkingDays read_working_days()
{
    auto text = embedded_file("regulations/holidays.toml");
    if (!text)
        throw std::runtime_error("regulations/holidays.toml is not in the program");
    auto days = WorkingDays::parse(*text);
    if (!days)
        throw std::runtime_error(days.error().message);
    return std::move(*days);
}

std::unique_ptr<storage::Database> open_database(const AppSettings& settings)
{
    auto keys = storage::Keys::of(site_key(settings.data_folder));
    using Schema = storage::Database::Schema;
    storage::Database::Options options;
    options.schema = settings.migrate ? Schema::bring_up_to_date : Schema::any;
    auto database = storage::Database::open(settings.database_url, keys, options);
    if (!database)
        throw std::runtime_error(database.error().message);
    return std::move(*database);
}

} // namespace

App::App(AppSettings settings, Clock clock)
    : settings_(std::move(settings)), clock_(std::move(clock)), working_days_(read_working_days()),
      database_(open_database(settings_)), caches_(std::make_unique<Caches>())
{
}

App::~App() = default;

std::shared_ptr<const OrganisationTree> App::tree_on(Date day)
{
    {
        std::shared_lock lock(caches_->mutex);
        if (auto found = caches_->trees.find(day); found != caches_->trees.end() && !caches_->is_to_look())
            return found->second;
    }
    auto session = database_->read();
    auto changes = storage::organisation_changes(session);
    {
        std::scoped_lock lock(caches_->mutex);
        caches_->note(changes);
        if (auto found = caches_->trees.find(day); found != caches_->trees.end())
            return found->second;
    }
    auto tree = std::make_shared<const OrganisationTree>(storage::organisations_on(session, day));
    std::scoped_lock lock(caches_->mutex);
    if (caches_->trees.size() >= Caches::trees_max)
        caches_->trees.clear();
    // Not kept where units changed while it was read: it may be of before.
    if (storage::organisation_changes(session) == changes && caches_->changes == changes)
        caches_->trees.insert_or_assign(day, tree);
    return tree;
}

void App::forget_trees()
{
    std::scoped_lock lock(caches_->mutex);
    caches_->trees.clear();
    caches_->looked_at = {};
}

bool App::invented()
{
    {
        std::shared_lock lock(caches_->mutex);
        if (caches_->invented)
            return *caches_->invented;
    }
    auto session = database_->read();
    bool is_invented = storage::setting(session, "invented").value_or("") == "yes";
    std::scoped_lock lock(caches_->mutex);
    caches_->invented = is_invented;
    return is_invented;
}

const Rulebooks& App::rulebooks()
{
    {
        std::shared_lock lock(caches_->mutex);
        if (caches_->rulebooks_now && Caches::Steady::now() - caches_->rulebooks_looked_at < Caches::look_every)
            return *caches_->rulebooks_now;
    }
    auto session = database_->read();
    auto text = kept_rules_text(session);
    std::scoped_lock lock(caches_->mutex);
    auto& kept = caches_->rulebooks[text];
    if (!kept)
        kept = std::make_unique<const Rulebooks>(rulebooks_with(read_kept_rules(text)));
    caches_->rulebooks_now = kept.get();
    caches_->rulebooks_looked_at = Caches::Steady::now();
    return *kept;
}

void App::forget_rulebooks()
{
    std::scoped_lock lock(caches_->mutex);
    caches_->rulebooks_now = nullptr;
}

void App::forget_settings()
{
    std::scoped_lock lock(caches_->mutex);
    caches_->invented.reset();
}

} // namespace phusa
