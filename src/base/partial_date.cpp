#include "base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace phusa
{

namespace
{

constexpr std::string_view how_to_write =
    "Hãy ghi ngày/tháng/năm, ví dụ 03/02/1990; nếu không rõ ngày thì ghi tháng/năm (02/1990) hoặc chỉ ghi năm (1990).";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_separator(char c) { return c == '/' || c == '-' || c == '.'; }

// The numbers between the separators, with their digits counted.
struct Part {
    int value = 0;
    std::size_t digits = 0;
};
struct Parts {
    std::array<Part, 3> at{};
    std::size_t count = 0;
};

std::string_view without_spaces_around(std::string_view text)
{
    auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// nullopt where `text` is anything but one to three short numbers with one separator between each.
std::optional<Parts> parts_of(std::string_view text)
{
    Parts parts;
    while (parts.count < 3) {
        auto end = std::ranges::find_if(text, is_separator) - text.begin();
        auto digits = without_spaces_around(text.substr(0, static_cast<std::size_t>(end)));
        if (digits.empty() || digits.size() > 4 || !std::ranges::all_of(digits, is_digit))
            return std::nullopt;
        auto& part = parts.at[parts.count++];
        part.digits = digits.size();
        std::from_chars(digits.data(), digits.data() + digits.size(), part.value);
        if (static_cast<std::size_t>(end) == text.size())
            return parts;
        text.remove_prefix(static_cast<std::size_t>(end) + 1);
    }
    return std::nullopt;
}

std::unexpected<Problem> refused(std::string sentence) { return problem(Problem::Kind::invalid, std::move(sentence)); }

Result<void> check_year(Part year)
{
    if (year.digits != 4)
        return refused(fmt::format("Năm phải ghi đủ bốn chữ số, ví dụ 1990. {}", how_to_write));
    if (!PartialDate::of_year(year.value))
        return refused(fmt::format("Năm {} nằm ngoài khoảng 1800–2199.", year.value));
    return {};
}

Result<void> check_month(Part month)
{
    if (month.digits > 2 || month.value < 1 || month.value > 12)
        return refused(fmt::format("Không có tháng {}: tháng là số từ 1 đến 12. {}", month.value, how_to_write));
    return {};
}

Result<PartialDate> exact_day(Part year, Part month, Part day)
{
    if (day.digits > 2)
        return refused(fmt::format("Không đọc được ngày tháng này. {}", how_to_write));
    if (day.value == 0)
        return refused(fmt::format("Không có ngày 0. {}", how_to_write));
    auto date = Date::of(year.value, month.value, day.value);
    if (!date) {
        auto last = PartialDate::of_month(year.value, month.value)->last().day();
        return refused(fmt::format("Không có ngày {:02}/{:02}/{}: tháng {}/{} chỉ có {} ngày.", day.value, month.value,
                                   year.value, month.value, year.value, last));
    }
    return PartialDate(*date);
}

} // namespace

std::optional<PartialDate> PartialDate::of_month(int year, int month)
{
    auto first = Date::of(year, month, 1);
    if (!first)
        return std::nullopt;
    PartialDate date(*first);
    date.exactness_ = Exactness::month;
    return date;
}

std::optional<PartialDate> PartialDate::of_year(int year)
{
    auto date = of_month(year, 1);
    if (date)
        date->exactness_ = Exactness::year;
    return date;
}

std::optional<PartialDate> PartialDate::from_iso(std::string_view text)
{
    if (auto day = Date::from_iso(text))
        return PartialDate(*day);
    auto first = text.size() == 7   ? Date::from_iso(fmt::format("{}-01", text))
                 : text.size() == 4 ? Date::from_iso(fmt::format("{}-01-01", text))
                                    : std::nullopt;
    if (!first)
        return std::nullopt;
    return text.size() == 7 ? of_month(first->year(), first->month()) : of_year(first->year());
}

Result<PartialDate> PartialDate::from_vietnamese(std::string_view text)
{
    auto trimmed = without_spaces_around(text);
    if (trimmed.empty())
        return refused(fmt::format("Chưa ghi ngày tháng. {}", how_to_write));
    auto parts = parts_of(trimmed);
    if (!parts)
        return refused(fmt::format("Không đọc được ngày tháng này. {}", how_to_write));
    // Year first is ISO; otherwise the Vietnamese order.
    if (parts->count > 1 && parts->at[0].digits == 4)
        std::reverse(parts->at.begin(), parts->at.begin() + static_cast<std::ptrdiff_t>(parts->count));

    auto year = parts->at[parts->count - 1];
    TRY_DO(check_year(year));
    if (parts->count == 1)
        return *of_year(year.value);
    auto month = parts->at[parts->count - 2];
    TRY_DO(check_month(month));
    if (parts->count == 2)
        return *of_month(year.value, month.value);
    return exact_day(year, month, parts->at[0]);
}

Date PartialDate::last() const
{
    switch (exactness_) {
    case Exactness::day:
        return first_;
    case Exactness::month:
        return first_.plus_months(1).plus_days(-1);
    case Exactness::year:
        return first_.plus_months(12).plus_days(-1);
    }
    std::unreachable();
}

std::optional<Date> PartialDate::day() const
{
    return exactness_ == Exactness::day ? std::optional(first_) : std::nullopt;
}

std::string PartialDate::iso() const
{
    auto full = first_.iso();
    switch (exactness_) {
    case Exactness::day:
        return full;
    case Exactness::month:
        return full.substr(0, 7);
    case Exactness::year:
        return full.substr(0, 4);
    }
    std::unreachable();
}

std::string PartialDate::vietnamese() const
{
    auto full = first_.vietnamese();
    switch (exactness_) {
    case Exactness::day:
        return full;
    case Exactness::month:
        return full.substr(3);
    case Exactness::year:
        return full.substr(6);
    }
    std::unreachable();
}

} // namespace phusa
