#include "stats/cell.hpp"

namespace phusa::stats
{

Cell& Cell::operator+=(const Cell& other)
{
    count += other.count;
    ages_known += other.ages_known;
    age_months_sum += other.age_months_sum;
    return *this;
}

double Cell::mean_age() const
{
    constexpr double months_a_year = 12;
    return ages_known == 0 ? 0 : static_cast<double>(age_months_sum) / ages_known / months_a_year;
}

} // namespace phusa::stats
