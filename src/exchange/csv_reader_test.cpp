#include "exchange/csv_reader.hpp"

#include <gtest/gtest.h>

namespace phusa
{
namespace
{

using Rows = std::vector<std::vector<std::string>>;

TEST(CsvReader, ReadsQuotesBreaksAndEitherLineEnd)
{
    EXPECT_EQ(read_csv("\xEF\xBB\xBFtên,ghi chú\r\n\"Đào, Thị\",\"nói \"\"vâng\"\"\nhai dòng\"\n\nb,\n").value(),
              (Rows{{"tên", "ghi chú"}, {"Đào, Thị", "nói \"vâng\"\nhai dòng"}, {"b", ""}}));
}

TEST(CsvReader, TakesTheSeparatorThatTheFirstLineUses)
{
    EXPECT_EQ(read_csv("a;b;c,d\n1;2;3").value(), (Rows{{"a", "b", "c,d"}, {"1", "2", "3"}}));
    EXPECT_EQ(read_csv("a\tb\n\"x\ty\"\tz").value(), (Rows{{"a", "b"}, {"x\ty", "z"}}));
}

TEST(CsvReader, NamesTheLineOfAnOpenQuote)
{
    auto rows = read_csv("a,b\n1,2\n3,\"bốn");
    ASSERT_FALSE(rows);
    EXPECT_NE(rows.error().message.find("Dòng 3"), std::string::npos);
}

TEST(CsvReader, RefusesWhatIsNotUtf8)
{
    EXPECT_FALSE(read_csv("a,\xB5\xC6"));
    EXPECT_TRUE(read_csv("").value().empty());
}

} // namespace
} // namespace phusa
