#pragma once

#include "web/http/metrics.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"
#include "web/http/router.hpp"
#include "web/http/server.hpp"
#include "web/http/static_files.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace phusa::web
{

struct DispatcherSettings {
    // The page for a Problem, with its status; request.request_id is the reference to show. Without it, or where it
    // throws, a bare page says the same.
    std::function<Response(const Request& request, const Problem& problem, int status)> error_page = {};
    const StaticFiles* static_files = nullptr; // none: no assets
    std::string metrics_token = {};            // bearer token for Access::machine; empty: loopback peers only
    bool behind_proxy = false;                 // see apply_proxy_headers
};

// From a request as it came to the response that goes out: number it, read it, find its route, run the handler, turn
// problems and exceptions into pages, add security headers, compress, log and count. The one place of the web that
// catches exceptions. Safe to be called by many threads; knows nothing of sockets, so tests call it directly.
class Dispatcher
{
public:
    // `router` and `metrics` must outlive it.
    Dispatcher(const Router& router, Metrics& metrics, DispatcherSettings settings = {});

    // Never throws.
    Response answer(RawRequest raw) const;
    // For what could not be read as HTTP.
    Response refuse(int status) const;
    std::size_t body_bytes_max(std::string_view method, std::string_view target) const;

    // This dispatcher as a Server asks it.
    ServedSite site() const;

private:
    struct Answer {
        Response response;
        std::string_view pattern; // for the log and the metrics
    };

    Answer answered(Request& request) const;
    Answer routed(Request& request) const;
    Response handled(const Route& route, const Request& request) const;
    Response problem_page(const Request& request, const Problem& problem, int status) const;
    bool is_trusted_machine(const Request& request) const;
    void record(const Request& request, Answer& answer, std::chrono::steady_clock::time_point start) const;

    const Router& router_;
    Metrics& metrics_;
    DispatcherSettings settings_;
};

} // namespace phusa::web
