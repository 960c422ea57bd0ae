#include "web/http/dispatcher.hpp"
#include "web/http/health.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>
#include <stdexcept>

namespace phusa::web
{

namespace
{

using testing::HasSubstr;
using testing::Not;

class DispatcherTest : public testing::Test
{
public:
    DispatcherTest()
    {
        router.get("/nguoi/{id:person}", Access::signed_in,
                   [](const Request& request) { return html("<p>" + std::string(request.route_text("id"))); });
        router.get("/hong", Access::signed_in,
                   [](const Request&) -> Response { throw std::runtime_error("CCCD 034099001234"); });
        router.get("/tu-choi", Access::signed_in, [](const Request&) {
            return refused({.kind = Problem::Kind::refused, .message = "Chỉ <b>cấp uỷ</b> được làm việc này."});
        });
        router.get("/dai", Access::signed_in, [](const Request&) {
            return Response{.body = NextChunk([n = 0](std::string& chunk) mutable {
                                chunk = "dòng\n";
                                return ++n <= 2;
                            })};
        });
        router.post("/tep", Access::signed_in, [](const Request&) { return text("ok"); }).body_bytes_max = 99;
        add_health_routes(router, metrics,
                          {{"database", [this] { return database_ready; }},
                           {"disk", []() -> bool { throw std::runtime_error("x"); }}});
        auto sink = std::make_shared<spdlog::sinks::ostream_sink_st>(log_);
        before_ = spdlog::default_logger();
        spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", sink));
    }
    ~DispatcherTest() override { spdlog::set_default_logger(before_); }

    Response answer(RawRequest raw) { return Dispatcher(router, metrics, settings).answer(std::move(raw)); }
    std::string log() const { return log_.str(); }

    Router router;
    Metrics metrics;
    DispatcherSettings settings;
    bool database_ready = true;

private:
    std::ostringstream log_;
    std::shared_ptr<spdlog::logger> before_;
};

} // namespace

TEST_F(DispatcherTest, LogsThePatternAndNeverThePerson)
{
    auto response = answer({.target = "/nguoi/777?q=%C4%91%C3%A0o", .peer = "10.20.30.40"});
    EXPECT_EQ(response.text(), "<p>777");
    EXPECT_THAT(log(), HasSubstr("GET /nguoi/{id:person} 200 "));
    EXPECT_THAT(log(), HasSubstr(std::string(*response.header("X-Request-Id"))));
    EXPECT_THAT(log(), Not(HasSubstr("777")));
    EXPECT_THAT(log(), Not(HasSubstr("đào")));
    EXPECT_THAT(log(), Not(HasSubstr("10.20.30.40")));
}

TEST_F(DispatcherTest, EveryAnswerCarriesTheSecurityHeaders)
{
    for (auto target : {"/nguoi/7", "/hong", "/khong-co", "/../x", "/tu-choi", "/dai"}) {
        auto response = answer({.target = target});
        EXPECT_THAT(std::string(response.header("Content-Security-Policy").value_or("")),
                    HasSubstr("default-src 'none'; script-src 'self'"))
            << target;
        EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff") << target;
        EXPECT_EQ(response.header("Cache-Control"), "no-store") << target;
        EXPECT_FALSE(response.header("Strict-Transport-Security")) << target;
    }
    EXPECT_TRUE(answer({.target = "/nguoi/7", .is_tls = true}).header("Strict-Transport-Security"));
}

TEST_F(DispatcherTest, AnExceptionBecomesAPageWithAReferenceAndIsLoggedByKind)
{
    auto response = answer({.target = "/hong"});
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.text(), HasSubstr(std::string(*response.header("X-Request-Id"))));
    EXPECT_THAT(response.text(), Not(HasSubstr("034099001234")));
    EXPECT_THAT(log(), HasSubstr("std::runtime_error"));
    EXPECT_THAT(log(), Not(HasSubstr("034099001234")));
}

TEST_F(DispatcherTest, ProblemsAreWrittenAsTheyWereAskedFor)
{
    auto page = answer({.target = "/tu-choi", .headers = {{"Accept", "text/html"}}});
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(page.text(), HasSubstr("Chỉ &lt;b&gt;cấp uỷ"));
    auto json = answer({.target = "/tu-choi", .headers = {{"Accept", "application/json"}}});
    EXPECT_EQ(json.status, 403);
    EXPECT_EQ(json.header("Content-Type"), "application/problem+json");
    EXPECT_THAT(json.text(), HasSubstr("Chỉ <b>cấp uỷ"));
}

TEST_F(DispatcherTest, TheSitesErrorPageIsUsedUnlessItBreaks)
{
    settings.error_page = [](const Request&, const Problem&, int status) { return html("own", status); };
    auto own = answer({.target = "/khong-co"});
    EXPECT_EQ(own.status, 404);
    EXPECT_EQ(own.text(), "own");
    settings.error_page = [](const Request&, const Problem&, int) -> Response { throw std::logic_error("page"); };
    EXPECT_EQ(answer({.target = "/khong-co"}).status, 404);
    EXPECT_EQ(answer({.target = "/hong"}).status, 500);
}

TEST_F(DispatcherTest, WhatCannotBeReadIs400)
{
    EXPECT_EQ(answer({.target = "/%00"}).status, 400);
    EXPECT_EQ(answer({.target = "/nguoi/7?q=%ff"}).status, 400);
    auto api = answer({.target = "/api/v1/%"});
    EXPECT_EQ(api.status, 400);
    EXPECT_EQ(api.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(answer({.target = "/" + std::string(20'000, 'a')}).status, 413);
}

TEST_F(DispatcherTest, WrongMethodsAreTold)
{
    auto response = answer({.method = "DELETE", .target = "/nguoi/7"});
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.header("Allow"), "GET, HEAD");
    EXPECT_EQ(answer({.method = "BREW", .target = "/nguoi/7"}).status, 405);
    EXPECT_EQ(answer({.target = "/khong-co"}).status, 404);
}

TEST_F(DispatcherTest, StreamsAreLoggedWithTheirBytesWhenTheyEnd)
{
    {
        auto response = answer({.target = "/dai"});
        EXPECT_EQ(log(), "");
        EXPECT_EQ(response.text(), "dòng\ndòng\n");
    }
    EXPECT_THAT(log(), HasSubstr("GET /dai 200"));
    EXPECT_THAT(log(), HasSubstr(" 12B "));
}

TEST_F(DispatcherTest, MetricsAreForThisMachineOrTheToken)
{
    answer({.target = "/nguoi/7"});
    auto own = answer({.target = "/metrics"});
    EXPECT_EQ(own.status, 200);
    EXPECT_THAT(own.text(),
                HasSubstr("phusa_http_requests_total{method=\"GET\",route=\"/nguoi/{id:person}\",status=\"200\"} 1"));
    EXPECT_THAT(own.text(), HasSubstr("phusa_http_request_seconds_bucket{route=\"/nguoi/{id:person}\""));
    EXPECT_EQ(answer({.target = "/metrics", .peer = "10.0.0.1"}).status, 404);
    EXPECT_EQ(answer({.target = "/metrics", .headers = {{"Authorization", "Bearer "}}, .peer = "10.0.0.1"}).status,
              404);
    settings.metrics_token = "token";
    EXPECT_EQ(answer({.target = "/metrics", .headers = {{"Authorization", "Bearer token"}}, .peer = "10.0.0.1"}).status,
              200);
    EXPECT_EQ(answer({.target = "/metrics", .headers = {{"Authorization", "Bearer wrong"}}, .peer = "10.0.0.1"}).status,
              404);
    settings.behind_proxy = true;
    EXPECT_EQ(answer({.target = "/metrics", .headers = {{"X-Forwarded-For", "10.0.0.1"}}}).status, 404);
}

TEST_F(DispatcherTest, ReadinessNamesWhatFails)
{
    EXPECT_EQ(answer({.target = "/healthz"}).text(), "ok\n");
    EXPECT_EQ(answer({.target = "/readyz"}).status, 503);
    EXPECT_EQ(answer({.target = "/readyz"}).text(), "disk\n");
    database_ready = false;
    EXPECT_EQ(answer({.target = "/readyz"}).text(), "database\ndisk\n");
}

TEST_F(DispatcherTest, BodiesHaveTheLimitOfTheirRoute)
{
    Dispatcher dispatcher(router, metrics);
    EXPECT_EQ(dispatcher.body_bytes_max("POST", "/tep?x=1"), 99u);
    EXPECT_EQ(dispatcher.body_bytes_max("POST", "/khac"), limit::request_body_bytes_max);
}

} // namespace phusa::web
