#include "web/site/site.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{
namespace
{

TEST(SafeReturnPath, KeepsPathsOfThisSiteOnly)
{
    EXPECT_EQ(safe_return_path("/nguoi?q=an&trang=2"), "/nguoi?q=an&trang=2");
    EXPECT_EQ(safe_return_path("/"), "/");
    for (auto bad : {"", "nguoi", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)",
                     "/nguoi\r\nSet-Cookie: a=b", "/ng\xC6\xB0\xE1\xBB\x9Di", "/dang-nhap", "/dang-nhap?tiep=/", " /"})
        EXPECT_EQ(safe_return_path(bad), "/") << bad;
}

} // namespace
} // namespace phusa::web
