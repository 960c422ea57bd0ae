#include "base/limits.hpp"
#include "exchange/spreadsheet/merged_areas.hpp"
#include "exchange/spreadsheet/reading_ahead.hpp"
#include "exchange/spreadsheet/workbook.hpp"
#include "exchange/spreadsheet/xlsx_book.hpp"
#include "exchange/zipped_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace phusa
{
namespace
{

using testing::HasSubstr;

const std::string book_xml =
    R"(<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>)";
const std::string relations_xml =
    R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>)"
    R"(<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>)";
const std::string styles_xml =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\/mm\/yyyy"/></numFmts>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>)";

std::string sheet_xml(const std::string& rows, const std::string& behind = {})
{
    return "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>";
}

std::string xlsx(const std::string& sheet, std::map<std::string, std::string> more = {})
{
    more.emplace("xl/workbook.xml", book_xml);
    more.emplace("xl/_rels/workbook.xml.rels", relations_xml);
    more.emplace("xl/styles.xml", styles_xml);
    more.emplace("xl/worksheets/sheet1.xml", sheet);
    return zipped(more);
}

Result<std::vector<SheetRow>> rows_of(std::string bytes)
{
    auto book = TRY(Workbook::open(Content(std::move(bytes))));
    std::vector<SheetRow> rows;
    TRY_DO(book.read(0, [&](SheetRow&& row) {
        rows.push_back(std::move(row));
        return true;
    }));
    return rows;
}

TEST(Workbook, ReadsSharedInlineAndRichTexts)
{
    auto rows = rows_of(xlsx(
        sheet_xml(
            R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>079</t></is></c></row>)"
            R"(<row r="3" hidden="1"><c r="A3" t="s"><v>1</v></c><c r="B3" t="str"><f>A1</f><v>Đào</v></c></row>)"),
        {{"xl/sharedStrings.xml", "<sst><si><t>Nguyễn</t></si><si><r><t>Trần </t></r><r><t>Thị</t></r>"
                                  "<rPh><t>bỏ</t></rPh></si></sst>"}}));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ((*rows)[0].number, 2u);
    EXPECT_EQ((*rows)[0].cells, (std::vector<Cell>{std::string("Nguyễn"), Cell(), std::string("079")}));
    EXPECT_TRUE((*rows)[1].hidden);
    EXPECT_EQ((*rows)[1].cells, (std::vector<Cell>{std::string("Trần Thị"), std::string("Đào")}));
}

TEST(Workbook, KnowsDaysByTheirFormat)
{
    auto sheet =
        sheet_xml(R"(<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="2"><v>59</v></c>)"
                  R"(<c r="C1" s="0"><v>45000</v></c><c r="D1"><v>2.5</v></c><c r="E1" s="1"><v>0.5</v></c></row>)");
    auto rows = rows_of(xlsx(sheet));
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front().cells,
              (std::vector<Cell>{*Date::of(2023, 3, 15), *Date::of(1900, 2, 28), std::int64_t{45000}, 2.5, 0.5}));
    auto book = book_xml;
    book.replace(book.find("<workbookPr/>"), 13, "<workbookPr date1904=\"1\"/>");
    rows = rows_of(xlsx(sheet, {{"xl/workbook.xml", book}}));
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front().cells.front(), Cell(*Date::of(2027, 3, 16)));
}

TEST(Workbook, FillsMergedAreas)
{
    auto rows =
        rows_of(xlsx(sheet_xml(R"(<row r="1"><c r="B1" t="inlineStr"><is><t>Quê quán</t></is></c></row>)"
                               R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>)",
                               R"(<mergeCells><mergeCell ref="B1:C2"/></mergeCells>)")));
    ASSERT_TRUE(rows);
    Cell head = std::string("Quê quán");
    EXPECT_EQ((*rows)[0].cells, (std::vector<Cell>{Cell(), head, head}));
    EXPECT_EQ((*rows)[1].cells, (std::vector<Cell>{std::int64_t{1}, head, head}));
    EXPECT_EQ((*rows)[2].cells, (std::vector<Cell>{std::int64_t{2}}));
}

TEST(MergedAreas, AreFoundHoweverTheSheetIsCutInPieces)
{
    const std::string sheet = "<x:worksheet><x:row><x:c><x:t>mergeCells, &lt;mergeCells></x:t></x:c></x:row>"
                              "<x:mergeCells count=\"2\"><x:mergeCell ref=\"A1:C1\"/><x:mergeCell ref=\"B2:B9\"/>"
                              "</x:mergeCells><x:pageMargins left=\"1\"/></x:worksheet>";
    for (std::size_t bytes = 1; bytes <= sheet.size(); ++bytes) {
        MergedAreas merged;
        for (std::size_t at = 0; at < sheet.size(); at += bytes)
            merged.feed(std::string_view(sheet).substr(at, bytes));
        auto areas = std::move(merged).areas();
        ASSERT_EQ(areas.size(), 2u) << bytes;
        EXPECT_EQ(areas[0].last_column, 2u);
        EXPECT_EQ(areas[1].last_row, 9u);
    }
}

TEST(MergedAreas, AreNoneWhereTheSheetNamesNone)
{
    MergedAreas merged;
    merged.feed("<worksheet><row><c><t>mergeCells</t></c></row></worksheet>");
    EXPECT_TRUE(std::move(merged).areas().empty());
}

TEST(ReadingAhead, HandsOutTheSameRowsAndStopsWhereTheReaderHasEnough)
{
    std::string rows;
    for (int i = 1; i <= 2'000; ++i)
        rows += fmt::format("<row><c><v>{}</v></c></row>", i);
    auto book = Workbook::open(Content(xlsx(sheet_xml(rows)))).value();
    std::int64_t next = 1;
    EXPECT_TRUE(read_ahead(book, 0, [&](SheetRow&& row) {
        EXPECT_EQ(row.cells.at(0), Cell(next));
        return ++next <= 1'500;
    }));
    EXPECT_EQ(next, 1'501);
    next = 1;
    EXPECT_TRUE(read_ahead(book, 0, [&](SheetRow&&) { return ++next > 0; }));
    EXPECT_EQ(next, 2'001);
}

TEST(ReadingAhead, PassesFaultsOnFromBothSides)
{
    auto broken = Workbook::open(Content(xlsx(sheet_xml("<row><c><v>1</v></c></row><row>")))).value();
    EXPECT_FALSE(read_ahead(broken, 0, [](SheetRow&&) { return true; }));
    auto book = Workbook::open(Content(xlsx(sheet_xml("<row><c><v>1</v></c></row>")))).value();
    EXPECT_THROW(
        static_cast<void>(read_ahead(book, 0, [](SheetRow&&) -> bool { throw std::runtime_error("no more room"); })),
        std::runtime_error);
}

TEST(Workbook, ReadsCsvWithTheNumbersThatASpreadsheetShows)
{
    auto rows = rows_of("Họ tên;Năm sinh\n\n\"Đào\nThị\";1990\nAn;\n");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3u);
    EXPECT_EQ((*rows)[1].number, 3u);
    EXPECT_EQ((*rows)[1].cells, (std::vector<Cell>{std::string("Đào\nThị"), std::string("1990")}));
    EXPECT_EQ((*rows)[2].number, 4u);
    EXPECT_EQ((*rows)[2].cells, (std::vector<Cell>{std::string("An"), Cell()}));
}

TEST(Workbook, StopsWhereTheReaderHasEnough)
{
    auto book =
        Workbook::open(Content(xlsx(sheet_xml("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>")))).value();
    int seen = 0;
    EXPECT_TRUE(book.read(0, [&](SheetRow&&) { return ++seen < 1; }));
    EXPECT_EQ(seen, 1);
}

TEST(Workbook, RefusesWhatItCannotReadAndSaysWhatToDo)
{
    auto refusal = [](std::string bytes) { return rows_of(std::move(bytes)).error().message; };
    EXPECT_THAT(refusal(""), HasSubstr("không có gì"));
    EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1"), HasSubstr(".xls"));
    EXPECT_THAT(refusal("PK\x03\x04 rác"), HasSubstr("hỏng"));
    EXPECT_THAT(refusal(zipped({{"word/document.xml", "<w/>"}})), HasSubstr("không phải bảng tính"));
    EXPECT_THAT(refusal(xlsx("<worksheet><sheetData><row>")), HasSubstr("hỏng"));
    EXPECT_THAT(refusal(xlsx("<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>")), HasSubstr("hỏng"));
    EXPECT_THAT(refusal(xlsx(sheet_xml("<row><c t=\"str\"><v>\xC3(</v></c></row>"))), HasSubstr("hỏng"));
    EXPECT_THAT(refusal(xlsx(sheet_xml(R"(<row><c r="ZZ1"><v>1</v></c></row>)"))), HasSubstr("cột"));
}

TEST(Workbook, IsNotBlownUpByASmallFile)
{
    std::string zeros(limit::unpacked_part_bytes_max + 1024, ' ');
    auto bytes = xlsx("<worksheet><sheetData>" + zeros);
    ASSERT_LT(bytes.size(), 1'000'000u);
    auto rows = rows_of(bytes);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().kind, Problem::Kind::too_large);
}

TEST(Workbook, TellsDaysFromOtherFormats)
{
    for (auto* day : {"dd/mm/yyyy", "m/d/yy", "[$-42A]dd\\ mmmm yyyy", "\"Ngày\" d", "yyyy", "d-mmm;@"})
        EXPECT_TRUE(shows_a_day(day)) << day;
    for (auto* other : {"0.00", "General", "#,##0", "\"dd\"0", "[Red]0", "0.00E+00", "h:mm", "@"})
        EXPECT_FALSE(shows_a_day(other)) << other;
}

TEST(Workbook, NamesColumnsAsOfficesDo)
{
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
}

} // namespace
} // namespace phusa
