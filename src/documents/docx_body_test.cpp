#include "documents/docx_blanks.hpp"
#include "documents/docx_body.hpp"

#include <gmock/gmock.h>

namespace phusa
{

namespace
{

using testing::HasSubstr;
using testing::Not;

constexpr int column = 9354;
constexpr int letters = 14;

PaperLayout layout()
{
    PaperLayout layout;
    layout.size = letters;
    return layout;
}

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

TEST(DocxBlanks, LeadToTheEndOfTheLine)
{
    auto line = docx_blanks("Nơi sinh: ……………………", column, letters);
    EXPECT_THAT(line.runs, HasSubstr("Nơi sinh: </w:t></w:r><w:r><w:tab/></w:r>"));
    EXPECT_THAT(line.tabs, HasSubstr(R"(<w:tab w:val="right" w:leader="dot" w:pos="9354"/>)"));
    EXPECT_FALSE(line.is_justified);
}

TEST(DocxBlanks, ShareALineThatHoldsSeveral)
{
    auto line = docx_blanks("Dân tộc: ………………… Tôn giáo: …………………", column, letters);
    EXPECT_EQ(count_of(line.tabs, "<w:tab "), 2U);
    EXPECT_EQ(count_of(line.runs, "<w:tab/>"), 2U);
}

TEST(DocxBlanks, PushTheWordsAfterThemToTheEndOfTheLine)
{
    auto line = docx_blanks("Tôi là: ………………… sinh ngày …… tháng …… năm ………", column, letters);
    EXPECT_EQ(count_of(line.runs, "<w:tab/>"), 1U);
    EXPECT_THAT(line.runs, HasSubstr(" sinh ngày …… tháng …… năm ………"));
    EXPECT_THAT(line.tabs, HasSubstr(R"(w:val="right")"));
}

TEST(DocxBlanks, StayDotsWhereTheLineIsNotKnown)
{
    auto line = docx_blanks("Đồng chí {{ho_ten}}, chức vụ …………………, đến công tác", column, letters);
    EXPECT_THAT(line.runs, HasSubstr("chức vụ …………………, đến"));
    EXPECT_EQ(line.tabs, "");
}

TEST(DocxBlanks, OfALineThatMayFallAwayEndBeforeItsMark)
{
    auto line = docx_blanks("{{#co_vang_mat}}Lý do vắng mặt: …………………{{/co_vang_mat}}", column, letters);
    EXPECT_THAT(line.runs, HasSubstr("<w:tab/></w:r><w:r><w:t xml:space=\"preserve\">{{/co_vang_mat}}"));
    line = docx_blanks("{{^noi_duoc_hoi}}Kính gửi: …………………{{/noi_duoc_hoi}}", column, letters);
    EXPECT_THAT(line.runs, HasSubstr("<w:tab/></w:r><w:r><w:t xml:space=\"preserve\">{{/noi_duoc_hoi}}"));
}

TEST(DocxBody, KeepsTheLastWordsWithTheSignatures)
{
    auto xml = docx_body_xml("Một.\nHai.", column, layout(), true);
    EXPECT_EQ(count_of(xml, "<w:keepNext/>"), 1U);
    EXPECT_LT(xml.find("Một."), xml.find("<w:keepNext/>"));
    EXPECT_EQ(count_of(docx_body_xml("Một.\nHai.", column, layout(), false), "<w:keepNext/>"), 0U);
}

// Where the last paragraph is not printed, the one before it is the last.
TEST(DocxBody, KeepsWhatIsLastWithTheSignaturesWhenParagraphsFallAway)
{
    auto kept = [](std::string_view body) {
        return count_of(docx_body_xml(body, column, layout(), true), "<w:keepNext/>");
    };
    EXPECT_EQ(kept("Một.\nHai.\n{{#x}}Ba.{{/x}}"), 2U);
    EXPECT_EQ(kept("Một.\nHai.\n{{#x}}Ba.{{/x}}\n{{#y}}Bốn.{{/y}}"), 3U);
    EXPECT_EQ(kept("Một.\nHai.\n{{#x}}Ba.{{/x}}\n{{^x}}Bốn.{{/x}}"), 2U) << "one of the two is there";
    EXPECT_EQ(kept("Một.\n{{#x}}Hai{{/x}} và {{#x}}ba{{/x}}."), 1U);
    EXPECT_EQ(kept("Một.\n{{#x}}Hai{{/x}} và {{#x}}ba{{/x}}"), 1U);
}

TEST(DocxBody, KeepsALabelWithItsLinesAndALineFromStandingAlone)
{
    auto xml = docx_body_xml("Ưu điểm:\n_ 4\nHết.", column, layout(), false);
    EXPECT_EQ(count_of(xml, "<w:keepNext/>"), 3U) << "the label, the first line and the last but one";
}

TEST(DocxBody, BeginsAPageWithoutAnEmptyLine)
{
    auto xml = docx_body_xml("Một.\n@page\nHai.", column, layout(), false);
    EXPECT_EQ(count_of(xml, "<w:p>"), 2U);
    EXPECT_EQ(count_of(xml, "<w:pageBreakBefore/>"), 1U);
}

TEST(DocxBody, SetsTablesWithTheirWidthsAndRowsToWriteIn)
{
    auto xml = docx_body_xml("|% 25 75\n| Tháng, năm | Lý do |\n|_ 3", column, layout(), false);
    EXPECT_EQ(count_of(xml, "<w:tr>"), 4U);
    EXPECT_THAT(xml, HasSubstr(R"(<w:gridCol w:w="2338"/><w:gridCol w:w="7015"/>)"));
    EXPECT_EQ(count_of(xml, "<w:tblHeader/>"), 1U);
    EXPECT_THAT(xml, Not(HasSubstr("|")));
}

} // namespace

} // namespace phusa
