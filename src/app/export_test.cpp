#include "app/export.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace phusa
{
namespace
{

Table table()
{
    using enum Table::Kind;
    return {.title = "Thử",
            .notes = {"Phạm vi: \"toàn xã\".", "2 dòng."},
            .columns = {{"name", "Tên", text}, {"born", "Ngày sinh", date}, {"count", "Số", count}},
            .rows = {{std::string("=1+1 \"An\""), *Date::of(2026, 2, 3), std::int64_t{7}},
                     {std::string("Bình"), PartialDate(*Date::of(1990, 1, 1)), std::monostate{}}}};
}

std::string file(ExportFormat format)
{
    auto chunks = write_table(stream_of(table()), format);
    std::string whole;
    for (std::string chunk; chunks(chunk); chunk.clear())
        whole += chunk;
    return whole;
}

TEST(Export, JsonIsAListOfTheApi)
{
    auto list = boost::json::parse(file(ExportFormat::json)).as_object();
    EXPECT_EQ(list.at("total").as_int64(), 2);
    EXPECT_TRUE(list.at("next").is_null());
    EXPECT_EQ(list.at("notes"), (boost::json::array{"Phạm vi: \"toàn xã\".", "2 dòng."}));
    const auto& first = list.at("items").as_array().at(0).as_object();
    EXPECT_EQ(first.at("name").as_string(), "=1+1 \"An\"");
    EXPECT_EQ(first.at("born").as_string(), "2026-02-03");
    EXPECT_EQ(first.at("count").as_int64(), 7);
    EXPECT_TRUE(list.at("items").as_array().at(1).at("count").is_null());
}

TEST(Export, AnEmptyListIsAListToo)
{
    auto empty = table();
    empty.rows.clear();
    auto chunks = write_table(stream_of(empty), ExportFormat::json);
    std::string whole;
    for (std::string chunk; chunks(chunk); chunk.clear())
        whole += chunk;
    EXPECT_EQ(boost::json::parse(whole).at("total").as_int64(), 0);
}

TEST(Export, CsvHasItsHeadOnceAndRunsNoFormula)
{
    auto csv = file(ExportFormat::csv);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    EXPECT_EQ(csv.find("Tên"), csv.rfind("Tên"));
    EXPECT_FALSE(csv.contains("\"=1+1"));
    EXPECT_FALSE(csv.contains("\n=1+1"));
}

TEST(Export, XlsxIsAZipThatIsReadToItsEnd)
{
    auto xlsx = file(ExportFormat::xlsx);
    EXPECT_TRUE(xlsx.starts_with("PK"));
    // The end of a zip's directory.
    EXPECT_TRUE(xlsx.contains("PK\x05\x06"));
}

TEST(Export, FormatsAreNamedByTheirEnding)
{
    for (auto format : {ExportFormat::csv, ExportFormat::xlsx, ExportFormat::json})
        EXPECT_EQ(export_format(key_of(format)), format);
    EXPECT_FALSE(export_format("exe"));
}

} // namespace
} // namespace phusa
