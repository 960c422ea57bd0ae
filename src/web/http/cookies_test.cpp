#include "web/http/cookies.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

TEST(Cookies, AreOutOfReachOfScriptsAndNeighbours)
{
    auto request = Request::get("/");
    Response response;
    set_cookie(response, request, {.name = "phien", .value = "abc-_1", .life = std::chrono::hours(1)});
    EXPECT_EQ(response.header("set-cookie"), "phien=abc-_1; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");

    request.is_tls = true;
    Response sealed;
    set_cookie(sealed, request, {.name = "phien", .value = "abc", .same_site = SameSite::strict});
    EXPECT_EQ(sealed.header("set-cookie"), "__Host-phien=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
}

TEST(Cookies, UnderTlsOnlyThePrefixedOneCounts)
{
    auto request = Request::get("/");
    request.set_header("Cookie", "phien=planted; __Host-phien=ours");
    EXPECT_EQ(kept_cookie(request, "phien"), "planted");
    request.is_tls = true;
    EXPECT_EQ(kept_cookie(request, "phien"), "ours");
    request.set_header("Cookie", "phien=planted");
    EXPECT_FALSE(kept_cookie(request, "phien"));
}

TEST(Cookies, AreRemovedByAnEmptyOne)
{
    Response response;
    remove_cookie(response, Request::get("/"), "phien");
    EXPECT_EQ(response.header("set-cookie"), "phien=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(Cookies, AreFoundAmongOthers)
{
    EXPECT_EQ(cookie_in("a=1;b = 2 ;  c=", "b"), "2");
    EXPECT_EQ(cookie_in("a=1; c=", "c"), "");
    EXPECT_EQ(cookie_in("a=x=y", "a"), "x=y");
    EXPECT_FALSE(cookie_in("aa=1; =2; b", "a"));
}

} // namespace phusa::web
