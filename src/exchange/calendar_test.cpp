#include "base/text.hpp"
#include "exchange/calendar.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Calendar sample()
{
    return {.name = "Phù Sa: hạn của công tác phát triển đảng viên",
            .days = {{.uid = "12-decision-admission@phusa",
                      .on = *Date::of(2026, 7, 31),
                      .summary = "Hạn: Quyết định (kết nạp), hồ sơ số 12; Chi bộ thôn Đầu Làng, xã Bồi Hạ, rất dài để "
                                 "phải gấp dòng giữa những chữ có dấu ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữ ữữữữữữữữữữữữữữ"
                                 "ữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữữ",
                      .description = "Dòng một\nDòng hai; có dấu \\ và ,",
                      .url = "https://phusa.tinh.example/ho-so/12"}},
            .made = time_from_iso("2026-06-30T00:05:09.000Z")};
}

TEST(CalendarFile, DaysAreWholeDaysWithTheirUids)
{
    auto file = calendar_file(sample());
    for (const char* line : {"BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "UID:12-decision-admission@phusa\r\n",
                             "DTSTART;VALUE=DATE:20260731\r\n", "DTSTAMP:20260630T000509Z\r\n",
                             "TRANSP:TRANSPARENT\r\n", "END:VCALENDAR\r\n"})
        EXPECT_NE(file.find(line), std::string::npos) << line << file;
}

TEST(CalendarFile, TextIsEscapedAndFoldedBetweenLetters)
{
    auto file = calendar_file(sample());
    EXPECT_NE(file.find("Dòng một\\nDòng hai\\; có dấu \\\\ và \\,"), std::string::npos);
    for (std::size_t from = 0; from < file.size();) {
        auto end = file.find("\r\n", from);
        ASSERT_NE(end, std::string::npos);
        auto line = file.substr(from, end - from);
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_TRUE(is_valid_utf8(line)) << line;
        from = end + 2;
    }
}

TEST(CalendarFile, WithoutDaysIsAFileAllTheSame)
{
    auto file = calendar_file({.name = "Trống", .days = {}, .made = time_from_iso("2026-06-30T00:00:00.000Z")});
    EXPECT_TRUE(file.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_EQ(file.find("VEVENT"), std::string::npos);
}

} // namespace

} // namespace phusa
