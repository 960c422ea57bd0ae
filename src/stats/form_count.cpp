#include "stats/form_count.hpp"

#include <cassert>
#include <cmath>

namespace phusa::stats
{

namespace
{

bool counts_in(FormMeasure measure, FormMeasure a, FormMeasure b) { return measure == a || measure == b; }

class Filler
{
public:
    Filler(const Form& form, const Slice& slice) : form_(form), slice_(slice), values_(form.rows.size()) {}

    void fill_admissions(const Columns& columns)
    {
        auto counts = count(columns, slice_, indicators(FormMeasure::admissions, FormMeasure::mean_age));
        for (std::size_t i = 0; i < asked_.size(); ++i) {
            if (form_.rows[asked_[i]].counts == FormMeasure::admissions)
                values_[asked_[i]] = counts.of[i];
            else if (counts.ages_known > 0)
                values_[asked_[i]] = counts.mean_age();
        }
    }

    void fill_organisations(const Columns& columns)
    {
        auto counts = count(columns, slice_, indicators(FormMeasure::organisations, FormMeasure::organisations));
        for (std::size_t i = 0; i < asked_.size(); ++i)
            values_[asked_[i]] = counts.of[i];
    }

    void fill_changes(const Changes& changes)
    {
        auto counts = count(changes, slice_);
        for (std::size_t row = 0; row < form_.rows.size(); ++row) {
            const auto& what = form_.rows[row].what;
            if (form_.rows[row].counts == FormMeasure::members_before)
                values_[row] = counts.before;
            else if (form_.rows[row].counts == FormMeasure::members_after)
                values_[row] = counts.after;
            else if (form_.rows[row].counts == FormMeasure::arrivals)
                values_[row] = sum_of(changes, counts.arrivals, what);
            else if (form_.rows[row].counts == FormMeasure::departures)
                values_[row] = sum_of(changes, counts.departures, what);
        }
    }

    FormValues take() { return std::move(values_); }

private:
    const std::vector<Indicator>& indicators(FormMeasure a, FormMeasure b)
    {
        asked_.clear();
        indicators_.clear();
        for (std::size_t row = 0; row < form_.rows.size(); ++row)
            if (counts_in(form_.rows[row].counts, a, b)) {
                const auto& what = form_.rows[row].what;
                asked_.push_back(row);
                // Only what is counted by: the texts would be copied for nothing.
                indicators_.push_back({.key = {},
                                       .title = {},
                                       .source = {},
                                       .definition = {},
                                       .codes = what.codes,
                                       .age_from_months = what.age_from_months,
                                       .age_until_months = what.age_until_months});
            }
        return indicators_;
    }

    const Form& form_;
    const Slice& slice_;
    FormValues values_;
    std::vector<std::size_t> asked_;
    std::vector<Indicator> indicators_;
};

bool is_month_end(Date day) { return day.plus_days(1).month() != day.month(); }

} // namespace

FormValues count_form(const Form& form, const FormSources& sources, const Slice& slice)
{
    Filler filler(form, slice);
    if (sources.admissions)
        filler.fill_admissions(*sources.admissions);
    if (sources.organisations)
        filler.fill_organisations(*sources.organisations);
    if (sources.changes)
        filler.fill_changes(*sources.changes);
    return filler.take();
}

std::optional<double> percent_of(std::optional<double> now, std::optional<double> before)
{
    constexpr double hundred = 100, tenths = 10, half = 0.5;
    if (!now || !before || *before == 0)
        return std::nullopt;
    // The smallest step up keeps halves of whole numbers from falling below themselves.
    auto exact = std::nextafter(*now * hundred * tenths / *before, HUGE_VAL);
    return std::floor(exact + half) / tenths;
}

double difference(const FormCheck& check, const FormValues& values)
{
    auto left = values[check.total].value_or(0);
    for (auto row : check.plus)
        left -= values[row].value_or(0);
    for (auto row : check.minus)
        left += values[row].value_or(0);
    return left;
}

Period year_before(const Period& period)
{
    constexpr int months_a_year = 12;
    auto last = period.last.plus_months(-months_a_year);
    if (is_month_end(period.last))
        while (!is_month_end(last))
            last = last.plus_days(1);
    return {.first = period.first.plus_months(-months_a_year), .last = last};
}

} // namespace phusa::stats
