#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace phusa::demo
{

// Whole numbers that add up to `total`, each within one of its wish: the largest remainders are rounded up. The wishes
// must add up to about `total`, and none may be negative.
std::vector<int> apportion(std::span<const double> wishes, int total);

// Numbers for years of the given sizes that add up to `total`, whose share rises by `slope` percentage points a year.
std::vector<int> rising(int total, double slope, std::span<const int> sizes);

// Whether parts[i] / sizes[i] is greater every time, by exact arithmetic.
bool rises_strictly(std::span<const int> parts, std::span<const int> sizes);

// The `count` members of `candidates` with the greatest scores, in ascending order. There must be enough of them with
// a score above 0.
std::vector<std::uint32_t> choose(std::span<const std::uint32_t> candidates, int count,
                                  const std::function<double(std::uint32_t)>& score);

} // namespace phusa::demo
