#include "base/embedded.hpp"
#include "base/toml.hpp"
#include "rules/reminders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <span>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr std::int64_t days_max = 366;

std::unexpected<Problem> wrong(std::string_view table, std::string_view key, std::string_view what)
{
    return problem(Problem::Kind::invalid, fmt::format("reminders.toml, {}: {}: {}", table, key, what));
}

Result<int> read_days(const toml::table& table, std::string_view name, std::string_view key)
{
    auto found = table[key].value_exact<std::int64_t>();
    if (!found || *found < 0 || *found > days_max)
        return wrong(name, key, "phải là số ngày từ 0 đến 366");
    return static_cast<int>(*found);
}

Result<std::vector<int>> read_list(const toml::table& table, std::string_view name, std::string_view key)
{
    const auto* array = table[key].as_array();
    if (!array)
        return wrong(name, key, "phải là danh sách số ngày");
    std::vector<int> days;
    for (const toml::node& node : *array) {
        auto number = node.value_exact<std::int64_t>();
        if (!number || *number < 1 || *number > days_max)
            return wrong(name, key, "mỗi số phải là số ngày từ 1 đến 366");
        days.push_back(static_cast<int>(*number));
    }
    return days;
}

Result<void> check_keys(const toml::table& table, std::string_view name, std::span<const std::string_view> known)
{
    for (const auto& [key, value] : table)
        if (std::ranges::find(known, key.str()) == known.end())
            return wrong(name, key.str(), "không có mục này");
    return {};
}

Result<const toml::table*> table_of(const toml::table& file, std::string_view name)
{
    if (const auto* table = file[name].as_table())
        return table;
    return wrong("đầu tệp", name, "thiếu");
}

Result<ReminderDays> read_reminder_days(const toml::table& table, std::string_view name)
{
    ReminderDays days;
    days.before = TRY(read_list(table, name, "before"));
    if (!std::ranges::is_sorted(days.before, std::ranges::greater_equal()))
        return wrong(name, "before", "số lớn phải đứng trước");
    auto on_the_day = table["on_the_day"].value_exact<bool>();
    if (!on_the_day)
        return wrong(name, "on_the_day", "phải là true hoặc false");
    days.on_the_day = *on_the_day;
    days.after = TRY(read_list(table, name, "after"));
    if (!std::ranges::is_sorted(days.after, std::ranges::less_equal()))
        return wrong(name, "after", "số nhỏ phải đứng trước");
    days.every = TRY(read_days(table, name, "every"));
    return days;
}

constexpr std::string_view days_keys[] = {"before", "on_the_day", "after", "every"};
constexpr std::string_view remarks_keys[] = {"least_days", "before", "on_the_day", "after", "every"};
constexpr std::string_view file_keys[] = {"confidence", "deadline", "above", "remarks"};

Result<ReminderDays> read_table(const toml::table& file, std::string_view name, std::span<const std::string_view> known)
{
    const auto* table = TRY(table_of(file, name));
    TRY_DO(check_keys(*table, name, known));
    return read_reminder_days(*table, name);
}

} // namespace

Result<ReminderRules> parse_reminders(std::string_view toml)
{
    auto parsed = toml::parse(toml);
    if (!parsed)
        return problem(Problem::Kind::invalid,
                       fmt::format("reminders.toml, dòng {}: {}", parsed.error().source().begin.line,
                                   parsed.error().description()));
    const toml::table& file = parsed.table();
    TRY_DO(check_keys(file, "đầu tệp", file_keys));
    if (file["confidence"].value<std::string>() != "custom")
        return wrong("đầu tệp", "confidence", "chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    ReminderRules rules;
    rules.deadline = TRY(read_table(file, "deadline", days_keys));
    rules.above = TRY(read_table(file, "above", days_keys));
    rules.remarks = TRY(read_table(file, "remarks", remarks_keys));
    const auto* remarks = TRY(table_of(file, "remarks"));
    rules.remarks_least_days = TRY(read_days(*remarks, "remarks", "least_days"));
    return rules;
}

const ReminderRules& shipped_reminders()
{
    static const ReminderRules rules = [] {
        auto file = embedded_file("regulations/reminders.toml");
        assert(file);
        auto parsed = parse_reminders(*file);
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return *std::move(parsed);
    }();
    return rules;
}

} // namespace phusa
