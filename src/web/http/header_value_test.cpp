#include "web/http/header_value.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

TEST(HeaderValue, Parameters)
{
    EXPECT_EQ(header_parameter("form-data; name=\"a;b\"; filename=\"x \\\"y\\\".txt\"", "filename"), "x \"y\".txt");
    EXPECT_EQ(header_parameter("form-data; name=\"a;b\"", "name"), "a;b");
    EXPECT_EQ(header_parameter("multipart/form-data; charset=utf-8; Boundary = abc", "boundary"), "abc");
    EXPECT_FALSE(header_parameter("multipart/form-data; boundary", "boundary"));
    EXPECT_FALSE(header_parameter("text/html", "charset"));
    EXPECT_EQ(header_parameter("x; name=\"cut", "name"), "cut");
}

TEST(HeaderValue, MediaType)
{
    EXPECT_EQ(media_type("Text/HTML ; charset=utf-8"), "text/html");
    EXPECT_EQ(media_type(""), "");
}

TEST(HeaderValue, AcceptEncoding)
{
    EXPECT_TRUE(accepts_encoding("gzip, deflate, br", "br"));
    EXPECT_TRUE(accepts_encoding("*", "gzip"));
    EXPECT_TRUE(accepts_encoding("gzip;q=0.5", "gzip"));
    EXPECT_FALSE(accepts_encoding("gzip;q=0, *", "gzip"));
    EXPECT_FALSE(accepts_encoding("gzip; q=0.0", "gzip"));
    EXPECT_FALSE(accepts_encoding("gzipped", "gzip"));
    EXPECT_FALSE(accepts_encoding("", "gzip"));
}

} // namespace phusa::web
