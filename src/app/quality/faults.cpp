#include "app/quality/faults.hpp"

#include "app/quality/duplicates.hpp"
#include "app/recording.hpp"
#include "storage/checked_register.hpp"
#include "storage/merges.hpp"
#include "storage/organisations.hpp"

#include <algorithm>
#include <unordered_map>

namespace phusa
{

namespace
{

using Position = OrganisationTree::Position;

// Where people of a cell stand in today's tree: the cell itself, or the lowest unit above it that is still there.
class Places
{
public:
    Places(App& app, storage::Session& session, const OrganisationTree& tree)
        : app_(app), session_(session), tree_(tree)
    {
    }

    struct Place {
        Position position = 0;
        bool is_there = true;
    };
    const Place& of(OrganisationId cell)
    {
        auto found = known_.find(cell);
        if (found == known_.end())
            found = known_.emplace(cell, look_up(cell)).first;
        return found->second;
    }

private:
    Place look_up(OrganisationId cell) const
    {
        if (auto position = tree_.find(cell))
            return {.position = *position, .is_there = true};
        Place place{.position = 0, .is_there = false};
        auto latest = storage::latest_organisation(session_, cell);
        if (!latest || !latest->valid.until)
            return place;
        auto then = app_.tree_on(latest->valid.until->plus_days(-1));
        auto position = then->find(cell);
        if (!position)
            return place;
        auto path = then->path(*position);
        for (auto above = path.rbegin(); above != path.rend(); ++above)
            if (auto now = tree_.find(then->at(*above).id))
                return {.position = *now, .is_there = false};
        return place;
    }

    App& app_;
    storage::Session& session_;
    const OrganisationTree& tree_;
    std::unordered_map<OrganisationId, Place> known_;
};

// The items of one person in a list that is sorted by the person; `at` goes on from the person before.
template<typename Item>
std::span<const Item> items_of(PersonId person, const std::vector<std::pair<PersonId, Item>>& all, std::size_t& at,
                               std::vector<Item>& held)
{
    held.clear();
    while (at < all.size() && all[at].first < person)
        ++at;
    for (; at < all.size() && all[at].first == person; ++at)
        held.push_back(all[at].second);
    return held;
}

class Inspection
{
public:
    Inspection(App& app, storage::Session& session)
        : session_(session), today_(app.today()), tree_(app.tree()), places_(app, session, *tree_)
    {
    }

    std::shared_ptr<const DataFaults> faults()
    {
        auto all = storage::checked_register(session_);
        if (tree_->size() == 0)
            return std::make_shared<DataFaults>(tree_, std::vector<DataFault>());
        look_at_each(all);
        for (const auto& pair : duplicates_among(all.people, storage::distinct_pairs(session_)))
            add_pair(all, pair);
        return std::make_shared<DataFaults>(tree_, std::move(faults_));
    }

private:
    void look_at_each(storage::CheckedRegister& all)
    {
        std::size_t at_admission = 0;
        std::size_t at_event = 0;
        std::vector<CheckedAdmission> admissions;
        std::vector<CheckedEvent> events;
        auto checks = data_checks();
        for (auto& [id, cell, name, identity, checked] : all.people) {
            const auto& place = places_.of(cell);
            checked.cell_is_there = place.is_there;
            checked.admissions = items_of(id, all.admissions, at_admission, admissions);
            checked.events = items_of(id, all.events, at_event, events);
            for (std::size_t i = 0; i < checks.size(); ++i)
                if (checks[i].finds && checks[i].finds(checked, today_))
                    faults_.push_back(
                        {.position = place.position, .check = static_cast<std::uint8_t>(i), .person = id, .other = {}});
            checked.admissions = {};
            checked.events = {};
        }
    }

    void add_pair(const storage::CheckedRegister& all, const DuplicatePair& pair)
    {
        const auto& a = all.people[pair.first];
        const auto& b = all.people[pair.second];
        faults_.push_back({.position = common(places_.of(a.cell).position, places_.of(b.cell).position),
                           .check = data_check(pair.likeness),
                           .person = a.id,
                           .other = b.id});
    }

    // The lowest unit above both.
    Position common(Position a, Position b) const
    {
        while (!tree_->subtree(a).contains(b)) {
            auto above = tree_->parent(a);
            if (!above)
                return 0;
            a = *above;
        }
        return a;
    }

    storage::Session& session_;
    Date today_;
    std::shared_ptr<const OrganisationTree> tree_;
    Places places_;
    std::vector<DataFault> faults_;
};

} // namespace

DataFaults::DataFaults(std::shared_ptr<const OrganisationTree> tree, std::vector<DataFault> faults)
    : tree_(std::move(tree)), faults_(std::move(faults))
{
    std::ranges::sort(faults_, {}, [](const DataFault& fault) {
        return std::tuple(fault.position, fault.person, fault.check, fault.other);
    });
}

std::span<const DataFault> DataFaults::within(OrganisationTree::Range range) const
{
    auto first = std::ranges::lower_bound(faults_, range.first, {}, &DataFault::position);
    auto last = std::ranges::upper_bound(faults_, range.last, {}, &DataFault::position);
    return {first, last};
}

std::span<const DataFault> DataFaults::of(OrganisationId unit) const
{
    auto position = tree_->find(unit);
    return position ? within(tree_->subtree(*position)) : std::span<const DataFault>();
}

std::shared_ptr<const DataFaults> data_faults(App& app)
{
    auto session = app.database().snapshot();
    auto written = register_written(session);
    return app.reckoned().get<DataFaults>(written, app.today(), [&] { return Inspection(app, session).faults(); });
}

} // namespace phusa
