#include "base/date.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 4> roman{"I", "II", "III", "IV"};

std::unexpected<Problem> unreadable()
{
    return problem(Problem::Kind::invalid,
                   "Không đọc được kỳ này. Hãy ghi năm (2026), 6 tháng (2026-H1), quý (2026-Q1), "
                   "tháng (2026-04) hoặc khoảng ngày (2007-01-01..2012-03-31).");
}

Period months_from(Date first, int months) { return {.first = first, .last = first.plus_months(months).plus_days(-1)}; }

Result<Period> parse_range(std::string_view from, std::string_view to)
{
    auto first = Date::from_iso(from);
    auto last = Date::from_iso(to);
    if (!first || !last)
        return unreadable();
    if (*last < *first)
        return problem(Problem::Kind::invalid, fmt::format("Kỳ báo cáo kết thúc ({}) trước khi bắt đầu ({}).",
                                                           last->vietnamese(), first->vietnamese()));
    return Period{.first = *first, .last = *last};
}

// Decree 30/2020/NĐ-CP: a zero before days under 10 and before months 1 and 2 only.
std::string office_date(Date date)
{
    int month_width = date.month() < 3 ? 2 : 1;
    return fmt::format("{:02}/{:0{}}/{}", date.day(), date.month(), month_width, date.year());
}

} // namespace

Result<Period> Period::parse(std::string_view text)
{
    if (auto dots = text.find(".."); dots != std::string_view::npos)
        return parse_range(text.substr(0, dots), text.substr(dots + 2));
    if (text.size() == 7 && text[4] == '-' && (text[5] == 'H' || text[5] == 'Q')) {
        auto start = PartialDate::from_iso(text.substr(0, 4));
        int months = text[5] == 'H' ? 6 : 3;
        int number = text[6] - '0';
        if (!start || number < 1 || number > 12 / months)
            return unreadable();
        return months_from(start->first().plus_months((number - 1) * months), months);
    }
    auto date = PartialDate::from_iso(text);
    if (!date || date->day())
        return unreadable();
    return Period{.first = date->first(), .last = date->last()};
}

Period Period::year(int year) { return months_from(Date(std::chrono::sys_days(std::chrono::year(year) / 1 / 1)), 12); }

std::string Period::vietnamese() const
{
    int year = first.year();
    int month = first.month();
    auto spans = [this](int months) { return first.day() == 1 && *this == months_from(first, months); };
    if (first == last)
        return fmt::format("ngày {}", office_date(first));
    if (spans(12) && month == 1)
        return fmt::format("năm {}", year);
    if (spans(6) && (month == 1 || month == 7))
        return fmt::format("6 tháng {} năm {}", month == 1 ? "đầu" : "cuối", year);
    if (spans(3) && month % 3 == 1)
        return fmt::format("quý {} năm {}", roman[static_cast<std::size_t>(month / 3)], year);
    if (spans(1))
        return fmt::format("tháng {} năm {}", month, year);
    return fmt::format("từ {} đến {}", office_date(first), office_date(last));
}

} // namespace phusa
