#include "web/http/csrf.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

namespace
{

const std::string secret(32, 's');
const std::string other_secret(32, 'o');

Request form_with(const std::string& token) { return Request::post("/x", {{"csrf", token}}); }

} // namespace

TEST(Csrf, OnlyTheTokenOfTheSessionPasses)
{
    EXPECT_TRUE(csrf_ok(form_with(csrf_token(secret)), secret));
    EXPECT_FALSE(csrf_ok(form_with(csrf_token(other_secret)), secret));
    EXPECT_FALSE(csrf_ok(form_with(""), secret));
    EXPECT_FALSE(csrf_ok(form_with(secret), secret));
    EXPECT_FALSE(csrf_ok(form_with(csrf_token(secret).substr(1)), secret));
    EXPECT_FALSE(csrf_ok(Request::post("/x", {}), secret));
    EXPECT_FALSE(csrf_ok(form_with(csrf_token(secret)), ""));
}

TEST(Csrf, TheHeaderServesScripts)
{
    auto request = Request::post("/x", {});
    request.set_header("X-CSRF-Token", csrf_token(secret));
    EXPECT_TRUE(csrf_ok(request, secret));
}

TEST(Csrf, EveryPageCarriesAnotherToken) { EXPECT_NE(csrf_token(secret), csrf_token(secret)); }

TEST(Csrf, LookingNeedsNoToken) { EXPECT_TRUE(csrf_ok(Request::get("/x"), secret)); }

TEST(Csrf, ARightTokenFromElsewhereDoesNotPass)
{
    auto request = form_with(csrf_token(secret));
    request.set_header("Host", "phusa.example");
    request.set_header("Origin", "https://PHUSA.example");
    EXPECT_TRUE(csrf_ok(request, secret));
    for (auto origin :
         {"https://evil.example", "null", "https://phusa.example.evil.example", "https://phusa.example:8443"}) {
        request.set_header("Origin", origin);
        EXPECT_FALSE(csrf_ok(request, secret)) << origin;
    }
    request.set_header("Origin", "https://phusa.example");
    for (auto site : {"cross-site", "same-site", "none"}) {
        request.set_header("Sec-Fetch-Site", site);
        EXPECT_FALSE(csrf_ok(request, secret)) << site;
    }
    request.set_header("Sec-Fetch-Site", "same-origin");
    EXPECT_TRUE(csrf_ok(request, secret));
}

} // namespace phusa::web
