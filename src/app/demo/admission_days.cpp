#include "app/demo/admission_days.hpp"

namespace phusa::demo
{

namespace
{

constexpr int days_before = 12;
constexpr int days_after = 2;

int weight_of(Date day)
{
    int weight = day.weekday() == std::chrono::Sunday ? 0 : 1;
    for (const auto& feast : admission_file().feasts) {
        auto on = Date::of(day.year(), feast.month, feast.day).value();
        int ahead = days_between(day, on);
        if (ahead == 0)
            weight += feast.on_the_day;
        else if (-days_after <= ahead && ahead <= days_before)
            weight += feast.around;
    }
    return weight;
}

} // namespace

AdmissionDays::AdmissionDays(const Period& period) : first_(period.first)
{
    for (auto day = period.first; day <= period.last; day = day.plus_days(1))
        days_.add(static_cast<std::uint32_t>(weight_of(day)));
}

} // namespace phusa::demo
