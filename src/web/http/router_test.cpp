#include "web/http/router.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

namespace
{

Handler says(std::string word)
{
    return [word](const Request&) { return text(word); };
}

Router example()
{
    Router router;
    router.get("/", Access::open, says("front"));
    router.get("/nguoi", Access::signed_in, says("list"));
    router.post("/nguoi", Access::signed_in, says("create"));
    router.get("/nguoi/moi", Access::signed_in, says("new"));
    router.get("/nguoi/{id:person}", Access::signed_in, says("show"));
    router.get("/nguoi/moi/{step}", Access::signed_in, says("step"));
    router.get("/nguoi/{id:person}/khoa-hoc/{course:course}", Access::token, says("course"));
    router.del("/nguoi/{id:person}", Access::signed_in, says("remove"));
    return router;
}

std::string found(const Router& router, Method method, std::string_view path)
{
    auto result = router.find(method, path);
    auto* match = std::get_if<Router::Match>(&result);
    return match ? match->route->handler(Request::get("/")).text() : "";
}

} // namespace

TEST(Router, FindsWordsBeforeParameters)
{
    auto router = example();
    EXPECT_EQ(found(router, Method::get, "/"), "front");
    EXPECT_EQ(found(router, Method::get, "/nguoi"), "list");
    EXPECT_EQ(found(router, Method::post, "/nguoi"), "create");
    EXPECT_EQ(found(router, Method::get, "/nguoi/moi"), "new");
    EXPECT_EQ(found(router, Method::get, "/nguoi/7"), "show");
    EXPECT_EQ(found(router, Method::del, "/nguoi/7"), "remove");
    EXPECT_EQ(found(router, Method::get, "/nguoi/moi/2"), "step");
    EXPECT_EQ(found(router, Method::get, "/nguoi/moi/khoa-hoc/3"), "course");
    for (auto path : {"", "nguoi", "/nguoi/", "/nguoi/7/", "/nguoi/7/8", "/nguo", "/NGUOI"})
        EXPECT_EQ(found(router, Method::get, path), "") << path;
}

TEST(Router, NamesTheParameters)
{
    auto router = example();
    auto result = router.find(Method::get, "/nguoi/7/khoa-hoc/12");
    auto& match = std::get<Router::Match>(result);
    EXPECT_EQ(match.parameters.text("id"), "7");
    EXPECT_EQ(match.parameters.text("course"), "12");
}

TEST(Router, HeadFindsGet)
{
    EXPECT_EQ(found(example(), Method::head, "/nguoi"), "list");
    Router only_post;
    only_post.post("/x", Access::open, says("x"));
    EXPECT_TRUE(std::holds_alternative<Router::WrongMethod>(only_post.find(Method::head, "/x")));
}

TEST(Router, TellsAWrongMethodFromAnUnknownPath)
{
    auto router = example();
    auto wrong = router.find(Method::put, "/nguoi");
    ASSERT_TRUE(std::holds_alternative<Router::WrongMethod>(wrong));
    EXPECT_EQ(std::get<Router::WrongMethod>(wrong).allow, "GET, HEAD, POST");
    EXPECT_TRUE(std::holds_alternative<Router::Unknown>(router.find(Method::get, "/khac")));
}

TEST(Router, ListsEveryRouteWithItsNouns)
{
    auto router = example();
    ASSERT_EQ(router.routes().size(), 8u);
    const auto& course = *router.routes()[6];
    EXPECT_EQ(course.access, Access::token);
    ASSERT_EQ(course.parameters.size(), 2u);
    EXPECT_EQ(course.parameters[0].noun, "person");
    EXPECT_EQ(course.parameters[1].name, "course");
    EXPECT_EQ(router.routes()[5]->parameters[0].noun, "");
}

TEST(RouterDeathTest, RefusesMistakesInPatterns)
{
    Router router;
    router.get("/nguoi/{id:person}", Access::open, says(""));
    EXPECT_DEATH(router.get("/nguoi/{id}/x", Access::open, says("")), "noun");
    EXPECT_DEATH(router.get("/nguoi/{other:person}", Access::open, says("")), "");
    EXPECT_DEATH(router.get("nguoi", Access::open, says("")), "");
}

} // namespace phusa::web
