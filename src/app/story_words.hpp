#pragma once

#include "base/date.hpp"
#include "domain/organisation.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace phusa
{

// "Từ năm 2007 đến quý I năm 2012", "Năm 2011", "9 tháng đầu năm 2026", "Từ ngày 15/3/2010 đến ngày 02/9/2011".
std::string period_words(const Period& period);
// Of a year that is not whole: "năm 2012 tính đến hết quý I", "năm 2007 tính từ tháng 7"; empty for a whole year.
std::string cut_year_words(const Period& days);
// How a sentence names a unit: "toàn tỉnh", "toàn huyện", else its name.
std::string unit_words(OrganisationKind kind, std::string_view name);

// With a capital first letter: "đảng viên nữ" -> "Đảng viên nữ".
std::string capitalised(std::string_view text);

// A share as the paragraph prints it: one decimal, none where it is whole, two below 1 %, more where it would read 0
// or 100 and is neither.
struct PrintedShare {
    std::string text; // "60,6%"
    double value = 0; // 60.6
};
PrintedShare printed_share(std::int64_t part, std::int64_t whole);

} // namespace phusa
