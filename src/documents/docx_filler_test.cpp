#include "documents/docx_filler.hpp"
#include "documents/office_file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusa
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view head =
    R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";

std::string run(std::string_view text) { return fmt::format("<w:r><w:t>{}</w:t></w:r>", text); }
std::string paragraph(std::string_view text) { return "<w:p>" + run(text) + "</w:p>"; }
std::string cell(std::string_view text) { return "<w:tc>" + paragraph(text) + "</w:tc>"; }

std::string docx_of(std::string_view body, std::string_view header = {})
{
    OfficeFile file;
    file.add("word/document.xml", std::string(head) + std::string(body) + "</w:body></w:document>");
    if (!header.empty())
        file.add("word/header1.xml", fmt::format(R"(<w:hdr xmlns:w="x">{}</w:hdr>)", header));
    return file.written();
}

std::string part_of(const std::string& docx, std::string_view part = "word/document.xml")
{
    return OfficeFile::read(docx)->find(part)->bytes;
}

std::string filled(std::string_view body, const PaperValues& values)
{
    auto filled = fill_docx(docx_of(body), values);
    return filled ? part_of(filled->bytes) : filled.error().message;
}

PaperValues values()
{
    return {.fields = {{"ho_ten", {.text = "Phạm Văn Bờ"}},
                       {"que_quan", {.text = ""}},
                       {"nguoi_ky", {.text = "", .is_dotted = false}},
                       {"dia_chi", {.text = "Thôn Đầu Làng\nxã Bồi Hạ"}}},
            .rows = {{"dong", {{{"ten", {.text = "Một"}}}, {{"ten", {.text = "Hai"}}}}}, {"khong", {}}}};
}

TEST(DocxFiller, FillsAFieldThatIsSplitOverRuns)
{
    auto xml = filled("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Tôi là {</w:t></w:r><w:proofErr/>" + run("{ho") +
                          run("_ten}") + run("}, sinh") + "</w:p>",
                      values());
    EXPECT_THAT(xml, HasSubstr("Tôi là Phạm Văn Bờ"));
    EXPECT_THAT(xml, HasSubstr(", sinh"));
    EXPECT_THAT(xml, Not(HasSubstr("{")));
}

TEST(DocxFiller, KeepsTheSpacesAroundAValue)
{
    EXPECT_THAT(filled(paragraph("Đồng chí {{ho_ten}} và"), values()),
                HasSubstr(R"(<w:t xml:space="preserve">Đồng chí Phạm Văn Bờ và</w:t>)"));
}

TEST(DocxFiller, ReadsNamesHoweverTheyAreTyped)
{
    EXPECT_THAT(filled(paragraph("{{ Ho_ten }}"), values()), HasSubstr("Phạm Văn Bờ"));
}

TEST(DocxFiller, TurnsLineFeedsIntoBreaks)
{
    EXPECT_THAT(filled(paragraph("{{dia_chi}}"), values()),
                HasSubstr(R"(Thôn Đầu Làng</w:t><w:br/><w:t xml:space="preserve">xã Bồi Hạ)"));
}

TEST(DocxFiller, LeavesDotsForWhatIsMissingAndSaysSo)
{
    auto result = fill_docx(
        docx_of(paragraph("Quê quán: {{que_quan}}") + paragraph("ký {{nguoi_ky}}") + paragraph("{{la_gi}}")), values());
    ASSERT_TRUE(result);
    EXPECT_THAT(result->missing, ElementsAre("que_quan"));
    EXPECT_THAT(result->unknown, ElementsAre("la_gi"));
    auto xml = part_of(result->bytes);
    EXPECT_THAT(xml, HasSubstr("Quê quán: ……"));
    EXPECT_THAT(xml, HasSubstr(">ký <"));
    EXPECT_THAT(xml, HasSubstr("{{la_gi}}"));
}

TEST(DocxFiller, RepeatsATableRow)
{
    auto xml = filled("<w:tbl><w:tr>" + cell("Tên") + cell("Ghi") + "</w:tr><w:tr>" + cell("{{#dong}}{{ten}}") +
                          cell("{{ho_ten}}{{/dong}}") + "</w:tr></w:tbl>",
                      values());
    EXPECT_THAT(xml, HasSubstr("<w:tr><w:tc><w:p><w:r><w:t xml:space=\"preserve\">Một</w:t></w:r></w:p></w:tc><w:tc>"
                               "<w:p><w:r><w:t xml:space=\"preserve\">Phạm Văn Bờ"));
    EXPECT_LT(xml.find("Một"), xml.find("Hai"));
    EXPECT_THAT(xml, Not(HasSubstr("dong")));
}

TEST(DocxFiller, ARowWithoutItemsIsGone)
{
    auto xml = filled("<w:tbl><w:tr>" + cell("Tên") + "</w:tr><w:tr>" + cell("{{#khong}}x") + cell("{{/khong}}") +
                          "</w:tr></w:tbl>",
                      values());
    EXPECT_THAT(xml, HasSubstr("Tên"));
    EXPECT_EQ(xml.find("<w:tr>", xml.find("<w:tr>") + 1), std::string::npos);
}

TEST(DocxFiller, RepeatsParagraphsAndDropsThoseOfTheMarks)
{
    auto xml = filled(paragraph("trước") + paragraph("{{#dong}}") + paragraph("- {{ten}};") + paragraph("{{/dong}}") +
                          paragraph("sau"),
                      values());
    EXPECT_THAT(xml, HasSubstr("- Một;</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">- Hai;"));
    EXPECT_EQ(std::string::npos, xml.find("<w:t/>"));
    EXPECT_THAT(xml, HasSubstr("sau"));
}

TEST(DocxFiller, KeepsParagraphsOfAFieldOnlyWhereItHasAValue)
{
    EXPECT_THAT(filled(paragraph("{{#ho_ten}}có{{/ho_ten}}") + paragraph("{{#que_quan}}không{{/que_quan}}") +
                           paragraph("{{^que_quan}}thiếu{{/que_quan}}"),
                       values()),
                testing::AllOf(HasSubstr("có"), Not(HasSubstr("không")), HasSubstr("thiếu")));
}

TEST(DocxFiller, KeepsOnlyTheTextOfASectionWithinALine)
{
    auto xml = filled(paragraph("A{{#que_quan}} quê {{que_quan}}{{/que_quan}}{{#ho_ten}} tên {{ho_ten}}{{/ho_ten}}, B"),
                      values());
    EXPECT_THAT(xml, HasSubstr("A tên Phạm Văn Bờ, B"));
}

TEST(DocxFiller, FillsTextBoxesOfAParagraph)
{
    auto xml = filled("<w:p>" + run("{{ho_ten}}") + "<w:r><w:pict><v:textbox xmlns:v=\"v\"><w:txbxContent>" +
                          paragraph("hộp {{dia_chi}}") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
                      values());
    EXPECT_THAT(xml, HasSubstr("hộp Thôn Đầu Làng"));
    EXPECT_THAT(xml, HasSubstr("Phạm Văn Bờ"));
}

TEST(DocxFiller, FillsHeaders)
{
    auto result = fill_docx(docx_of(paragraph("x"), paragraph("{{ho_ten}}")), values());
    ASSERT_TRUE(result);
    EXPECT_THAT(part_of(result->bytes, "word/header1.xml"), HasSubstr("Phạm Văn Bờ"));
}

TEST(DocxFiller, EscapesWhatPeopleTyped)
{
    auto wild = values();
    wild.fields["ho_ten"].text = "<w:p>&{{que_quan}}";
    EXPECT_THAT(filled(paragraph("{{ho_ten}}"), wild), HasSubstr("&lt;w:p&gt;&amp;{{que_quan}}"));
}

TEST(DocxFiller, MarksInventedPapersInAnyTemplate)
{
    auto marked = values();
    marked.mark = "Dữ liệu minh hoạ";
    auto xml = filled(paragraph("x"), marked);
    EXPECT_LT(xml.find("Dữ liệu minh hoạ"), xml.find(">x<"));
}

TEST(DocxFiller, RefusesASectionThatIsNotClosed)
{
    EXPECT_THAT(filled(paragraph("{{#dong}}") + paragraph("x"), values()), HasSubstr("{{/dong}}"));
}

TEST(DocxFiller, RefusesWhatIsNoWordFile)
{
    EXPECT_FALSE(fill_docx("không phải", values()));
    OfficeFile sheet;
    sheet.add("xl/workbook.xml", "<x/>");
    EXPECT_FALSE(fill_docx(sheet.written(), values()));
    OfficeFile broken;
    broken.add("word/document.xml", "<w:document");
    EXPECT_FALSE(fill_docx(broken.written(), values()));
}

TEST(DocxFiller, RefusesAFileThatUnpacksToTooMuch)
{
    OfficeFile bomb;
    bomb.add("word/document.xml", std::string(OfficeFile::bytes_max + 1, ' '));
    auto result = fill_docx(bomb.written(), values());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, Problem::Kind::too_large);
}

TEST(DocxFields, ListsWhatATemplateUsesAndWhatIsWrongWithIt)
{
    auto good = fields_of_docx(docx_of(paragraph("{{ho_ten}}") + paragraph("{{#dong}}{{ten}}{{/dong}} {{ho_ten}}")));
    ASSERT_TRUE(good);
    EXPECT_THAT(good->names, ElementsAre("dong", "ho_ten", "ten"));
    EXPECT_TRUE(good->faults.empty());
    auto bad = fields_of_docx(docx_of(paragraph("{{#dong}}") + paragraph("{{ho_ten") + paragraph("{{/khac}}")));
    ASSERT_TRUE(bad);
    EXPECT_EQ(bad->faults.size(), 3U);
}

} // namespace

} // namespace phusa
