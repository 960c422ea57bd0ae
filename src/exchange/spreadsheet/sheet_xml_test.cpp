#include "exchange/spreadsheet/sheet_xml.hpp"
#include "exchange/xml_limits.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace phusa
{
namespace
{

// The first value of every row, "-" where it has none; nullopt where the sheet is not well-formed.
std::optional<std::vector<std::string>> values_of(std::string_view sheet, std::size_t piece_bytes = 1'000'000)
{
    std::vector<std::string> values;
    SheetXml xml([&](const SheetNames& names, const pugi::xml_node& row) {
        auto cell = row.child(names.cell.c_str());
        values.emplace_back(cell ? cell.child_value(names.value.c_str()) : "-");
        return true;
    });
    for (std::size_t at = 0; at < sheet.size(); at += piece_bytes)
        if (!xml.feed(sheet.substr(at, piece_bytes)))
            return std::nullopt;
    return xml.finish() ? std::optional(values) : std::nullopt;
}

using Values = std::vector<std::string>;

TEST(SheetXml, ReadsTheSameRowsHoweverTheSheetIsCutInPieces)
{
    constexpr std::string_view sheet =
        "\xEF\xBB\xBF<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"m\"><x:cols><x:col min=\"1\"/></x:cols>"
        "<x:sheetData>\n <x:row r=\"1\"><x:c><x:v>Đào &amp; &lt;/x:row&gt; &#272;</x:v></x:c></x:row>\r\n"
        "<x:row r=\"2\"/><x:row r=\"3\"><x:c><x:v>2</x:v></x:c></x:row ><x:row r=\"4\"></x:row>"
        "<x:row r=\"5\"/> </x:sheetData><x:rowBreaks><x:brk/></x:rowBreaks></x:worksheet>";
    const Values expected{"Đào & </x:row> Đ", "-", "2", "-", "-"};
    for (std::size_t bytes = 1; bytes <= sheet.size(); ++bytes)
        ASSERT_EQ(values_of(sheet, bytes), expected) << bytes;
}

TEST(SheetXml, TakesSheetsWithoutRows)
{
    EXPECT_EQ(values_of("<worksheet/>"), Values());
    EXPECT_EQ(values_of("<worksheet><sheetData/></worksheet>"), Values());
    EXPECT_EQ(values_of("<worksheet><sheetData></sheetData></worksheet>"), Values());
}

TEST(SheetXml, RefusesWhatIsNotWellFormed)
{
    EXPECT_FALSE(values_of(""));
    EXPECT_FALSE(values_of("<worksheet>"));
    EXPECT_FALSE(values_of("<worksheet><sheetData>"));
    EXPECT_FALSE(values_of("<worksheet><sheetData><row><c></row></sheetData></worksheet>"));
    EXPECT_FALSE(values_of("<worksheet><sheetData><row></sheetData></worksheet>"));
    EXPECT_FALSE(values_of("<worksheet><sheetData><row r=\"1></row></sheetData></worksheet>"));
    EXPECT_FALSE(values_of("<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><sheetData/></worksheet>"));
}

TEST(SheetXml, KeepsNoMoreThanARow)
{
    std::string longer(limit::row_bytes_max + 1, 'a');
    EXPECT_FALSE(values_of("<worksheet><sheetData><row><c><v>" + longer, 64 * 1024));
    EXPECT_FALSE(values_of("<worksheet>" + longer, 64 * 1024));
    std::string spaces(limit::row_bytes_max + 1, ' ');
    EXPECT_EQ(values_of("<worksheet><sheetData>" + spaces + "<row/></sheetData></worksheet>", 64 * 1024), Values{"-"});
}

TEST(SheetXml, StopsWhereTheReaderHasEnough)
{
    int rows = 0;
    SheetXml xml([&](const SheetNames&, const pugi::xml_node&) { return ++rows < 2; });
    EXPECT_TRUE(xml.feed("<worksheet><sheetData><row><c/></row><row><c/></row><row><c/></row>"));
    EXPECT_TRUE(xml.is_done());
    EXPECT_EQ(rows, 2);
    EXPECT_TRUE(xml.finish());
}

} // namespace
} // namespace phusa
