#include "rules/rulebook_addition.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

constexpr std::string_view good = R"(keeps = "208-QĐ/TW"

[[regulation]]
number = "301-QĐ/TW"
title = "Quy định về thi hành Điều lệ Đảng"
issuer = "Ban Chấp hành Trung ương"
issued = 2026-12-15
in_force_from = 2027-01-01
replaces = "208-QĐ/TW"
confidence = "S"

["ceremony.late"]
working_days = 20
counted_from = "issue"
clause = "khoản 4.2"
confidence = "S"
)";

std::vector<std::string> mistakes_of(std::string_view file)
{
    std::vector<std::string> lines;
    auto book = read_added_rulebook(file, shipped_rulebooks());
    if (!book)
        for (const auto& each : book.error())
            lines.push_back(std::to_string(each.line) + " " + each.where + ": " + each.what);
    return lines;
}

std::string with(std::string file, std::string_view old_text, std::string_view new_text)
{
    auto at = file.find(old_text);
    EXPECT_NE(at, std::string::npos);
    return file.replace(at, old_text.size(), new_text);
}

using Lines = std::vector<std::string>;

} // namespace

TEST(RulebookAddition, reads_head_and_rules)
{
    auto books = shipped_rulebooks();
    auto book = read_added_rulebook(good, books);
    ASSERT_TRUE(book) << mistakes_of(good).front();
    EXPECT_EQ(book->regulation().number, "301-QĐ/TW");
    EXPECT_EQ(book->number(Rule::ceremony_late), 20);
    EXPECT_EQ(book->number(Rule::stale), 12) << "kept";
    books.add(*book);
    EXPECT_EQ(books.on(*Date::from_iso("2026-12-31")).regulation().number, "208-QĐ/TW");
    EXPECT_EQ(books.on(*Date::from_iso("2027-01-01")).regulation().number, "301-QĐ/TW");
    EXPECT_TRUE(read_added_rulebook(with(std::string(good), "[[regulation]]", "[regulation]"), shipped_rulebooks()));
}

TEST(RulebookAddition, names_every_mistake_by_its_line)
{
    auto file = with(with(with(std::string(good), "working_days = 20", "working_days = 0"), "\"khoản 4.2\"", "42"),
                     "issued = 2026-12-15", "issued = \"2026\"\nnumbr = 1");
    EXPECT_EQ(mistakes_of(file),
              (Lines{"7 301-QĐ/TW: issued: phải là ngày, ví dụ 2011-11-01", "8 301-QĐ/TW: numbr: không có mục này",
                     "14 ceremony.late: working_days: không phải là số ngày làm việc",
                     "16 ceremony.late: clause: phải là chuỗi ký tự"}));
}

TEST(RulebookAddition, wants_to_follow_the_last_one)
{
    EXPECT_EQ(mistakes_of(with(std::string(good), "replaces = \"208-QĐ/TW\"", "replaces = \"20-QĐ/TW\"")),
              Lines{"9 301-QĐ/TW: replaces: phải là văn bản đứng ngay trước: 208-QĐ/TW"});
    EXPECT_EQ(mistakes_of(with(std::string(good), "keeps = \"208-QĐ/TW\"", "keeps = \"20-QĐ/TW\"")),
              Lines{"1 keeps: không phải văn bản đứng ngay trước"});
    EXPECT_EQ(mistakes_of(with(with(std::string(good), "issued = 2026-12-15", "issued = 2026-07-01"),
                               "in_force_from = 2027-01-01", "in_force_from = 2026-07-26")),
              Lines{"8 301-QĐ/TW: in_force_from: phải sau ngày 208-QĐ/TW có hiệu lực (26/07/2026)"});
    EXPECT_EQ(mistakes_of(with(std::string(good), "\"301-QĐ/TW\"", "\"208-QĐ/TW\"")),
              Lines{"4 208-QĐ/TW: number: đã có văn bản mang số này"});
}

TEST(RulebookAddition, wants_a_head_and_known_rules)
{
    EXPECT_EQ(mistakes_of("[\"stale\"]\nmonths = 12\nconfidence = \"S\"\n").size(), 1U);
    EXPECT_EQ(mistakes_of(std::string(good) + "[\"stal\"]\nmonths = 1\n"), Lines{"17 stal: không có quy tắc này"});
    auto broken = mistakes_of("[[regulation");
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_TRUE(broken.front().starts_with("1 dòng 1: không đọc được theo cách viết TOML")) << broken.front();
}

} // namespace phusa
