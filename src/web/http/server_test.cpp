#include "web/http/dispatcher.hpp"
#include "web/http/raw_client.hpp"
#include "web/http/running_server.hpp"
#include "web/http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <csignal>
#include <latch>
#include <stdexcept>
#include <vector>

namespace phusa::web
{

namespace
{

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string get_page = "GET /trang HTTP/1.1\r\nHost: a\r\n\r\n";

class ServerTest : public testing::Test
{
public:
    ServerTest()
    {
        spdlog::set_level(spdlog::level::off);
        settings.stop_on_signals = false;
        router.get("/trang", Access::open, [](const Request&) { return text("Chào"); });
        router.get("/cham", Access::open, [this](const Request&) {
            slow_started.count_down();
            std::this_thread::sleep_for(300ms);
            return text("xong");
        });
        router.get("/dai", Access::open, [](const Request&) {
            return Response{.body = NextChunk([n = 0](std::string& chunk) mutable {
                                chunk = n % 2 ? "" : std::string(50'000, static_cast<char>('a' + n % 26));
                                return ++n <= 200;
                            })};
        });
        router.get("/dut", Access::open, [](const Request&) {
            return Response{.body = NextChunk([n = 0](std::string& chunk) mutable {
                                chunk = "x";
                                if (++n > 3)
                                    throw std::runtime_error("gone");
                                return true;
                            })};
        });
        router.post("/gui", Access::open,
                    [](const Request& request) { return text(std::to_string(request.body().size())); });
    }
    ~ServerTest() override { spdlog::set_level(spdlog::level::info); }

    // Answers to `bytes`, sent on a connection of its own.
    static std::string answer(const RunningServer& server, std::string_view bytes, bool has_body = true)
    {
        RawClient client(server.port());
        client.send(bytes);
        return client.read_response(5s, has_body);
    }

    std::latch slow_started{1};
    Router router;
    Metrics metrics;
    Dispatcher dispatcher{router, metrics};
    ServerSettings settings;
};

std::string post_of(std::size_t bytes)
{
    return "POST /gui HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n";
}

} // namespace

TEST_F(ServerTest, KeepsConnectionsOpen)
{
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(client.send(get_page));
        auto response = client.read_response();
        EXPECT_THAT(response, StartsWith("HTTP/1.1 200 OK\r\n"));
        EXPECT_THAT(response, HasSubstr("\r\nConnection: keep-alive\r\n"));
        EXPECT_THAT(response, EndsWith("\r\n\r\nChào"));
    }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder)
{
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    client.send(get_page + post_of(3) + "abc" + get_page);
    EXPECT_THAT(client.read_response(), EndsWith("Chào"));
    EXPECT_THAT(client.read_response(), EndsWith("\r\n\r\n3"));
    EXPECT_THAT(client.read_response(), EndsWith("Chào"));
}

TEST_F(ServerTest, ClosesWhereTheOtherSideWishes)
{
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    client.send("GET /trang HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(client.read_response(), HasSubstr("\r\nConnection: close\r\n"));
    EXPECT_TRUE(client.is_closed_within(2s));
    RawClient old(server.port());
    old.send("GET /trang HTTP/1.0\r\n\r\n");
    EXPECT_THAT(old.read_response(), EndsWith("Chào"));
    EXPECT_TRUE(old.is_closed_within(2s));
}

TEST_F(ServerTest, HeadHasTheLengthButNoBody)
{
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    client.send("HEAD /trang HTTP/1.1\r\nHost: a\r\n\r\n" + get_page);
    auto head = client.read_response(5s, false);
    EXPECT_THAT(head, HasSubstr("Content-Length: 5\r\n"));
    EXPECT_THAT(head, EndsWith("\r\n\r\n"));
    EXPECT_THAT(client.read_response(), EndsWith("Chào"));
    auto stream = answer(server, "HEAD /dai HTTP/1.1\r\nHost: a\r\n\r\n", false);
    EXPECT_THAT(stream, StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerTest, ABodyThatIsTooLargeIsAnsweredWith413)
{
    RunningServer server(settings, dispatcher.site());
    const std::string body(2 * 1024 * 1024, 'x');
    EXPECT_THAT(answer(server, post_of(1024 * 1024) + body.substr(0, 1024 * 1024)), EndsWith("\r\n\r\n1048576"));
    // Sent whole before anything is read, as browsers do.
    auto refused = answer(server, post_of(body.size()) + body);
    EXPECT_THAT(refused, StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(refused, HasSubstr("Nội dung quá lớn"));
    EXPECT_THAT(refused, HasSubstr("Content-Security-Policy"));
    auto chunked =
        "POST /gui HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n" + body + "\r\n0\r\n\r\n";
    EXPECT_THAT(answer(server, chunked), StartsWith("HTTP/1.1 413 "));
    // Who asks first is told before sending.
    EXPECT_THAT(
        answer(server, "POST /gui HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2000000\r\n\r\n"),
        StartsWith("HTTP/1.1 413 "));
}

TEST_F(ServerTest, ReadsChunkedBodiesAndSaysContinue)
{
    RunningServer server(settings, dispatcher.site());
    EXPECT_THAT(
        answer(server, "POST /gui HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
        EndsWith("\r\n\r\n3"));
    RawClient client(server.port());
    client.send("POST /gui HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read_response(5s, false), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ab");
    EXPECT_THAT(client.read_response(), EndsWith("\r\n\r\n2"));
}

TEST_F(ServerTest, OversizedHeadersAreAnsweredWith431)
{
    RunningServer server(settings, dispatcher.site());
    auto response =
        answer(server, "GET /trang HTTP/1.1\r\nHost: a\r\nX-Long: " + std::string(20'000, 'x') + "\r\n\r\n");
    EXPECT_THAT(response, StartsWith("HTTP/1.1 431 "));
}

TEST_F(ServerTest, WhatIsNoHttpIsAnsweredWith400)
{
    RunningServer server(settings, dispatcher.site());
    for (auto bytes :
         {"GARBAGE\r\n\r\n", "GET /trang HTTP/1.1\r\n\r\n", "GET /trang HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "POST /gui HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
          "POST /gui HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
          "POST /gui HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "GET /trang HTTP/1.1\r\nHost : a\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "\026\003\001\002aaa\r\n\r\n"})
        EXPECT_THAT(answer(server, bytes), StartsWith("HTTP/1.1 400 ")) << bytes;
}

TEST_F(ServerTest, StreamsInChunks)
{
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    client.send("GET /dai HTTP/1.1\r\nHost: a\r\n\r\n" + get_page);
    auto response = client.read_response();
    EXPECT_EQ(response.size() - response.find("\r\n\r\n") - 4, 100u * 50'000);
    EXPECT_THAT(response, Not(EndsWith("(cut)")));
    EXPECT_THAT(client.read_response(), EndsWith("Chào"));
}

TEST_F(ServerTest, AStreamThatBreaksIsSeenToBeCut)
{
    RunningServer server(settings, dispatcher.site());
    EXPECT_THAT(answer(server, "GET /dut HTTP/1.1\r\nHost: a\r\n\r\n"), EndsWith("xxx(cut)"));
    EXPECT_THAT(answer(server, get_page), EndsWith("Chào"));
}

TEST_F(ServerTest, SlowSendersCannotHoldTheServer)
{
    settings.read_time_max = 1500ms;
    RunningServer server(settings, dispatcher.site());
    std::vector<RawClient> slow;
    for (int i = 0; i < 100; ++i)
        slow.emplace_back(server.port());
    auto start = std::chrono::steady_clock::now();
    const std::string trickle = "GET /trang HTTP/1.1\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    // Each byte comes long before any time between two bytes would be over.
    for (std::size_t i = 0; i < 6; ++i) {
        for (auto& client : slow)
            client.send(trickle.substr(i, 1));
        auto before = std::chrono::steady_clock::now();
        EXPECT_THAT(answer(server, get_page), EndsWith("Chào"));
        EXPECT_LT(std::chrono::steady_clock::now() - before, 500ms);
        std::this_thread::sleep_for(200ms);
    }
    for (auto& client : slow)
        EXPECT_TRUE(client.is_closed_within(1500ms));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 4s);
}

TEST_F(ServerTest, SlowBodiesCannotEither)
{
    settings.read_time_max = 300ms;
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    client.send(post_of(100));
    for (int i = 0; i < 5; ++i) {
        client.send("x");
        std::this_thread::sleep_for(100ms);
    }
    EXPECT_TRUE(client.is_closed_within(1s));
}

TEST_F(ServerTest, IdleConnectionsAreClosed)
{
    settings.idle_time_max = 200ms;
    RunningServer server(settings, dispatcher.site());
    RawClient client(server.port());
    client.send(get_page);
    client.read_response();
    EXPECT_TRUE(client.is_closed_within(2s));
}

TEST_F(ServerTest, OneConnectionTooManyIsToldSo)
{
    settings.connections_max = 2;
    RunningServer server(settings, dispatcher.site());
    RawClient first(server.port());
    RawClient second(server.port());
    first.send(get_page);
    second.send(get_page);
    EXPECT_THAT(first.read_response(), EndsWith("Chào"));
    EXPECT_THAT(second.read_response(), EndsWith("Chào"));
    RawClient third(server.port());
    EXPECT_THAT(third.read_response(), StartsWith("HTTP/1.1 503 "));
    EXPECT_TRUE(third.is_closed_within(2s));
}

TEST_F(ServerTest, DrainFinishesWhatIsInFlight)
{
    RunningServer server(settings, dispatcher.site());
    RawClient idle(server.port());
    idle.send(get_page);
    idle.read_response();
    RawClient busy(server.port());
    busy.send("GET /cham HTTP/1.1\r\nHost: a\r\n\r\n");
    slow_started.wait();
    auto start = std::chrono::steady_clock::now();
    server.drain();
    EXPECT_TRUE(idle.is_closed_within(200ms));
    auto response = busy.read_response();
    EXPECT_THAT(response, EndsWith("xong"));
    EXPECT_THAT(response, HasSubstr("Connection: close"));
    server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    EXPECT_THROW(RawClient(server.port()), std::runtime_error);
}

TEST_F(ServerTest, ASignalDrains)
{
    settings.stop_on_signals = true;
    for (bool is_idle_open : {false, true}) {
        RunningServer server(settings, dispatcher.site());
        RawClient idle(server.port());
        idle.send(get_page);
        EXPECT_THAT(idle.read_response(), EndsWith("Chào"));
        if (!is_idle_open)
            RawClient(std::move(idle));
        std::this_thread::sleep_for(50ms);
        std::raise(SIGTERM);
        server.wait();
    }
}

TEST_F(ServerTest, DrainEndsInTime)
{
    settings.drain_time_max = 300ms;
    RunningServer server(settings, dispatcher.site());
    RawClient half(server.port());
    half.send("GET /trang HTTP/1.1\r\n");
    std::this_thread::sleep_for(50ms);
    auto start = std::chrono::steady_clock::now();
    server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1500ms);
    EXPECT_TRUE(half.is_closed_within(100ms));
}

TEST_F(ServerTest, ServesManyAtOnceOnSeveralThreads)
{
    settings.io_threads = 2;
    RunningServer server(settings, dispatcher.site());
    std::atomic<int> right = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            RawClient client(server.port());
            for (int round = 0; round < 50; ++round) {
                client.send(get_page);
                right += client.read_response().ends_with("Chào");
            }
        });
    threads.clear();
    EXPECT_EQ(right, 400);
}

TEST_F(ServerTest, SaysWhyItCannotListen)
{
    RunningServer server(settings, dispatcher.site());
    ServerSettings same{.port = server.port()};
    EXPECT_THROW(Server(same, dispatcher.site()), std::runtime_error);
    EXPECT_THROW(Server({.address = "máy"}, dispatcher.site()), std::runtime_error);
    EXPECT_THROW(Server({.port = 0, .tls_certificate = "none.pem", .tls_key = "none.pem"}, dispatcher.site()),
                 std::runtime_error);
}

} // namespace phusa::web
