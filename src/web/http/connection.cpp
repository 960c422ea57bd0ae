#include "web/http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <array>
#include <ctime>
#include <iterator>
#include <typeinfo>

namespace phusa::web
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace
{

using Plain = beast::tcp_stream;
using Tls = beast::ssl_stream<beast::tcp_stream>;
using Error = boost::system::error_code;
using Parser = http::request_parser<http::string_body>;
template<typename Value = void>
using Task = asio::awaitable<Value>;

constexpr std::size_t idle_read_bytes = 4096;
constexpr std::chrono::milliseconds goodbye_time_max{500};

// Runs `work` on a worker thread and comes back to the caller's strand with what it gave.
template<typename Work>
Task<std::invoke_result_t<Work>> on_worker(Shared& shared, Work work)
{
    co_return co_await asio::co_spawn(
        shared.workers, [&work]() -> Task<std::invoke_result_t<Work>> { co_return work(); }, asio::use_awaitable);
}

std::string http_date()
{
    auto now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

bool has_no_body(int status) { return status == 204 || status == 304; }

enum class Length : std::uint8_t { none, known, chunked };

// The first line and the headers, with what follows from the connection itself. Written by hand: the library's
// serializer, for two kinds of stream, doubles the time to compile this file.
std::string head_of(const Response& response, bool keep_alive, Length length, std::size_t bytes = 0)
{
    auto reason = http::obsolete_reason(static_cast<http::status>(response.status));
    auto head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                            std::string_view(reason.data(), reason.size()), http_date());
    for (const auto& [name, value] : response.headers)
        fmt::format_to(std::back_inserter(head), "{}: {}\r\n", name, value);
    if (length == Length::known)
        fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", bytes);
    else if (length == Length::chunked)
        head += "Transfer-Encoding: chunked\r\n";
    head += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

std::string_view body_of(const Response& response)
{
    if (const auto* text = std::get_if<std::string>(&response.body))
        return *text;
    const auto* fixed = std::get_if<std::string_view>(&response.body);
    return fixed ? *fixed : std::string_view{};
}

std::string_view view_of(beast::string_view text) { return {text.data(), text.size()}; }

RawRequest raw_request(http::request<http::string_body> message, std::string peer, bool is_tls)
{
    RawRequest raw{.method = std::string(message.method_string()),
                   .target = std::string(message.target()),
                   .headers = {},
                   .body = {},
                   .peer = std::move(peer),
                   .is_tls = is_tls};
    for (const auto& field : message)
        raw.headers.emplace_back(field.name_string(), field.value());
    raw.body = std::move(message.body());
    return raw;
}

// No co_await stands in a condition here: GCC 12 then puts something before the promise in the coroutine's frame, and
// resumes it at the wrong address (seen with an `if` and a `while` in one coroutine).
template<typename Stream>
class ConnectionOver : public Connection, public std::enable_shared_from_this<ConnectionOver<Stream>>
{
public:
    static constexpr bool is_tls = std::is_same_v<Stream, Tls>;

    ConnectionOver(Stream stream, std::shared_ptr<Shared> shared)
        : stream_(std::move(stream)), shared_(std::move(shared))
    {
        Error ignored_by_design; // a peer that has gone already: the first read finds out
        auto endpoint = tcp().socket().remote_endpoint(ignored_by_design);
        peer_ = endpoint.address().to_string(ignored_by_design);
        tcp().socket().set_option(asio::ip::tcp::no_delay(true), ignored_by_design);
    }

    void start(Welcome welcome)
    {
        auto self = this->shared_from_this();
        shared_->add(self);
        // This, the last to hold the connection, lives as long as its work.
        auto ended = [self](std::exception_ptr failure) {
            self->shared_->remove(self);
            self->log(failure);
        };
        if (welcome == Welcome::serve)
            asio::co_spawn(stream_.get_executor(), serve(), std::move(ended));
        else
            asio::co_spawn(stream_.get_executor(), turn_away(), std::move(ended));
    }

    void drain() override
    {
        asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
            if (self->idle_)
                self->tcp().cancel();
        });
    }

    void cut() override
    {
        asio::post(stream_.get_executor(), [self = this->shared_from_this()] { self->tcp().close(); });
    }

private:
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(stream_); }
    auto into(Error& error) { return asio::redirect_error(asio::use_awaitable, error); }

    void log(std::exception_ptr failure)
    {
        if (!failure)
            return;
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            spdlog::error("a connection was ended by {}", typeid(error).name());
        }
    }

    Task<> serve()
    {
        auto may_go_on = co_await shake_hands();
        if (!may_go_on)
            co_return;
        while (true) {
            auto has_come = co_await wait_for_request();
            if (!has_come)
                break;
            may_go_on = co_await serve_one();
            if (!may_go_on)
                co_return;
        }
        co_await say_goodbye();
    }

    Task<bool> shake_hands()
    {
        Error error;
        if constexpr (is_tls) {
            tcp().expires_after(shared_->settings.read_time_max);
            co_await stream_.async_handshake(asio::ssl::stream_base::server, into(error));
        }
        co_return !error;
    }

    // Waits for the first byte of the next request, unless it is here already (pipelining).
    Task<bool> wait_for_request()
    {
        if (buffer_.size() > 0)
            co_return !shared_->draining;
        if (shared_->draining)
            co_return false;
        Error error;
        tcp().expires_after(shared_->settings.idle_time_max);
        idle_ = true;
        auto count = co_await stream_.async_read_some(buffer_.prepare(idle_read_bytes), into(error));
        idle_ = false;
        buffer_.commit(count);
        co_return !error;
    }

    // Whether the connection may carry another request.
    Task<bool> serve_one()
    {
        Error error;
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(shared_->settings.header_bytes_max));
        parser.body_limit(boost::none);
        tcp().expires_after(shared_->settings.read_time_max); // for headers and body together
        co_await http::async_read_header(stream_, buffer_, parser, into(error));
        if (error)
            co_return co_await refuse(error);
        if (parser.get().version() >= 11 && parser.get().count(http::field::host) != 1)
            co_return co_await refuse(http::error::bad_field);
        auto bytes_max =
            shared_->site.body_bytes_max(view_of(parser.get().method_string()), view_of(parser.get().target()));
        parser.body_limit(bytes_max);
        if (parser.content_length().value_or(0) > bytes_max)
            co_return co_await refuse(http::error::body_limit);
        if (beast::iequals(parser.get()[http::field::expect], "100-continue"))
            co_await write("HTTP/1.1 100 Continue\r\n\r\n");
        co_await http::async_read(stream_, buffer_, parser, into(error));
        if (error)
            co_return co_await refuse(error);
        co_return co_await answer(parser.release());
    }

    Task<bool> answer(http::request<http::string_body> message)
    {
        auto version = message.version();
        auto keep_alive = message.keep_alive();
        auto head_only = message.method() == http::verb::head;
        auto raw = raw_request(std::move(message), peer_, is_tls);
        tcp().expires_never();
        auto response = co_await on_worker(*shared_, [&] { return shared_->site.answer(std::move(raw)); });
        keep_alive = keep_alive && !shared_->draining && (version >= 11 || !response.is_stream());
        bool sent = false;
        if (response.is_stream() && !head_only)
            sent = co_await send_stream(response, version >= 11, keep_alive);
        else
            sent = co_await send(response, keep_alive, head_only);
        if (sent && !keep_alive)
            co_await say_goodbye();
        co_return sent&& keep_alive;
    }

    // Sends text, within the time for one part of an answer.
    Task<bool> write(std::string_view first, std::string_view second = {}, std::string_view third = {})
    {
        Error error;
        tcp().expires_after(shared_->settings.write_time_max);
        std::array parts{asio::const_buffer(first.data(), first.size()),
                         asio::const_buffer(second.data(), second.size()),
                         asio::const_buffer(third.data(), third.size())};
        co_await asio::async_write(stream_, parts, into(error));
        co_return !error;
    }

    Task<bool> send(const Response& response, bool keep_alive, bool head_only)
    {
        auto body = body_of(response);
        auto length = has_no_body(response.status) || response.is_stream() ? Length::none : Length::known;
        auto head = head_of(response, keep_alive, length, body.size());
        co_return co_await write(head, head_only || length == Length::none ? std::string_view{} : body);
    }

    // Chunked, or up to the end of the connection for an HTTP/1.0 reader.
    Task<bool> send_stream(const Response& response, bool chunked, bool keep_alive)
    {
        auto head = head_of(response, keep_alive, chunked ? Length::chunked : Length::none);
        auto is_sent = co_await write(head);
        const auto& next = std::get<NextChunk>(response.body);
        std::string chunk;
        while (is_sent) {
            auto has_more = co_await on_worker(*shared_, [&] { return chunk.clear(), next(chunk); });
            if (!has_more)
                break;
            if (chunk.empty())
                continue; // an empty chunk would be the last
            auto size = chunked ? fmt::format("{:x}\r\n", chunk.size()) : std::string();
            is_sent = co_await write(size, chunk, chunked ? "\r\n" : "");
        }
        if (is_sent && chunked)
            is_sent = co_await write("0\r\n\r\n");
        co_return is_sent;
    }

    // Answers what could not be read, where there is somebody to answer. The connection ends.
    Task<bool> refuse(Error error)
    {
        int status = 0;
        if (error == http::error::body_limit)
            status = 413;
        else if (error == http::error::header_limit)
            status = 431;
        else if (error.category() == Error(http::error::bad_method).category() && error != http::error::end_of_stream &&
                 error != http::error::partial_message)
            status = 400;
        if (status == 0)
            co_return false; // gone, or too slow
        auto response = shared_->site.refuse(status);
        auto is_sent = co_await send(response, false, false);
        if (is_sent)
            co_await say_goodbye(shared_->settings.read_time_max);
        co_return false;
    }

    Task<> turn_away()
    {
        if constexpr (!is_tls) {
            auto response = shared_->site.refuse(503);
            auto is_sent = co_await send(response, false, false);
            if (is_sent)
                co_await say_goodbye();
        }
        co_return;
    }

    // Ends our side, and reads away what is still coming: closing at once would reset the connection, and the other
    // side would lose the answer that it has not read yet.
    Task<> say_goodbye(std::chrono::milliseconds time_max = goodbye_time_max)
    {
        Error error;
        tcp().expires_after(goodbye_time_max);
        if constexpr (is_tls)
            co_await stream_.async_shutdown(into(error));
        tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
        tcp().expires_after(time_max);
        std::size_t total = 0;
        std::array<char, 16 * 1024> discarded;
        while (!error && total < limit::request_refused_bytes_max)
            total += co_await tcp().async_read_some(asio::buffer(discarded), into(error));
        tcp().close();
    }

    Stream stream_;
    std::shared_ptr<Shared> shared_;
    beast::flat_buffer buffer_;
    std::string peer_;
    bool idle_ = false;
};

} // namespace

void open_connection(asio::ip::tcp::socket socket, asio::ssl::context* tls, std::shared_ptr<Shared> shared,
                     Welcome welcome)
{
    if (tls)
        std::make_shared<ConnectionOver<Tls>>(Tls(std::move(socket), *tls), std::move(shared))->start(welcome);
    else
        std::make_shared<ConnectionOver<Plain>>(Plain(std::move(socket)), std::move(shared))->start(welcome);
}

} // namespace phusa::web
