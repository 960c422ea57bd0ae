#pragma once

#include "base/limits.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace phusa::web
{

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;        // 0: any free one, see Server::port()
    std::string tls_certificate = {}; // PEM files; both empty: plain HTTP
    std::string tls_key = {};
    int io_threads = 1;
    int worker_threads = 4;
    bool stop_on_signals = true; // SIGTERM and SIGINT drain; a second one stops at once

    std::size_t header_bytes_max = limit::request_header_bytes_max;
    std::size_t connections_max = limit::connections_max;
    std::chrono::milliseconds read_time_max = limit::request_read_time_max;
    std::chrono::milliseconds idle_time_max = limit::keep_alive_idle_max;
    std::chrono::milliseconds write_time_max = limit::response_write_time_max;
    std::chrono::milliseconds drain_time_max = limit::drain_time_max;
};

// What the server asks of the site behind it (web::Site is the site itself).
struct ServedSite {
    // Called on worker threads, many at a time; may block, never throws.
    std::function<Response(RawRequest)> answer;
    // The answer to what could not be read, or not be taken: 400, 413, 431, 503. Quick: called on an I/O thread.
    std::function<Response(int status)> refuse;
    // How long a body may be, in bytes, for this method and undecoded target.
    std::function<std::size_t(std::string_view method, std::string_view target)> body_bytes_max;
    // How many connections are open now.
    std::function<void(std::size_t count)> connections_are = [](std::size_t) {};
};

// Speaks HTTP/1.1 over TCP or TLS: reads requests within their limits, asks the site, sends what it says.
//
// The time to read one request is fixed from its first byte on, however slowly the rest trickles in.
class Server
{
public:
    // Listens at once; throws std::runtime_error where it cannot, or where the certificate cannot be read.
    Server(ServerSettings settings, ServedSite site);
    ~Server();

    std::uint16_t port() const;
    // Serves until drained. Then every handler has returned and every connection is closed.
    void run();
    // Stops accepting, closes idle connections and lets requests in flight finish for drain_time_max; what is still
    // open then is cut. Returns at once; from any thread.
    void drain();

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

} // namespace phusa::web
