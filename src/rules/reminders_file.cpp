#include "base/embedded.hpp"
#include "rules/file_reader.hpp"
#include "rules/reminders.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <stdexcept>

namespace phusa
{

namespace
{

using Mistakes = std::vector<FileMistake>;

constexpr std::int64_t days_max = 366;

int read_days(FileReader& reader, std::string_view key)
{
    auto found = reader.table()[key].value_exact<std::int64_t>();
    if (!found || *found < 0 || *found > days_max)
        reader.wrong(key, "phải là số ngày từ 0 đến 366");
    return static_cast<int>(found.value_or(0));
}

std::vector<int> read_list(FileReader& reader, std::string_view key)
{
    std::vector<int> days;
    const auto* array = reader.table()[key].as_array();
    if (!array) {
        reader.wrong(key, "phải là danh sách số ngày");
        return {};
    }
    for (const toml::node& node : *array) {
        auto number = node.value_exact<std::int64_t>();
        if (!number || *number < 1 || *number > days_max) {
            reader.wrong(key, "mỗi số phải là số ngày từ 1 đến 366");
            return {};
        }
        days.push_back(static_cast<int>(*number));
    }
    return days;
}

ReminderDays read_reminder_days(FileReader& reader)
{
    ReminderDays days;
    days.before = read_list(reader, "before");
    if (!std::ranges::is_sorted(days.before, std::ranges::greater_equal()))
        reader.wrong("before", "số lớn phải đứng trước");
    auto on_the_day = reader.table()["on_the_day"].value_exact<bool>();
    if (!on_the_day)
        reader.wrong("on_the_day", "phải là true hoặc false");
    days.on_the_day = on_the_day.value_or(false);
    days.after = read_list(reader, "after");
    if (!std::ranges::is_sorted(days.after, std::ranges::less_equal()))
        reader.wrong("after", "số nhỏ phải đứng trước");
    days.every = read_days(reader, "every");
    return days;
}

// Reads one table; an empty one where it is missing, so that its keys are named as missing too.
template<typename Read>
void read_table(const toml::table& file, std::string name, Mistakes& mistakes, Read read)
{
    static const toml::table nothing;
    const auto* table = file[name].as_table();
    FileReader reader(table ? *table : nothing, std::move(name), mistakes);
    read(reader);
}

constexpr std::array<std::string_view, 4> days_keys{"before", "on_the_day", "after", "every"};
constexpr std::array<std::string_view, 5> remarks_keys{"least_days", "before", "on_the_day", "after", "every"};
constexpr std::array<std::string_view, 4> file_keys{"confidence", "deadline", "above", "remarks"};

} // namespace

std::expected<ReminderRules, Mistakes> parse_reminders(std::string_view toml)
{
    Mistakes mistakes;
    auto file = read_toml(toml, mistakes);
    if (!file)
        return std::unexpected(std::move(mistakes));
    FileReader top(*file, {}, mistakes);
    top.check_keys(file_keys);
    if (top.text("confidence") != "custom")
        top.wrong("confidence", "chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    ReminderRules rules;
    auto read_into = [](ReminderDays& days) {
        return [&days](FileReader& reader) {
            reader.check_keys(days_keys);
            days = read_reminder_days(reader);
        };
    };
    read_table(*file, "deadline", mistakes, read_into(rules.deadline));
    read_table(*file, "above", mistakes, read_into(rules.above));
    read_table(*file, "remarks", mistakes, [&](FileReader& reader) {
        reader.check_keys(remarks_keys);
        rules.remarks_least_days = read_days(reader, "least_days");
        rules.remarks = read_reminder_days(reader);
    });
    if (!mistakes.empty())
        return std::unexpected(std::move(mistakes));
    return rules;
}

const ReminderRules& shipped_reminders()
{
    static const ReminderRules rules = [] {
        auto file = embedded_file("regulations/reminders.toml");
        assert(file);
        auto parsed = parse_reminders(*file);
        if (!parsed)
            throw std::runtime_error(problem_of("reminders.toml", parsed.error()).message);
        return *std::move(parsed);
    }();
    return rules;
}

} // namespace phusa
