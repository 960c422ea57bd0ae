#include "rules/audit_assignment.hpp"

#include "base/sealing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace phusa
{

namespace
{

using Cells = std::vector<OrganisationId>;

Cells shuffled(std::span<const OrganisationId> checkers, std::int64_t seed)
{
    std::vector<std::pair<std::string, OrganisationId>> order;
    for (auto cell : checkers)
        order.emplace_back(sha256(fmt::format("{}/chéo/{}", seed, cell.value)), cell);
    std::ranges::sort(order);
    Cells cells;
    for (const auto& [key, cell] : order)
        cells.push_back(cell);
    return cells;
}

// The assignment as it grows: who checks what, how much each has, and who checks whom.
class Assignment
{
public:
    Assignment(std::span<const OrganisationId> owners, Cells order)
        : owners_(owners), order_(std::move(order)), checkers_(owners.size())
    {
    }

    bool make()
    {
        // The cells with most dossiers first, each in one go: only the last ones can get stuck.
        std::map<OrganisationId, int> counts;
        for (auto owner : owners_)
            ++counts[owner];
        std::vector<std::size_t> places(owners_.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
            return std::pair(-counts[owners_[a]], owners_[a]) < std::pair(-counts[owners_[b]], owners_[b]);
        });
        for (auto place : places) {
            auto best = best_for(owners_[place]);
            if (!best)
                return false;
            put(place, *best);
        }
        level();
        part_mutual();
        return true;
    }

    std::vector<OrganisationId> checkers() && { return std::move(checkers_); }

private:
    using Pair = std::pair<OrganisationId, OrganisationId>; // who checks, whose

    void put(std::size_t place, OrganisationId checker)
    {
        checkers_[place] = checker;
        ++loads_[checker];
        ++pairs_[{checker, owners_[place]}];
    }
    void take(std::size_t place)
    {
        --loads_[checkers_[place]];
        --pairs_[{checkers_[place], owners_[place]}];
    }
    bool is_mutual(std::size_t place) { return pairs_[{owners_[place], checkers_[place]}] > 0; }

    // The least loaded; among those one who is not checked back, then one who has nothing of this cell yet.
    std::optional<OrganisationId> best_for(OrganisationId owner)
    {
        std::optional<OrganisationId> best;
        auto rank = [&](OrganisationId cell) {
            return std::tuple(loads_[cell], pairs_[Pair{owner, cell}] > 0, pairs_[Pair{cell, owner}]);
        };
        for (auto cell : order_)
            if (cell != owner && (!best || rank(cell) < rank(*best)))
                best = cell;
        return best;
    }

    // A cell that has two less than another takes a dossier over, through a third one where it is its own.
    void level()
    {
        while (true) {
            auto least = *std::ranges::min_element(order_, {}, [&](auto cell) { return loads_[cell]; });
            auto moved = false;
            for (std::size_t place = 0; place < checkers_.size() && !moved; ++place)
                if (owners_[place] != least && loads_[checkers_[place]] > loads_[least] + 1)
                    moved = move(place, least);
            if (!moved && !level_by_exchange(least))
                return;
        }
    }
    bool move(std::size_t place, OrganisationId to)
    {
        take(place);
        put(place, to);
        return true;
    }
    // `least` takes a dossier of a third cell, which takes one of the overloaded cell in its place.
    bool level_by_exchange(OrganisationId least)
    {
        for (std::size_t heavy = 0; heavy < checkers_.size(); ++heavy) {
            if (loads_[checkers_[heavy]] <= loads_[least] + 1)
                continue;
            for (std::size_t other = 0; other < checkers_.size(); ++other) {
                auto between = checkers_[other];
                if (owners_[other] == least || between == checkers_[heavy] || between == least ||
                    owners_[heavy] == between)
                    continue;
                move(other, least);
                return move(heavy, between);
            }
        }
        return false;
    }

    int mutual_pairs()
    {
        int count = 0;
        for (std::size_t place = 0; place < checkers_.size(); ++place)
            count += is_mutual(place) ? 1 : 0;
        return count;
    }
    void exchange(std::size_t a, std::size_t b)
    {
        auto [one, other] = std::pair(checkers_[a], checkers_[b]);
        take(a);
        take(b);
        put(a, other);
        put(b, one);
    }
    // Two dossiers exchange their checkers where fewer cells then check each other; each exchange is a gain, so it
    // ends.
    void part_mutual()
    {
        auto now = mutual_pairs();
        for (std::size_t a = 0; a < checkers_.size() && now > 0; ++a) {
            for (std::size_t b = 0; b < checkers_.size() && is_mutual(a); ++b) {
                if (checkers_[a] == owners_[b] || checkers_[b] == owners_[a] || checkers_[a] == checkers_[b])
                    continue;
                exchange(a, b);
                if (auto then = mutual_pairs(); then < now)
                    now = then;
                else
                    exchange(a, b);
            }
        }
    }

    std::span<const OrganisationId> owners_;
    Cells order_;
    std::vector<OrganisationId> checkers_;
    std::map<OrganisationId, int> loads_;
    std::map<Pair, int> pairs_;
};

} // namespace

std::optional<std::vector<OrganisationId>> assign_checkers(std::span<const OrganisationId> owners,
                                                           std::span<const OrganisationId> checkers, std::int64_t seed)
{
    if (owners.empty())
        return std::vector<OrganisationId>();
    Assignment assignment(owners, shuffled(checkers, seed));
    if (!assignment.make())
        return std::nullopt;
    return std::move(assignment).checkers();
}

} // namespace phusa
