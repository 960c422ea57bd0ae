#include "app/demo/random.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace phusa::demo
{

namespace
{

std::uint64_t split_mix(std::uint64_t& state)
{
    std::uint64_t mixed = state += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

// FNV-1a.
std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
    return hash;
}

} // namespace

Random::Random(std::uint64_t seed, std::string_view stream, std::uint64_t number)
{
    std::uint64_t start = seed;
    start = split_mix(start) ^ hash_of(stream);
    start = split_mix(start) ^ number;
    for (auto& part : state_)
        part = split_mix(start);
}

std::uint64_t Random::next()
{
    std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

std::uint32_t Random::below(std::uint32_t count)
{
    assert(count > 0);
    return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
}

int Random::between(int first, int last)
{
    assert(first <= last);
    return first + static_cast<int>(below(static_cast<std::uint32_t>(last - first + 1)));
}

double Random::unit()
{
    constexpr double step = 1.0 / (1ULL << 52U);
    return (static_cast<double>(next() >> 12U) + 0.5) * step;
}

double Random::score(double weight)
{
    double u = unit();
    return weight * u / (1 - u);
}

std::uint32_t WeightedDraw::draw(Random& random) const
{
    auto drawn = random.below(total());
    return static_cast<std::uint32_t>(std::ranges::upper_bound(sums_, drawn) - sums_.begin());
}

} // namespace phusa::demo
