#include "base/limits.hpp"
#include "web/http/fields.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

TEST(Fields, ReadsRepeatedAndEmptyOnes)
{
    auto fields = Fields::parse("q=nguy%E1%BB%85n+an&unit=1&unit=2&empty=&bare&&=x");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->text("q"), "nguyễn an");
    EXPECT_EQ(fields->all("unit"), (std::vector<std::string_view>{"1", "2"}));
    EXPECT_EQ(fields->get("empty"), "");
    EXPECT_TRUE(fields->has("bare"));
    EXPECT_FALSE(fields->get("missing"));
    EXPECT_EQ(fields->text("missing"), "");
    EXPECT_EQ(fields->text(""), "x");
}

TEST(Fields, KeepsSpacesAndEqualsSigns)
{
    auto fields = Fields::parse("password=%20a=b%20");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->text("password"), " a=b ");
}

TEST(Fields, RefusesBrokenText)
{
    for (auto text : {"q=%", "q=%00", "%FF=1", "q=%E1%BB"})
        EXPECT_FALSE(Fields::parse(text)) << text;
}

TEST(Fields, RefusesTooMany)
{
    std::string text;
    for (std::size_t i = 0; i <= limit::request_fields_max; ++i)
        text += "a=1&";
    auto fields = Fields::parse(text);
    ASSERT_FALSE(fields);
    EXPECT_EQ(fields.error().kind, Problem::Kind::too_large);
}

TEST(Fields, AreWrittenAsTheyAreRead)
{
    Fields fields{{"tên", "Đào & Lê"}, {"a", "1=2"}};
    auto again = Fields::parse(fields.urlencoded());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->items(), fields.items());
}

} // namespace phusa::web
