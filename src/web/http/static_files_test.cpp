#include "web/http/static_files.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace phusa::web
{

namespace
{

const std::map<std::string, std::string_view, std::less<>> files{
    {"assets/manifest.json", R"({"app.css":"app-AB12.css","mark.svg":"mark.svg"})"},
    {"assets/app-AB12.css", "body{}"},
    {"assets/app-AB12.css.br", "BR"},
    {"assets/app-AB12.css.gz", "GZ"},
    {"assets/mark.svg", "<svg/>"},
    {"regulations/holidays.toml", "x"},
};

std::optional<std::string_view> lookup(std::string_view path)
{
    auto found = files.find(path);
    return found == files.end() ? std::nullopt : std::optional(found->second);
}

Response get(const std::string& target, std::vector<std::pair<std::string, std::string>> headers = {})
{
    auto request = Request::get(target);
    for (auto& [name, value] : headers)
        request.set_header(name, value);
    return StaticFiles(lookup).answer(request).value();
}

} // namespace

TEST(StaticFiles, HashedNamesAreKeptForGood)
{
    EXPECT_EQ(StaticFiles(lookup).path("app.css"), "/assets/app-AB12.css");
    auto response = get("/assets/app-AB12.css");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.text(), "body{}");
    EXPECT_EQ(response.header("Content-Type"), "text/css; charset=utf-8");
    EXPECT_EQ(response.header("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_FALSE(response.header("Content-Encoding"));
}

TEST(StaticFiles, SendsTheCompressedCopy)
{
    auto brotli = get("/assets/app-AB12.css", {{"Accept-Encoding", "gzip, br"}});
    EXPECT_EQ(brotli.header("Content-Encoding"), "br");
    EXPECT_EQ(brotli.text(), "BR");
    auto gzip = get("/assets/app-AB12.css", {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(gzip.header("Content-Encoding"), "gzip");
    EXPECT_EQ(gzip.header("Vary"), "Accept-Encoding");
}

TEST(StaticFiles, OthersAreAskedForAgain)
{
    auto first = get("/assets/mark.svg");
    EXPECT_EQ(first.header("Cache-Control"), "no-cache");
    auto again = get("/assets/mark.svg", {{"If-None-Match", std::string(*first.header("ETag"))}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.text(), "");
    EXPECT_EQ(get("/assets/mark.svg", {{"If-None-Match", "\"other\""}}).status, 200);
}

TEST(StaticFiles, ServesNothingElse)
{
    for (auto path : {"/assets/manifest.json", "/assets/app-AB12.css.br", "/assets/app-AB12.css.gz", "/assets/none.css",
                      "/assets/", "/favicon.ico"})
        EXPECT_EQ(get(path).status, 404) << path;
    StaticFiles site(lookup);
    EXPECT_FALSE(site.answer(Request::get("/nguoi")));
    EXPECT_FALSE(site.answer(Request::get("/regulations/holidays.toml")));
    EXPECT_FALSE(site.answer(Request::post("/assets/mark.svg", {})));
    EXPECT_THROW(site.path("none.css"), std::runtime_error);
    EXPECT_EQ(get("/robots.txt").text(), "User-agent: *\nDisallow: /\n");
}

TEST(StaticFiles, NeedsAManifest)
{
    EXPECT_THROW(StaticFiles([](std::string_view) { return std::optional<std::string_view>(); }), std::runtime_error);
    EXPECT_THROW(StaticFiles([](std::string_view) { return std::optional<std::string_view>("[1"); }),
                 std::runtime_error);
}

} // namespace phusa::web
