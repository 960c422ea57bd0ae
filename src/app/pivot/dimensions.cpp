#include "app/pivot/dimensions.hpp"

#include "app/pivot/choices.hpp"
#include "app/pivot/units.hpp"
#include "stats/spans.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

using Value = PivotDimension::Value;

constexpr std::uint16_t months_a_year = 12;
constexpr std::uint16_t months_of_age_max = 2400; // as columns keep them

void fill_from_codes(PivotDimension& dimension, const stats::Dimension& coded, std::size_t index)
{
    dimension.grouping = stats::group_by_values(coded, index);
    for (const auto& value : coded.values) {
        PivotCondition condition;
        condition.codes[index].set(value.code);
        dimension.values.push_back({.key = value.key, .title = value.title, .condition = std::move(condition)});
    }
}

std::string key_of(const Period& span, stats::SpanUnit unit)
{
    auto year = span.first.year();
    auto month = span.first.month();
    switch (unit) {
    case stats::SpanUnit::year:
        return std::to_string(year);
    case stats::SpanUnit::quarter:
        return fmt::format("{}-Q{}", year, (month + 2) / 3);
    case stats::SpanUnit::month:
        return fmt::format("{}-{:02}", year, month);
    }
    std::unreachable();
}

std::string title_of(const Period& span, stats::SpanUnit unit)
{
    constexpr std::array roman{"I", "II", "III", "IV"};
    auto year = span.first.year();
    auto month = static_cast<unsigned>(span.first.month());
    switch (unit) {
    case stats::SpanUnit::year:
        return std::to_string(year);
    case stats::SpanUnit::quarter:
        return fmt::format("Quý {}/{}", roman.at((month + 2) / 3 - 1), year);
    case stats::SpanUnit::month:
        return fmt::format("{:02}/{}", month, year);
    }
    std::unreachable();
}

void fill_from_days(PivotDimension& dimension, const Period& days, stats::SpanUnit unit)
{
    auto spans = stats::spans_of(days, unit);
    dimension.grouping = stats::group_by_days(spans);
    for (const auto& span : spans) {
        PivotCondition condition;
        condition.days = span;
        dimension.values.push_back(
            {.key = key_of(span, unit), .title = title_of(span, unit), .condition = std::move(condition)});
    }
    dimension.keeps_empty = true;
}

Value age_value(std::string key, std::string title, stats::AgeBand band)
{
    PivotCondition condition;
    condition.age = band;
    return {.key = std::move(key), .title = std::move(title), .condition = std::move(condition)};
}

std::vector<Value> make_age_bands()
{
    std::vector<Value> values;
    std::uint16_t lowest = months_of_age_max;
    for (const auto& indicator : indicator_file("age_bands").indicators) {
        lowest = std::min(lowest, indicator.age_from_months);
        values.push_back(
            age_value(indicator.key, indicator.title, {indicator.age_from_months, indicator.age_until_months}));
    }
    values.insert(values.begin(),
                  age_value("under", fmt::format("chưa đủ {} tuổi theo sổ", lowest / months_a_year), {1, lowest}));
    values.push_back(age_value("unknown", "chưa rõ tuổi", {0, 1}));
    return values;
}

void fill_from_ages(PivotDimension& dimension)
{
    dimension.values = age_band_values();
    std::vector<stats::AgeBand> bands;
    for (const auto& value : dimension.values)
        bands.push_back(*value.condition.age);
    // The last band has no upper end.
    for (auto& band : bands)
        if (band.until_months >= 150 * months_a_year)
            band.until_months = months_of_age_max;
    dimension.grouping = stats::group_by_ages(bands);
}

} // namespace

const std::vector<PivotDimension::Value>& age_band_values()
{
    static const auto values = make_age_bands();
    return values;
}

Result<PivotDimension> pivot_dimension(const PivotFrame& frame, std::string_view key, const std::string& option)
{
    const auto& names = pivot_dimensions();
    auto name = std::ranges::find(names, key, &PivotChoice::key);
    if (name == names.end()) {
        std::string known;
        for (const auto& each : names)
            known += (known.empty() ? "" : ", ") + each.key;
        return invalid(option, fmt::format("{}: không có chiều thống kê “{}”; hãy chọn trong: {}", option, key, known));
    }
    PivotDimension dimension{.key = name->key, .title = name->title, .values = {}, .grouping = {}};
    const auto& coded = admission_dimensions();
    if (auto found = std::ranges::find(coded, key, &stats::Dimension::key); found != coded.end())
        fill_from_codes(dimension, *found, static_cast<std::size_t>(found - coded.begin()));
    else if (key == "age_band")
        fill_from_ages(dimension);
    else if (!fill_from_tree(dimension, frame))
        fill_from_days(dimension, frame.days,
                       key == "year"      ? stats::SpanUnit::year
                       : key == "quarter" ? stats::SpanUnit::quarter
                                          : stats::SpanUnit::month);
    return dimension;
}

} // namespace phusa
