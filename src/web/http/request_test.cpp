#include "base/limits.hpp"
#include "web/http/request.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

TEST(Request, ReadsPathQueryAndHeaders)
{
    auto request = Request::read({.method = "GET",
                                  .target = "/t%E1%BB%95-ch%E1%BB%A9c/7?q=%C4%91%C3%A0o&page=2#part",
                                  .headers = {{"Accept", "text/html"}, {"COOKIE", "a=1; phien=abc"}},
                                  .peer = "10.0.0.9",
                                  .is_tls = true});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->method, Method::get);
    EXPECT_EQ(request->path, "/tổ-chức/7");
    EXPECT_EQ(request->query.text("q"), "đào");
    EXPECT_EQ(request->query.text("page"), "2");
    EXPECT_EQ(request->header("ACCEPT"), "text/html");
    EXPECT_EQ(request->cookie("phien"), "abc");
    EXPECT_FALSE(request->cookie("phie"));
    EXPECT_TRUE(request->is_tls);
    EXPECT_EQ(request->target(), "/t%E1%BB%95-ch%E1%BB%A9c/7?q=%C4%91%C3%A0o&page=2");
}

TEST(Request, RefusesPathsThatMeanAnotherPlace)
{
    for (auto target :
         {"/../etc", "/a/../b", "/a/./b", "/%2e%2e/b", "/a%2fb", "/a%5cb", "/a\\b", "//evil.example/", "/a//b", "/a%00",
          "/%ff", "/%", "", "a", "http://evil.example/", "*", "/a%0d%0aSet-Cookie:x", "/%c0%ae%c0%ae"})
        EXPECT_FALSE(Request::read({.target = target})) << target;
}

TEST(Request, KeepsDotsThatAreNames)
{
    auto request = Request::read({.target = "/nguoi.csv/...a"});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->path, "/nguoi.csv/...a");
}

TEST(Request, RefusesTooLongTargets)
{
    auto request = Request::read({.target = "/" + std::string(limit::request_target_bytes_max, 'a')});
    ASSERT_FALSE(request);
    EXPECT_EQ(request.error().kind, Problem::Kind::too_large);
}

TEST(Request, ReadsForms)
{
    auto request = Request::post("/nguoi", {{"ten", "Trần Thị Đào"}, {"vai_tro", "a"}, {"vai_tro", "b"}});
    EXPECT_EQ(request.method, Method::post);
    EXPECT_EQ(request.form.text("ten"), "Trần Thị Đào");
    EXPECT_EQ(request.form.all("vai_tro").size(), 2u);
    EXPECT_FALSE(request.is_safe());
}

TEST(Request, FilesStayReadableInCopies)
{
    auto copy = [] {
        auto request = Request::read(
            {.method = "POST",
             .target = "/nhap",
             .headers = {{"Content-Type", "multipart/form-data; boundary=b"}},
             .body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nxy\r\n--b--\r\n"});
        return request.value();
    }();
    ASSERT_EQ(copy.files.size(), 1u);
    EXPECT_EQ(copy.files[0].content, "xy");
}

TEST(Request, JsonBodiesAreNoForms)
{
    auto request = Request::read(
        {.method = "POST", .target = "/api/v1/x", .headers = {{"Content-Type", "application/json"}}, .body = "{}"});
    ASSERT_TRUE(request);
    EXPECT_TRUE(request->form.empty());
    EXPECT_EQ(request->body(), "{}");
    EXPECT_TRUE(request->wants_json());
}

TEST(Request, IdsAreNumbersOfRows)
{
    struct Person;
    auto request = Request::get("/nguoi/7");
    request.route_parameters.add("id", "7");
    EXPECT_EQ(request.id<Person>("id").value(), Id<Person>(7));
    for (auto text : {"", "0", "-1", "+7", "07", "7 ", "7a", "99999999999999999999", "7.0"}) {
        request.route_parameters = {{"id", text}};
        auto id = request.id<Person>("id");
        ASSERT_FALSE(id) << text;
        EXPECT_EQ(id.error().kind, Problem::Kind::not_found);
    }
    EXPECT_FALSE(request.id<Person>("other"));
}

TEST(Request, KnowsWhatIsWanted)
{
    auto page = Request::get("/nguoi");
    EXPECT_FALSE(page.wants_json());
    EXPECT_FALSE(page.wants_fragment());
    page.set_header("Accept", "application/json");
    EXPECT_TRUE(page.wants_json());
    page.set_header("Accept", "text/html,application/json;q=0.9");
    EXPECT_FALSE(page.wants_json());
    page.set_header("HX-Request", "true");
    EXPECT_TRUE(page.wants_fragment());
    page.set_header("HX-Boosted", "true");
    EXPECT_FALSE(page.wants_fragment());
}

} // namespace phusa::web
