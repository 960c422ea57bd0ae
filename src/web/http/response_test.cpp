#include "web/http/response.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <array>

namespace phusa::web
{

TEST(Response, EachKindOfProblemHasItsStatus)
{
    using Kind = Problem::Kind;
    std::array<std::pair<Kind, int>, 7> statuses{{{Kind::invalid, 422},
                                                  {Kind::not_found, 404},
                                                  {Kind::refused, 403},
                                                  {Kind::conflict, 409},
                                                  {Kind::too_large, 413},
                                                  {Kind::too_many, 429},
                                                  {Kind::unavailable, 503}}};
    for (auto [kind, status] : statuses) {
        EXPECT_EQ(status_of(kind), status);
        EXPECT_EQ(problem_json({.kind = kind, .message = "x"}).status, status);
        EXPECT_EQ(refused({.kind = kind, .message = "x"}).status, status);
        EXPECT_NE(title_of(status), "");
    }
}

TEST(Response, ProblemJsonNamesTheFields)
{
    auto response =
        problem_json({.message = "Sai \"ngày\"", .fields = {{"ngay_sinh", "Không có ngày này"}}}, 422, "abc");
    EXPECT_EQ(response.header("Content-Type"), "application/problem+json");
    auto value = boost::json::parse(response.text()).as_object();
    EXPECT_EQ(value["status"], 422);
    EXPECT_EQ(value["detail"], "Sai \"ngày\"");
    EXPECT_EQ(value["reference"], "abc");
    EXPECT_EQ(value["fields"].as_array().at(0).as_object()["name"], "ngay_sinh");
}

TEST(Response, HeadersAreReplacedOrRepeated)
{
    Response response;
    response.set("X-A", "1");
    response.set("x-a", "2");
    response.add("X-A", "3");
    ASSERT_EQ(response.headers.size(), 2u);
    EXPECT_EQ(response.header("X-a"), "2");
}

TEST(ResponseDeathTest, HeadersCannotBeCutInTwo)
{
    EXPECT_DEATH(Response().set("Location", "/a\r\nSet-Cookie: x=1"), "is_header_text");
    EXPECT_DEATH(redirect_to("//evil.example"), "");
    EXPECT_DEATH(redirect_to("https://evil.example"), "");
}

TEST(Response, StreamsAreReadToTheirEnd)
{
    int parts = 0;
    Response response{.body = NextChunk([&](std::string& chunk) {
                          chunk = "dòng\n";
                          return ++parts <= 3;
                      })};
    EXPECT_TRUE(response.is_stream());
    EXPECT_EQ(response.text(), "dòng\ndòng\ndòng\n");
}

TEST(Response, DownloadsKeepVietnameseNames)
{
    auto response = download("Đảng viên \"2026\".csv", "text/csv", std::string("a"));
    EXPECT_EQ(response.header("Content-Disposition"),
              "attachment; filename=\"dang vien -2026-.csv\"; "
              "filename*=UTF-8''%C4%90%E1%BA%A3ng%20vi%C3%AAn%20%222026%22.csv");
}

} // namespace phusa::web
