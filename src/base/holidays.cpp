// Reads regulations/holidays.toml into WorkingDays. The only file that knows TOML.
#include "base/toml.hpp"
#include "base/working_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

std::unexpected<Problem> at_line(const toml::node& node, std::string_view sentence)
{
    return problem(Problem::Kind::invalid, fmt::format("Ngày nghỉ, dòng {}: {}", node.source().begin.line, sentence));
}

Result<void> only_known_keys(const toml::table& table, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, value] : table)
        if (std::ranges::find(known, key.str()) == known.end())
            return at_line(value, fmt::format("không có mục nào tên là \"{}\".", key.str()));
    return {};
}

Result<std::string> text(const toml::table& table, std::string_view key)
{
    auto value = table[key].value<std::string>();
    if (!value || value->empty())
        return at_line(table, fmt::format("thiếu \"{}\" (chữ trong ngoặc kép).", key));
    return *value;
}

// nullopt where the key is absent.
Result<std::optional<Date>> date(const toml::table& table, std::string_view key)
{
    const auto* node = table.get(key);
    if (node == nullptr)
        return std::optional<Date>();
    auto value = node->value<toml::date>();
    auto day = value ? Date::of(value->year, value->month, value->day) : std::nullopt;
    if (!day)
        return at_line(*node, fmt::format("\"{}\" phải là một ngày có thật, viết như 2025-04-30.", key));
    return day;
}

bool is_weekend(Date day) { return day.weekday() == std::chrono::Saturday || day.weekday() == std::chrono::Sunday; }

} // namespace

class HolidayReader
{
public:
    Result<WorkingDays> read(const toml::table& file) &&
    {
        TRY_DO(only_known_keys(file, {"year"}));
        const auto* years = file["year"].as_array();
        if (years == nullptr || years->empty())
            return at_line(file, "không có năm nào ([[year]]).");
        for (const auto& node : *years) {
            if (!node.is_table())
                return at_line(node, "mỗi năm là một bảng [[year]].");
            TRY_DO(read_year(*node.as_table()));
        }
        TRY_DO(check_worked_weekends(file));
        list_working_days();
        return std::move(made_);
    }

private:
    Result<void> read_year(const toml::table& table)
    {
        TRY_DO(only_known_keys(table, {"year", "confidence", "source", "days_off"}));
        auto number = table["year"].value<std::int64_t>();
        if (!number || !PartialDate::of_year(static_cast<int>(*number)))
            return at_line(table, "thiếu \"year\", ví dụ year = 2025.");
        WorkingDays::Year year{.year = static_cast<int>(*number),
                               .source = TRY(text(table, "source")),
                               .confidence = TRY(text(table, "confidence"))};
        if (!made_.years_.empty() && year.year != made_.years_.back().year + 1)
            return at_line(table, fmt::format("sau năm {} phải là năm {}.", made_.years_.back().year,
                                              made_.years_.back().year + 1));
        constexpr std::array<std::string_view, 3> known{"decided", "law", "undecided"};
        if (std::ranges::find(known, year.confidence) == known.end())
            return at_line(table, "\"confidence\" là một trong: decided, law, undecided.");
        made_.years_.push_back(year);
        return read_days_off(table);
    }

    Result<void> read_days_off(const toml::table& year)
    {
        const auto* days = year["days_off"].as_array();
        if (days == nullptr || days->empty())
            return at_line(year, "thiếu danh sách \"days_off\".");
        for (const auto& node : *days) {
            if (!node.is_table())
                return at_line(node, "mỗi ngày nghỉ viết như { date = 2025-04-30, name = \"...\" }.");
            TRY_DO(read_day_off(*node.as_table()));
        }
        return {};
    }

    Result<void> read_day_off(const toml::table& entry)
    {
        TRY_DO(only_known_keys(entry, {"name", "date", "to", "instead_of", "worked", "undecided"}));
        auto name = TRY(text(entry, "name"));
        auto first = TRY(date(entry, "date"));
        if (!first)
            return at_line(entry, "thiếu \"date\".");
        auto last = TRY(date(entry, "to")).value_or(*first);
        if (last < *first)
            return at_line(entry, "\"to\" sớm hơn \"date\".");
        TRY_DO(check_single_day(entry, *first, last));
        bool undecided = entry["undecided"].value<bool>().value_or(false);
        for (auto day = *first; day <= last; day = day.plus_days(1))
            TRY_DO(add(entry, day, name, undecided));
        if (auto worked = TRY(date(entry, "worked")); worked && !undecided)
            made_.worked_weekends_.insert(*worked);
        return {};
    }

    // A day off in place of another day is one weekday; the day it stands for is a known one.
    Result<void> check_single_day(const toml::table& entry, Date first, Date last) const
    {
        auto instead_of = TRY(date(entry, "instead_of"));
        auto worked = TRY(date(entry, "worked"));
        if (!instead_of && !worked)
            return {};
        if (instead_of && worked)
            return at_line(entry, "một ngày nghỉ hoặc là nghỉ bù (instead_of), hoặc là hoán đổi (worked).");
        if (first != last || is_weekend(first))
            return at_line(entry, "ngày nghỉ bù hoặc hoán đổi là một ngày từ thứ Hai đến thứ Sáu.");
        if (instead_of && (!is_weekend(*instead_of) || !made_.off_.contains(*instead_of)))
            return at_line(entry, "\"instead_of\" phải là ngày lễ trùng thứ Bảy hoặc Chủ nhật đã ghi ở trên.");
        if (worked && !is_weekend(*worked))
            return at_line(entry, "\"worked\" phải là một ngày thứ Bảy hoặc Chủ nhật.");
        return {};
    }

    Result<void> add(const toml::table& entry, Date day, const std::string& name, bool undecided)
    {
        if (day.year() != made_.years_.back().year)
            return at_line(entry, fmt::format("{} không thuộc năm {}.", day.vietnamese(), made_.years_.back().year));
        if (made_.off_.contains(day) || made_.undecided_.contains(day))
            return at_line(entry, fmt::format("{} đã có ở trên.", day.vietnamese()));
        (undecided ? made_.undecided_ : made_.off_).emplace(day, name);
        return {};
    }

    Result<void> check_worked_weekends(const toml::table& file) const
    {
        for (auto day : made_.worked_weekends_)
            if (made_.off_.contains(day))
                return at_line(file, fmt::format("{} vừa là ngày nghỉ vừa là ngày làm bù.", day.vietnamese()));
        return {};
    }

    void list_working_days()
    {
        made_.first_known_ = Period::year(made_.years_.front().year).first;
        made_.last_known_ = Period::year(made_.years_.back().year).last;
        for (auto day = made_.first_known_; day <= made_.last_known_; day = day.plus_days(1))
            if (made_.is_working_day(day))
                made_.working_days_.push_back(day);
    }

    WorkingDays made_;
};

Result<WorkingDays> WorkingDays::parse(std::string_view toml)
{
    auto parsed = toml::parse(toml);
    if (!parsed)
        return problem(Problem::Kind::invalid,
                       fmt::format("Ngày nghỉ, dòng {}: không đọc được TOML ({}).", parsed.error().source().begin.line,
                                   parsed.error().description()));
    return HolidayReader().read(parsed.table());
}

} // namespace phusa
