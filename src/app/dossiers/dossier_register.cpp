#include "app/dossiers/dossier_register.hpp"

#include "app/recording.hpp"
#include "app/written_since.hpp"
#include "base/text.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace phusa
{

namespace
{

using Entry = DossierRegister::Entry;
using Entries = std::vector<std::shared_ptr<const Entry>>;

std::map<DossierId, std::vector<RecordedAct>> acts_by_dossier(storage::Session& session)
{
    std::map<DossierId, std::vector<RecordedAct>> acts;
    for (auto& act : storage::all_dossier_acts(session))
        acts[act.dossier].push_back(std::move(act));
    return acts;
}

std::shared_ptr<const Entry> entry_of(JudgedDossier judged)
{
    auto name = judged.person.name;
    return std::make_shared<Entry>(
        Entry{.judged = std::move(judged), .sort_key = name_sort_key(name), .folded_name = fold(name)});
}

bool stands_before(const std::shared_ptr<const Entry>& a, const std::shared_ptr<const Entry>& b)
{
    return std::pair(std::string_view(a->sort_key), a->judged.dossier.id) <
           std::pair(std::string_view(b->sort_key), b->judged.dossier.id);
}

std::shared_ptr<const DossierRegister> register_of(Entries entries, const Rulebooks& books)
{
    auto made = std::make_shared<DossierRegister>();
    made->entries = std::move(entries);
    made->books = &books;
    made->places.reserve(made->entries.size());
    for (std::size_t i = 0; i < made->entries.size(); ++i)
        made->places.emplace(made->entries[i]->judged.dossier.id, i);
    return made;
}

std::shared_ptr<const DossierRegister> reckon(App& app, storage::Session& session)
{
    const auto& books = app.rulebooks();
    auto acts = acts_by_dossier(session);
    Entries entries;
    for (auto& dossier : storage::all_dossiers(session)) {
        auto person = storage::person(session, dossier.person);
        if (!person)
            continue; // purged
        auto id = dossier.id;
        entries.push_back(
            entry_of(judge_dossier(app, std::move(dossier), std::move(*person), std::move(acts[id]), app.today())));
    }
    std::ranges::sort(entries, stands_before);
    return register_of(std::move(entries), books);
}

void add_dossiers_of(App& app, storage::Session& session, PersonId id, Entries& entries)
{
    auto person = storage::person(session, id);
    if (!person)
        return;
    for (auto& dossier : storage::listed_dossiers_of(session, id)) {
        auto acts = storage::listed_dossier_acts_of(session, dossier.id);
        auto entry = entry_of(judge_dossier(app, std::move(dossier), *person, std::move(acts), app.today()));
        entries.insert(std::ranges::upper_bound(entries, entry, stands_before), entry);
    }
}

// What was kept, carried on to the writes since.
std::shared_ptr<const DossierRegister> carry_on(App& app, storage::Session& session, const DossierRegister& before,
                                                AuditNumber since)
{
    const auto& books = app.rulebooks();
    auto people = before.books == &books ? people_written_since(session, since) : std::nullopt;
    if (!people)
        return reckon(app, session);
    auto entries = before.entries;
    for (const auto& entry : before.entries)
        if (is_grassroots_cell(app, entry->judged.dossier.cell) != entry->judged.judged.value.grassroots_cell)
            people->push_back(entry->judged.person.id);
    std::ranges::sort(*people);
    people->erase(std::ranges::unique(*people).begin(), people->end());
    std::erase_if(entries,
                  [&](const auto& entry) { return std::ranges::binary_search(*people, entry->judged.person.id); });
    for (auto person : *people)
        add_dossiers_of(app, session, person, entries);
    return register_of(std::move(entries), books);
}

// What was reckoned last. It lives as long as the App, so that a write can be carried on from what stood before it.
class Keeper
{
public:
    std::shared_ptr<const DossierRegister> get(App& app, storage::Session& session) const
    {
        auto written = register_written(session);
        std::scoped_lock lock(mutex_);
        if (value_ && written_ == written && today_ == app.today())
            return value_;
        app.forget_rulebooks(); // what is kept until the next write must not be judged by those of before this one
        bool carries_on = value_ && today_ == app.today() && written_ < written; // not so in a restored register
        value_ = carries_on ? carry_on(app, session, *value_, written_) : reckon(app, session);
        written_ = written;
        today_ = app.today();
        return value_;
    }

private:
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const DossierRegister> value_;
    mutable AuditNumber written_;
    mutable Date today_;
};

} // namespace

std::shared_ptr<const DossierRegister> dossier_register(App& app)
{
    auto keeper = app.reckoned().get<Keeper>({}, {}, [] { return std::make_shared<Keeper>(); });
    auto session = app.database().read();
    return keeper->get(app, session);
}

std::shared_ptr<const DossierRegister> whole_dossier_register(App& app)
{
    auto session = app.database().read();
    return reckon(app, session);
}

} // namespace phusa
