#include "app/pivot/filters.hpp"

#include "app/story_numbers.hpp"
#include "app/story_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> unknown_value(const std::string& option, std::string_view key, std::string_view value)
{
    return invalid(option, fmt::format("{}: “{}” không phải giá trị của “{}”", option, value, key));
}

Result<void> add_indicators(PivotSieve& sieve, const PivotFilter& filter, const std::string& option)
{
    for (const auto& key : filter.values) {
        auto found = std::ranges::find(story_indicators(), key, &stats::Indicator::key);
        if (found == story_indicators().end())
            return unknown_value(option, filter.key, key);
        for (auto& grouping : stats::only(*found))
            sieve.groupings.push_back(std::move(grouping));
        sieve.condition.narrow(condition_of(*found));
        sieve.words.push_back(capitalised(found->title));
    }
    return {};
}

// What any of several values is, where one question for people can say it: codes of one dimension.
PivotCondition any_of(const PivotDimension& dimension, const std::vector<std::uint32_t>& groups)
{
    auto condition = dimension.values[groups.front()].condition;
    for (auto group : groups) {
        const auto& other = dimension.values[group].condition;
        for (const auto& [index, accepted] : other.codes)
            condition.codes[index] |= accepted;
        if (group != groups.front() && other.codes.empty())
            condition.is_askable = false;
    }
    return condition;
}

Result<void> add_values(PivotSieve& sieve, const PivotFrame& frame, const PivotFilter& filter,
                        const std::string& option)
{
    auto dimension = TRY(pivot_dimension(frame, filter.key, option));
    std::vector<std::uint32_t> groups;
    std::vector<std::string> titles;
    for (const auto& key : filter.values) {
        auto found = std::ranges::find(dimension.values, key, &PivotDimension::Value::key);
        if (found == dimension.values.end())
            return unknown_value(option, filter.key, key);
        groups.push_back(static_cast<std::uint32_t>(found - dimension.values.begin()));
        titles.push_back(found->title);
    }
    if (groups.empty())
        return invalid(option,
                       fmt::format("{}: hãy ghi giá trị của “{}”, như {}=GIÁ_TRỊ", option, filter.key, filter.key));
    sieve.condition.narrow(any_of(dimension, groups));
    sieve.words.push_back(fmt::format("{}: {}", dimension.title, fmt::join(titles, " hoặc ")));
    sieve.groupings.push_back(stats::only_groups(std::move(dimension.grouping), groups));
    return {};
}

} // namespace

Result<PivotSieve> pivot_sieve(const PivotFrame& frame, const std::vector<PivotFilter>& filters,
                               const std::string& option)
{
    PivotSieve sieve;
    for (const auto& filter : filters)
        if (filter.key == indicator_key)
            TRY_DO(add_indicators(sieve, filter, option));
        else
            TRY_DO(add_values(sieve, frame, filter, option));
    return sieve;
}

} // namespace phusa
