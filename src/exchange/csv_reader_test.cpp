#include "exchange/csv_reader.hpp"

#include <gtest/gtest.h>

namespace phusa
{
namespace
{

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rows_of(std::string_view text)
{
    Rows rows;
    TRY_DO(read_csv(text, [&](std::uint32_t, std::vector<std::string>&& fields) {
        rows.push_back(std::move(fields));
        return true;
    }));
    return rows;
}

TEST(CsvReader, ReadsQuotesBreaksAndEitherLineEnd)
{
    EXPECT_EQ(rows_of("\xEF\xBB\xBFtên,ghi chú\r\n\"Đào, Thị\",\"nói \"\"vâng\"\"\nhai dòng\"\n\nb,\n").value(),
              (Rows{{"tên", "ghi chú"}, {"Đào, Thị", "nói \"vâng\"\nhai dòng"}, {"b", ""}}));
}

TEST(CsvReader, TakesTheSeparatorThatTheFirstLineUses)
{
    EXPECT_EQ(rows_of("a;b;c,d\n1;2;3").value(), (Rows{{"a", "b", "c,d"}, {"1", "2", "3"}}));
    EXPECT_EQ(rows_of("a\tb\n\"x\ty\"\tz").value(), (Rows{{"a", "b"}, {"x\ty", "z"}}));
}

TEST(CsvReader, NamesTheLineOfAnOpenQuote)
{
    auto rows = rows_of("a,b\n1,2\n3,\"bốn");
    ASSERT_FALSE(rows);
    EXPECT_NE(rows.error().message.find("Dòng 3"), std::string::npos);
}

TEST(CsvReader, RefusesWhatIsNotUtf8)
{
    EXPECT_FALSE(rows_of("a,\xB5\xC6"));
    EXPECT_TRUE(rows_of("").value().empty());
}

} // namespace
} // namespace phusa
