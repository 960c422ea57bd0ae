#include "app/demo/quota.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace phusa::demo
{

std::vector<int> apportion(std::span<const double> wishes, int total)
{
    std::vector<int> parts;
    std::vector<std::pair<double, std::size_t>> remainders;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        assert(wishes[i] >= 0);
        parts.push_back(static_cast<int>(wishes[i]));
        remainders.emplace_back(parts[i] - wishes[i], i);
    }
    int left = total - std::accumulate(parts.begin(), parts.end(), 0);
    assert(left >= 0 && left <= static_cast<int>(parts.size()));
    std::ranges::sort(remainders);
    for (int i = 0; i < left; ++i)
        ++parts[remainders[static_cast<std::size_t>(i)].second];
    return parts;
}

std::vector<int> rising(int total, double slope, std::span<const int> sizes)
{
    double everyone = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    double middle = 0;
    for (std::size_t year = 0; year < sizes.size(); ++year)
        middle += static_cast<double>(year) * sizes[year] / everyone;
    std::vector<double> wishes;
    wishes.reserve(sizes.size());
    for (std::size_t year = 0; year < sizes.size(); ++year)
        wishes.push_back(sizes[year] * (total / everyone + (static_cast<double>(year) - middle) * slope / 100));
    return apportion(wishes, total);
}

bool rises_strictly(std::span<const int> parts, std::span<const int> sizes)
{
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (std::int64_t{parts[i]} * sizes[i - 1] <= std::int64_t{parts[i - 1]} * sizes[i])
            return false;
    return true;
}

std::vector<std::uint32_t> choose(std::span<const std::uint32_t> candidates, int count,
                                  const std::function<double(std::uint32_t)>& score)
{
    std::vector<std::pair<double, std::uint32_t>> scored;
    scored.reserve(candidates.size());
    for (auto candidate : candidates)
        scored.emplace_back(-score(candidate), candidate);
    assert(count >= 0 && static_cast<std::size_t>(count) <= scored.size());
    std::nth_element(scored.begin(), scored.begin() + count, scored.end());
    std::vector<std::uint32_t> chosen;
    for (int i = 0; i < count; ++i) {
        assert(scored[static_cast<std::size_t>(i)].first < 0);
        chosen.push_back(scored[static_cast<std::size_t>(i)].second);
    }
    std::ranges::sort(chosen);
    return chosen;
}

} // namespace phusa::demo
