#include "app/papers/form_template.hpp"
#include "app/papers/paper_book.hpp"
#include "app/papers/paper_fields.hpp"
#include "app/papers/templates.hpp"
#include "documents/docx_filler.hpp"
#include "documents/paper_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

constexpr std::string_view sets = R"(
[[set]]
key = "2022"
name = "12-HD"
from = 2022-01-18
confidence = "S"
[[body]]
key = "cell"
unit = "cell"
sign = "CB"
[[term]]
name = "2020-2025"
from = 2020-07-01
)";

std::string form_with(std::string_view line)
{
    return R"(
[[paper]]
code = "6-KNĐ"
title = "Nghị quyết"
act = "cell_vote"
signs = "Bí thư"
)" + std::string(line) +
           R"(
[[paper.text]]
sets = ["2022"]
basis = "S"
head = "party"
body = "= NGHỊ QUYẾT"
)";
}

std::string fault_of(std::string_view line)
{
    auto form = form_with(line);
    std::string_view forms[] = {form};
    auto book = parse_paper_book(sets, forms);
    return book ? std::string() : book.error().message;
}

TEST(PaperBook, PicksTheSetByTheDayOfTheAct)
{
    const auto& book = paper_book();
    EXPECT_EQ(book.set_on(day("2011-05-01")).key, "2012");
    EXPECT_EQ(book.set_on(day("2017-06-04")).key, "2012");
    EXPECT_EQ(book.set_on(day("2017-06-05")).key, "2017");
    EXPECT_EQ(book.set_on(day("2025-06-08")).key, "2022");
    EXPECT_EQ(book.set_on(day("2026-11-23")).key, "38-2025");
}

TEST(PaperBook, HasEveryFormOfTheCatalogue)
{
    for (auto code : {"CN-NTVĐ", "1-KNĐ", "2-KNĐ", "3-KNĐ", "4-KNĐ", "4A-KNĐ", "5-KNĐ", "6-KNĐ", "7-KNĐ", "8-KNĐ",
                      "9-KNĐ", "10-KNĐ", "11-KNĐ", "12-KNĐ", "13-KNĐ", "14-KNĐ", "15-KNĐ", "16-KNĐ"})
        EXPECT_TRUE(paper_book().form(code)) << code;
}

// What is shipped prints: no field that nobody fills, no section that is not closed, in every set and layout.
TEST(PaperBook, EveryTextMakesATemplateThatIsWhole)
{
    for (const auto& form : paper_book().forms)
        for (const auto& set : paper_book().sets) {
            const auto* text = form.text_in(set.key);
            ASSERT_TRUE(text) << form.code << " in " << set.key;
            for (const auto& layout : paper_layouts()) {
                auto check = check_template(form.code, set.key, form_template(form, *text, layout));
                ASSERT_TRUE(check) << form.code;
                EXPECT_THAT(check->faults, testing::IsEmpty()) << form.code;
                EXPECT_THAT(check->unknown, testing::IsEmpty()) << form.code;
                EXPECT_THAT(check->unused, testing::IsEmpty()) << form.code;
            }
        }
}

TEST(PaperBook, NamesWhatIsWrongInAFile)
{
    EXPECT_EQ(fault_of(""), "");
    EXPECT_THAT(fault_of("colour = \"red\""), testing::HasSubstr("6-KNĐ: colour"));
    EXPECT_THAT(fault_of("issuer = \"ai\""), testing::HasSubstr("issuer"));
    EXPECT_THAT(fault_of("type = \"NQ\""), testing::HasSubstr("type"));
    EXPECT_THAT(fault_of("by = \"ai\""), testing::HasSubstr("by"));
}

TEST(PaperDays, StandInWordsAsOfficesWriteThem)
{
    EXPECT_EQ(day_in_words(day("2026-02-03")), "ngày 03 tháng 02 năm 2026");
    EXPECT_EQ(day_in_words(day("2026-04-25")), "ngày 25 tháng 4 năm 2026");
}

} // namespace

} // namespace phusa
