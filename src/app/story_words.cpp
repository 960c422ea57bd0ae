#include "app/story_words.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"

#include <fmt/core.h>

#include <array>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 5> roman{"", "I", "II", "III", "IV"};
constexpr int share_decimals_max = 6;

bool begins_year(Date day) { return day.month() == 1 && day.day() == 1; }
bool ends_month(Date day) { return day.plus_days(1).day() == 1; }
bool ends_quarter(Date day) { return ends_month(day) && day.month() % 3 == 0; }

std::string day_words(Date day) { return Period{day, day}.vietnamese(); } // "ngày 02/9/2011"

// Where a period of several years ends: "quý I năm 2012", "6 tháng đầu năm 2026", "năm 2011".
std::string end_words(Date last)
{
    if (last.month() == 12)
        return fmt::format("năm {}", last.year());
    if (last.month() == 6)
        return fmt::format("6 tháng đầu năm {}", last.year());
    return fmt::format("quý {} năm {}", roman.at(static_cast<std::size_t>(last.month() / 3)), last.year());
}

int decimals_for(std::int64_t part, std::int64_t whole)
{
    if (whole == 0 || part * 100 % whole == 0)
        return 0;
    int decimals = part * 100 < whole ? 2 : 1;
    for (; decimals < share_decimals_max; ++decimals)
        if (auto value = share(part, whole, decimals); value > 0 && value < 100)
            break;
    return decimals;
}

} // namespace

std::string capitalised(std::string_view text)
{
    std::size_t bytes = text.empty() ? 0 : 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
        ++bytes; // the rest of the first letter
    return upper_case(text.substr(0, bytes)) + std::string(text.substr(bytes));
}

std::string period_words(const Period& period)
{
    const auto& [first, last] = period;
    if (begins_year(first) && first.year() < last.year() && ends_quarter(last))
        return fmt::format("Từ năm {} đến {}", first.year(), end_words(last));
    if (begins_year(first) && first.year() == last.year() && ends_quarter(last) && last.month() == 9)
        return fmt::format("9 tháng đầu năm {}", last.year());
    auto words = period.vietnamese();
    if (words.starts_with("từ "))
        return fmt::format("Từ {} đến {}", day_words(first), day_words(last));
    return capitalised(words);
}

std::string cut_year_words(const Period& days)
{
    if (days == Period::year(days.first.year()))
        return {};
    auto words = fmt::format("năm {} tính", days.first.year());
    auto without_year = [](Date day) { return day_words(day).substr(0, day_words(day).rfind('/')); };
    if (!begins_year(days.first))
        words +=
            days.first.day() == 1 ? fmt::format(" từ tháng {}", days.first.month()) : " từ " + without_year(days.first);
    if (days.last.month() == 12 && days.last.day() == 31)
        return words;
    if (begins_year(days.first) && ends_quarter(days.last))
        return words + fmt::format(" đến hết quý {}", roman.at(static_cast<std::size_t>(days.last.month() / 3)));
    if (ends_month(days.last))
        return words + fmt::format(" đến hết tháng {}", days.last.month());
    return words + " đến " + without_year(days.last);
}

std::string unit_words(OrganisationKind kind, std::string_view name)
{
    auto words = lower_case(name);
    if (kind == OrganisationKind::province_committee)
        return words.starts_with("đảng bộ thành phố") ? "toàn thành phố" : "toàn tỉnh";
    if (kind == OrganisationKind::district_committee)
        for (std::string_view area : {"huyện", "thành phố", "thị xã", "quận"})
            if (words.starts_with(fmt::format("đảng bộ {} ", area)))
                return fmt::format("toàn {}", area);
    return std::string(name);
}

PrintedShare printed_share(std::int64_t part, std::int64_t whole)
{
    auto decimals = decimals_for(part, whole);
    return {.text = vietnamese_share(part, whole, decimals), .value = share(part, whole, decimals)};
}

} // namespace phusa
