#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa::demo
{

// Repeatable chance: xoshiro256** started by splitmix64. The same seed, stream and number give the same draws on every
// machine, which std's distributions do not promise. Each person, year and unit has a stream of its own, so that one
// more draw here changes nothing there.
class Random
{
public:
    Random(std::uint64_t seed, std::string_view stream, std::uint64_t number = 0);

    std::uint64_t next();
    // 0 .. count-1; count must be positive.
    std::uint32_t below(std::uint32_t count);
    // first .. last, both included.
    int between(int first, int last);
    // 0 < u < 1.
    double unit();
    bool chance(double probability) { return unit() < probability; }
    // An odds factor: large where `weight` is, never twice the same. Who has the greatest scores is drawn with
    // probabilities in the ratio of the weights; needs no logarithm, so that the last bit is the same everywhere.
    double score(double weight);

    template<typename Item>
    const Item& one_of(const std::vector<Item>& items)
    {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }
    template<typename Item>
    void shuffle(std::vector<Item>& items)
    {
        for (auto left = static_cast<std::uint32_t>(items.size()); left > 1; --left)
            std::swap(items[left - 1], items[below(left)]);
    }

private:
    std::uint64_t state_[4];
};

// Draws with given weights, by bisection of their running sums. Weights of 0 are never drawn.
class WeightedDraw
{
public:
    void add(std::uint32_t weight) { sums_.push_back(total() + weight); }
    std::uint32_t total() const { return sums_.empty() ? 0 : sums_.back(); }
    // The number of the drawn one, in the order of adding. total() must be positive.
    std::uint32_t draw(Random& random) const;

private:
    std::vector<std::uint32_t> sums_;
};

} // namespace phusa::demo
