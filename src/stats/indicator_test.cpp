#include "stats/indicator.hpp"

#include <gtest/gtest.h>

namespace phusa::stats
{

namespace
{

std::vector<Dimension> dimensions()
{
    return {{.key = "sex", .title = "Giới tính", .values = {{1, "male", "Nam"}, {2, "female", "Nữ"}}},
            Dimension::yes_no("youth_union", "Đoàn viên")};
}

std::string head() { return "title = 'Thử'\nsource = 'tự đặt'\n[[indicator]]\n"; }

std::string complaint(const std::string& toml)
{
    auto file = read_indicators(toml, dimensions());
    return file ? "" : file.error().message;
}

TEST(Indicators, AreReadWithKeyTitleSourceAndCondition)
{
    auto file = read_indicators(head() + "key='w'\ntitle='nữ'\nsource='Biểu 2'\ndefinition='Nữ đảng viên.'\n"
                                         "where={sex=['female'], youth_union=false, age={from=18, to=30}}\n",
                                dimensions());
    ASSERT_TRUE(file) << file.error().message;
    const auto& indicator = file->at("w");
    EXPECT_EQ(indicator.title, "nữ");
    EXPECT_EQ(indicator.definition, "Nữ đảng viên.");
    ASSERT_EQ(indicator.codes.size(), 2);
    EXPECT_EQ(indicator.age_from_months, 216);
    EXPECT_EQ(indicator.age_until_months, 372);
}

TEST(Indicators, WithoutTermsCountEveryRow)
{
    auto file = read_indicators(head() + "key='all'\ntitle='tất cả'\nsource='x'\nwhere={}\n", dimensions());
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->at("all").codes.empty());
    EXPECT_FALSE(file->at("all").asks_age());
}

struct Fault {
    std::string rest;  // after [[indicator]]
    std::string named; // must stand in the message
};

TEST(Indicators, AFaultIsNamed)
{
    const std::string start = "key='w'\ntitle='t'\nsource='s'\n";
    const Fault faults[] = {
        {start + "where={}\ncolour='red'\n", "colour"},
        {start + "where={gender=['male']}\n", "gender"},
        {start + "where={sex=['mail']}\n", "mail"},
        {start + "where={sex='male'}\n", "sex"},
        {start + "where={youth_union=['yes']}\n", "youth_union"},
        {start + "where={youth_union=1}\n", "youth_union"},
        {start + "where={age={from=18, until=30}}\n", "until"},
        {start + "where={age={from=30, to=18}}\n", "30"},
        {start, "where"},
        {"title='t'\nsource='s'\nwhere={}\n", "key"},
        {start + "where={}\n[[indicator]]\n" + start + "where={}\n", "w"},
        {start + "where={", "dòng"},
    };
    for (const auto& fault : faults) {
        auto message = complaint(head() + fault.rest);
        EXPECT_TRUE(message.contains(fault.named)) << fault.rest << " → “" << message << "”";
        EXPECT_FALSE(message.empty());
    }
    EXPECT_TRUE(complaint("titel='x'\n" + head()).contains("titel"));
    EXPECT_FALSE(complaint("title='x'\nsource='y'\n").empty());
}

} // namespace

} // namespace phusa::stats
