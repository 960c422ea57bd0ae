#include "rules/regulation.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

std::string in_force(std::string_view iso)
{
    const Regulation* regulation = regulation_on(day(iso));
    return regulation ? regulation->number : "none";
}

// A file of one good regulation, with `line` added to it.
std::string file_with(std::string_view line)
{
    std::string file = "[[regulation]]\n"
                       "number = \"23-QĐ/TW\"\n"
                       "title = \"Quy định\"\n"
                       "issuer = \"Bộ Chính trị\"\n"
                       "confidence = \"S\"\n";
    return file + std::string(line) + "\n";
}

constexpr std::string_view good_dates = "issued = 2006-10-31\nin_force_from = 2006-11-01";

std::string message_of(const std::string& file)
{
    auto parsed = parse_regulations(file);
    return parsed ? "no problem" : parsed.error().message;
}

} // namespace

TEST(Regulation, the_day_before_the_first_has_none)
{
    EXPECT_EQ(in_force("2006-10-30"), "none");
    EXPECT_EQ(in_force("2006-10-31"), "23-QĐ/TW");
}

TEST(Regulation, each_begins_on_its_own_day)
{
    struct {
        std::string_view before, number_before, first, number;
    } const rows[] = {
        {"2011-10-31", "23-QĐ/TW", "2011-11-01", "45-QĐ/TW"},   {"2016-07-24", "45-QĐ/TW", "2016-07-25", "29-QĐ/TW"},
        {"2021-07-29", "29-QĐ/TW", "2021-07-30", "24-QĐ/TW"},   {"2025-01-19", "24-QĐ/TW", "2025-01-20", "232-QĐ/TW"},
        {"2025-06-30", "232-QĐ/TW", "2025-07-01", "294-QĐ/TW"}, {"2026-04-07", "294-QĐ/TW", "2026-04-08", "20-QĐ/TW"},
        {"2026-07-25", "20-QĐ/TW", "2026-07-26", "208-QĐ/TW"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(in_force(row.before), row.number_before) << row.before;
        EXPECT_EQ(in_force(row.first), row.number) << row.first;
    }
    EXPECT_EQ(in_force("2099-01-01"), "208-QĐ/TW");
}

TEST(Regulation, issued_is_not_in_force)
{
    // 294-QĐ/TW was issued on 26/5/2025 and took effect on 1/7/2025.
    EXPECT_EQ(regulation_on(day("2025-07-01"))->issued, day("2025-05-26"));
    EXPECT_EQ(in_force("2025-05-26"), "232-QĐ/TW");
}

TEST(Regulation, weak_ones_say_so)
{
    const Regulation* weak = regulation_on(day("2026-08-01"));
    EXPECT_EQ(weak->confidence, Confidence::secondary);
    EXPECT_FALSE(weak->note.empty());
    const Regulation* strong = regulation_on(day("2022-01-01"));
    EXPECT_EQ(strong->confidence, Confidence::reported);
    EXPECT_FALSE(strong->source.empty());
}

TEST(RegulationFile, reads_every_key)
{
    auto parsed = parse_regulations(
        file_with(std::string(good_dates) + "\nsource = \"trang\"\nguidance = [\"03-HD/BTCTW\"]\nnote = \"ghi chú\""));
    ASSERT_TRUE(parsed) << parsed.error().message;
    ASSERT_EQ(parsed->size(), 1U);
    const Regulation& regulation = parsed->front();
    EXPECT_EQ(regulation.number, "23-QĐ/TW");
    EXPECT_EQ(regulation.issuer, "Bộ Chính trị");
    EXPECT_EQ(regulation.in_force_from, day("2006-11-01"));
    EXPECT_EQ(regulation.guidance, std::vector<std::string>{"03-HD/BTCTW"});
    EXPECT_EQ(regulation.note, "ghi chú");
}

TEST(RegulationFile, names_what_is_wrong)
{
    struct {
        std::string_view line, message;
    } const rows[] = {
        {"issued = 2006-10-31", "regulations.toml, 23-QĐ/TW: in_force_from: thiếu"},
        {"issued = \"2006\"\nin_force_from = 2006-11-01",
         "regulations.toml, 23-QĐ/TW: issued: phải là ngày, ví dụ 2011-11-01"},
        {"issued = 2006-11-02\nin_force_from = 2006-11-01",
         "regulations.toml, 23-QĐ/TW: in_force_from: trước ngày ban hành"},
        {"issued = 2006-10-31\nin_force_from = 2006-11-01\nremark = \"x\"",
         "regulations.toml, 23-QĐ/TW: remark: không có mục này"},
        {"issued = 2006-10-31\nin_force_from = 2006-11-01\nnote = 7",
         "regulations.toml, 23-QĐ/TW: note: phải là chuỗi ký tự"},
        {"issued = 2006-10-31\nin_force_from = 2006-11-01\nguidance = [7]",
         "regulations.toml, 23-QĐ/TW: guidance: phải là danh sách chuỗi ký tự"},
        {"issued = 2006-10-31\nin_force_from = 2006-11-01\nreplaces = \"1-QĐ/TW\"",
         "regulations.toml, 23-QĐ/TW: replaces: không phải văn bản đứng ngay trước"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(message_of(file_with(row.line)), row.message);
    EXPECT_EQ(message_of(""), "regulations.toml, đầu tệp: regulation: thiếu");
    EXPECT_EQ(message_of("[[regulation]]\ntitle = \"x\""), "regulations.toml, văn bản thứ 1: number: thiếu");
    EXPECT_EQ(message_of("law = 1"), "regulations.toml, đầu tệp: law: không có mục này");
    EXPECT_TRUE(message_of("[[regulation").starts_with("regulations.toml, dòng 1: "));
}

TEST(RegulationFile, wants_a_chain)
{
    std::string first = file_with(good_dates);
    std::string second = "[[regulation]]\nnumber = \"45-QĐ/TW\"\ntitle = \"Quy định\"\nissuer = \"BCHTW\"\n"
                         "confidence = \"S2\"\n";
    EXPECT_EQ(message_of(first + second + "issued = 2006-11-01\nin_force_from = 2006-11-01\nreplaces = \"23-QĐ/TW\"\n"),
              "regulations.toml, 45-QĐ/TW: in_force_from: không sau văn bản đứng trước");
    EXPECT_EQ(message_of(first + second + "issued = 2011-11-01\nin_force_from = 2011-11-01\n"),
              "regulations.toml, 45-QĐ/TW: replaces: không phải văn bản đứng ngay trước");
    EXPECT_EQ(message_of(first + second + "issued = 2011-11-01\nin_force_from = 2011-11-01\nreplaces = \"23-QĐ/TW\"\n"),
              "no problem");
}

} // namespace phusa
