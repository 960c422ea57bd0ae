#include "app/quality/duplicates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace phusa
{

namespace
{

// Beside one person: more would be a list of namesakes and no list of work.
constexpr std::size_t namesakes_max = 200;

} // namespace

std::vector<DuplicatePair> duplicates_among(std::span<const storage::CheckedRegister::Row> people,
                                            const std::vector<storage::DistinctPair>& distinct)
{
    std::set<std::pair<PersonId, PersonId>> known;
    for (const auto& pair : distinct)
        known.emplace(pair.first, pair.second);
    std::vector<std::string> names;
    names.reserve(people.size());
    for (const auto& one : people)
        names.push_back(fold(one.name));
    // By name, then by the first day that the birth can mean: those who can agree stand near each other.
    std::vector<std::size_t> order(people.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) {
        return std::tuple<const std::string&, Date, std::size_t>(names[i], people[i].checked.born.first(), i);
    });
    auto likened = [&](std::size_t i) {
        return Likened{.folded_name = names[i], .born = people[i].checked.born, .identity = people[i].identity};
    };
    std::vector<DuplicatePair> pairs;
    for (std::size_t at = 0; at < order.size(); ++at) {
        auto one = likened(order[at]);
        auto end = std::min(order.size(), at + 1 + namesakes_max);
        for (std::size_t next = at + 1; next < end; ++next) {
            auto other = likened(order[next]);
            if (other.folded_name != one.folded_name || other.born.first() > one.born.last())
                break;
            auto how = likeness(one, other);
            auto [first, second] = std::minmax(order[at], order[next]);
            if (how && !known.contains({people[first].id, people[second].id}))
                pairs.push_back({.first = first, .second = second, .likeness = *how});
        }
    }
    return pairs;
}

} // namespace phusa
