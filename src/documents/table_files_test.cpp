#include "documents/csv.hpp"
#include "documents/xlsx.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <pugixml.hpp>
#include <zip.h>

namespace phusa
{
namespace
{

Table sample()
{
    return {.title = "Danh sách đảng viên",
            .notes = {"Phạm vi: Chi bộ thôn Đông"},
            .columns = {{"name", "Họ và tên", Table::Kind::text},
                        {"identity", "Số căn cước", Table::Kind::text},
                        {"admitted", "Ngày vào Đảng", Table::Kind::date},
                        {"share", "Tỷ lệ", Table::Kind::percent},
                        {"count", "Số lượng", Table::Kind::count}},
            .rows = {{std::string("Nguyễn Thị \"Đào\""), std::string("034000000012"), *Date::of(2012, 2, 3), 60.6,
                      std::int64_t{10986}},
                     {std::string("=1+1"), std::string("-"), *PartialDate::of_month(1958, 5), std::monostate{},
                      std::int64_t{0}}}};
}

// The text of one file within a workbook.
std::string part_of(const std::string& workbook, const char* name)
{
    zip_error_t error;
    auto* source = zip_source_buffer_create(workbook.data(), workbook.size(), 0, &error);
    auto* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    EXPECT_TRUE(archive);
    zip_stat_t stat;
    EXPECT_EQ(zip_stat(archive, name, 0, &stat), 0) << name;
    std::string text(stat.size, '\0');
    auto* file = zip_fopen(archive, name, 0);
    zip_fread(file, text.data(), text.size());
    zip_fclose(file);
    zip_close(archive);
    return text;
}

TEST(Csv, HasABomTitlesAndRowsThatReadBack)
{
    EXPECT_EQ(csv(sample()), "\xEF\xBB\xBF"
                             "Họ và tên,Số căn cước,Ngày vào Đảng,Tỷ lệ,Số lượng\r\n"
                             "\"Nguyễn Thị \"\"Đào\"\"\",034000000012,03/02/2012,60.6,10986\r\n"
                             "'=1+1,'-,05/1958,,0\r\n");
}

TEST(Xlsx, KeepsTextAsTextAndDatesAsDates)
{
    auto folder = std::filesystem::temp_directory_path();
    auto workbook = xlsx(sample(), folder);
    pugi::xml_document sheet;
    ASSERT_TRUE(sheet.load_string(part_of(workbook, "xl/worksheets/sheet1.xml").c_str()));
    auto cell = [&](const char* name) {
        return sheet.find_node([&](pugi::xml_node node) {
            return std::string_view(node.name()) == "c" && std::string_view(node.attribute("r").value()) == name;
        });
    };
    EXPECT_STREQ(cell("B4").attribute("t").value(), "inlineStr");
    EXPECT_STREQ(cell("B4").child("is").child("t").text().get(), "034000000012");
    EXPECT_STREQ(cell("C4").child("v").text().get(), "40942"); // 3/2/2012 in days of Excel
    EXPECT_STREQ(cell("E4").child("v").text().get(), "10986");
    EXPECT_STREQ(cell("C5").child("is").child("t").text().get(), "05/1958");
}

TEST(Xlsx, LeavesNothingBehind)
{
    auto folder = std::filesystem::temp_directory_path() / "phusa-xlsx-test";
    std::filesystem::create_directories(folder);
    EXPECT_GT(xlsx(sample(), folder).size(), 1000u);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    std::filesystem::remove(folder);
}

} // namespace
} // namespace phusa
