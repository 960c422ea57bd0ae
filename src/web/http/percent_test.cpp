#include "web/http/percent.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

TEST(Percent, DecodesVietnamese)
{
    EXPECT_EQ(percent_decoded("%C4%90%E1%BA%A3ng+vi%C3%AAn", Plus::is_space), "Đảng viên");
    EXPECT_EQ(percent_decoded("a+b", Plus::is_plus), "a+b");
}

TEST(Percent, RefusesWhatIsNoText)
{
    for (auto text : {"%", "%4", "%zz", "a%00b", "%FF", "%C0%AF", "%ED%A0%80", "%E1%BB"})
        EXPECT_FALSE(percent_decoded(text, Plus::is_plus)) << text;
    EXPECT_FALSE(percent_decoded(std::string_view("a\0b", 3), Plus::is_plus));
}

TEST(Percent, EncodesEverythingWithAMeaning)
{
    EXPECT_EQ(percent_encoded("a/b?c=d&e f+g%"), "a%2Fb%3Fc%3Dd%26e%20f%2Bg%25");
    EXPECT_EQ(percent_encoded("Đ-._~9"), "%C4%90-._~9");
}

} // namespace phusa::web
