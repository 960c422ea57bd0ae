#pragma once

#include "app/demo/newcomer.hpp"
#include "app/demo/random.hpp"
#include "base/date.hpp"

#include <span>

namespace phusa::demo
{

// The days of a period on which people are admitted: mostly around 3/2, 19/5 and 2/9.
class AdmissionDays
{
public:
    explicit AdmissionDays(const Period& period);

    Date draw(Random& random) const { return first_.plus_days(static_cast<int>(days_.draw(random))); }

private:
    Date first_;
    WeightedDraw days_;
};

// Gives everybody the cell that admitted them: one that is there that day, admits, and has such people.
void place_newcomers(std::uint64_t seed, const Structure& structure, std::span<Newcomer> people);

} // namespace phusa::demo
