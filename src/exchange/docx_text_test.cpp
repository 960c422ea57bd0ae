// What of a Word file is its text.
#include "exchange/docx_test_file.hpp"
#include "exchange/docx_text.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

using namespace docx;

DocxText read(const std::string& bytes)
{
    auto read = read_docx(Content(bytes));
    EXPECT_TRUE(read) << read.error().message;
    return read ? *read : DocxText{};
}
std::string text_of(const std::string& content) { return read(document(content)).text; }

std::string cut(const DocxText& docx, const DocxText::Cell& cell)
{
    std::string text;
    std::size_t at = 0; // code points
    for (char letter : docx.text) {
        at += (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U ? 1 : 0;
        if (at > cell.begin && at <= cell.end)
            text += letter;
    }
    return text;
}

std::vector<std::string> cells_of(const DocxText& docx, std::size_t table, std::size_t row)
{
    std::vector<std::string> cells;
    for (const auto& cell : docx.tables.at(table).at(row))
        cells.push_back(cut(docx, cell));
    return cells;
}
using Cells = std::vector<std::string>;

std::string cell(const std::string& content, const std::string& properties = "")
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(content) + "</w:tc>";
}
std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
std::string field_sign(const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; }
std::string field(const std::string& instruction, const std::string& shown)
{
    return field_sign("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + field_sign("separate") +
           shown + field_sign("end");
}

TEST(DocxText, JoinsParagraphsAndCellsByLineFeeds)
{
    auto docx =
        read(document(paragraph("Đầu") + "<w:tbl>" + row(cell("Nữ") + cell("12")) + "</w:tbl>" + paragraph("Cuối")));
    EXPECT_EQ(docx.text, "Đầu\nNữ\n12\nCuối");
    ASSERT_EQ(docx.tables.size(), 1);
    EXPECT_EQ(cells_of(docx, 0, 0), (Cells{"Nữ", "12"}));
}

TEST(DocxText, KeepsCellsBelowTheirHeads)
{
    auto docx = read(document(paragraph("Bảng") + "<w:tbl>" + row(cell("TT") + cell("Chi bộ") + cell("Số")) +
                              row(cell("Tổng cộng", "<w:gridSpan w:val=\"2\"/>") + cell("12")) +
                              "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + cell("5") + "</w:tr></w:tbl>"));
    EXPECT_EQ(cells_of(docx, 0, 1), (Cells{"Tổng cộng", "", "12"}));
    EXPECT_EQ(cells_of(docx, 0, 2), (Cells{"", "", "5"}));
}

TEST(DocxText, ReadsATableWithinATableByItself)
{
    auto docx = read(document("<w:tbl>" +
                              row("<w:tc>" + paragraph("a") + "<w:tbl>" + row(cell("1") + cell("2")) + "</w:tbl>" +
                                  paragraph("b") + "</w:tc>" + cell("3")) +
                              "</w:tbl>"));
    ASSERT_EQ(docx.tables.size(), 2);
    EXPECT_EQ(cells_of(docx, 0, 0), (Cells{"1", "2"}));
    EXPECT_EQ(cells_of(docx, 1, 0), (Cells{"a\n1\n2\nb", "3"}));
}

TEST(DocxText, IsOneTextOverSeveralRuns)
{
    EXPECT_EQ(text_of(in_paragraph(run("6.") + "<w:r><w:t>658</w:t><w:t xml:space=\"preserve\">, </w:t><w:tab/></w:r>" +
                                   "<w:hyperlink>" + run("a") + "</w:hyperlink><w:smartTag>" + run("b") +
                                   "</w:smartTag><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("c") +
                                   "</w:sdtContent></w:sdt>")),
              "6.658, \tabc");
}

TEST(DocxText, TakesNoTabFromWhereATabStops)
{
    EXPECT_EQ(
        text_of("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"99\"/></w:tabs></w:pPr>" + run("12") + "</w:p>"),
        "12");
}

TEST(DocxText, ReadsHyphensAndBreaks)
{
    EXPECT_EQ(text_of(in_paragraph("<w:r><w:t>2010</w:t><w:noBreakHyphen/><w:t>2015 kết</w:t><w:softHyphen/>"
                                   "<w:t>nạp</w:t><w:br/><w:t>5\u2011 6 kết\u00adnạp</w:t><w:cr/><w:ptab/></w:r>")),
              "2010-2015 kếtnạp\n5- 6 kếtnạp\n\t");
}

TEST(DocxText, ReadsWhatWasInsertedNotWhatWasDeletedOrMovedAway)
{
    EXPECT_EQ(text_of(in_paragraph("<w:moveFrom>" + run("12") + "</w:moveFrom><w:del><w:r><w:delText>3</w:delText>" +
                                   "<w:tab/><w:br/></w:r></w:del><w:ins>" + run("45") + "</w:ins><w:moveTo>" +
                                   run("6") + "</w:moveTo>")),
              "456");
}

TEST(DocxText, JoinsParagraphsWhoseMarkWasDeleted)
{
    std::string deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    EXPECT_EQ(text_of(in_paragraph(deleted + run("kết nạp ")) + paragraph("12 người") + paragraph("Cuối")),
              "kết nạp 12 người\nCuối");
}

TEST(DocxText, ReadsATextBoxOnceAndApartFromItsParagraph)
{
    auto box = "<w:txbxContent>" + paragraph("5") + "</w:txbxContent>";
    auto twice = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + box +
                 "</mc:Choice><mc:Choice Requires=\"wpg\">" + box + "</mc:Choice><mc:Fallback><w:pict>" + box +
                 "</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    EXPECT_EQ(text_of(in_paragraph(run("nữ 12") + twice + run("7 nam"))), "nữ 12\n5\n7 nam");
    auto old = "<w:r><mc:AlternateContent><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>";
    EXPECT_EQ(text_of(in_paragraph(run("nữ 12") + old)), "nữ 12\n5\n");
}

TEST(DocxText, ReadsWhatAFieldShowsButNoPageNumber)
{
    EXPECT_EQ(text_of(in_paragraph(run("a ") + field("REF so", run("12")) + run(" Trang ") +
                                   field(" PAGE \\* MERGEFORMAT ", run("3")) + "<w:fldSimple w:instr=\" NUMPAGES \">" +
                                   run("20") + "</w:fldSimple><w:fldSimple w:instr=\"DOCPROPERTY x\">" + run("7") +
                                   "</w:fldSimple>")),
              "a 12 Trang 7");
    auto line = in_paragraph(run("I. Kết quả") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc1", run("2")));
    EXPECT_EQ(text_of(in_paragraph(field_sign("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" +
                                   field_sign("separate")) +
                      line + line + in_paragraph(field_sign("end")) + paragraph("Hết")),
              "\nHết");
}

TEST(DocxText, LosesNothingBehindAFieldThatNeverEnds)
{
    auto begun = field_sign("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field_sign("separate");
    EXPECT_EQ(text_of(in_paragraph(begun + run("3")) + paragraph("12")), "3\n12");
}

TEST(DocxText, ReadsNotesHeadersAndFootersBehindTheBody)
{
    std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    auto relation = [&](const std::string& kind, const std::string& target) {
        return "<Relationship Id=\"" + kind + target + "\" Type=\"" + type + "/" + kind + "\" Target=\"" + target +
               "\"/>";
    };
    auto relations = [](const std::string& all) { return "<Relationships>" + all + "</Relationships>"; };
    auto separator = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>";
    auto docx = read(zipped(
        {{"_rels/.rels", relations(relation("officeDocument", "word/document2.xml"))},
         {"word/_rels/document2.xml.rels",
          relations(relation("footer", "footer1.xml") + relation("endnotes", "/word/endnotes.xml") +
                    relation("footnotes", "footnotes.xml") + relation("header", "header1.xml") +
                    relation("header", "none.xml") + relation("comments", "comments.xml"))},
         {"word/document2.xml", body(paragraph("Đầu:"))},
         {"word/footnotes.xml",
          part("footnotes", separator + ("<w:footnote w:id=\"1\">" + paragraph("nữ 12")) +
                                "</w:footnote><w:footnote w:id=\"2\">" + paragraph("nam 13") + "</w:footnote>")},
         {"word/endnotes.xml", part("endnotes", "<w:endnote w:id=\"1\">" + paragraph("5 chi bộ") + "</w:endnote>")},
         {"word/header1.xml", part("hdr", paragraph("Đảng bộ"))},
         {"word/footer1.xml", part("ftr", paragraph("Trang"))},
         {"word/comments.xml", part("comments", paragraph("xem lại"))}}));
    EXPECT_EQ(docx.text, "Đầu:\n\nnữ 12\n\nnam 13\n\n5 chi bộ\n\nĐảng bộ\n\nTrang");
}

// tests/exchange/report.fodt, saved by LibreOffice.
TEST(DocxText, ReadsWhatLibreOfficeWrites)
{
    auto content = Content::of_file(PHUSA_SOURCE_DIR "/tests/exchange/report.docx").value();
    auto docx = read(std::string(content.bytes()));
    EXPECT_EQ(docx.text,
              "\nI. Kết quả\nKết nạp 6.658 đảng viên, đạt 61%.\nNam\t13\nNữ\t12\nGiai đoạn 2010-2015 kếtnạp tại "
              "xã Minh Hoạ.\nTrước khungsau khung\ntrong khung 45%\n\nTrước hình\ntrong hình 48%\nsau hình\n"
              "STT\nChi bộ\nSố\nNữ\n1\nThôn A\n12\n5\nTổng cộng\n12\n5\nCuối.\n\n\tTrong đó nữ 12 đồng "
              "chí.\n\n\tSố liệu của 5 chi bộ.\n\nĐẢNG BỘ MINH HOẠ\n\nTrang /");
    ASSERT_EQ(docx.tables.size(), 1);
    EXPECT_EQ(cells_of(docx, 0, 2), (Cells{"Tổng cộng", "", "12", "5"}));
}

} // namespace

} // namespace phusa
