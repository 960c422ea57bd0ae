#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::web
{

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };

std::string_view name_of(Method method); // "GET"
Method method_from(std::string_view name);

// A request as it came over the wire: the server makes one, a test writes one down.
struct RawRequest {
    std::string method = "GET";
    std::string target = "/";                                      // path and query, undecoded
    std::vector<std::pair<std::string, std::string>> headers = {}; // names in any case
    std::string body = {};
    std::string peer = "127.0.0.1"; // address without port
    bool is_tls = false;
};

// One uploaded file of a multipart form. `content` lives as long as the Request or a copy of it.
struct UploadedFile {
    std::string field;
    std::string filename;     // last part only, never a path; as the sender named it: show it, do not open it
    std::string content_type; // as claimed by the sender
    std::string_view content;
};

// Who is asking. Defined by the session layer (web/session), which sets it before a handler runs.
struct Visitor;

// What a browser or a program asked for, already checked: the path is decoded and has no "..", empty, control or
// backslash parts; all text is UTF-8 without NUL. A plain value: copies share the body.
struct Request {
    Method method = Method::get;
    std::string path = "/";
    Fields query;
    Fields form;                     // from x-www-form-urlencoded and multipart/form-data bodies
    std::vector<UploadedFile> files; // from multipart/form-data
    Fields route_parameters;         // {id} of the route's pattern, set by the router
    std::string_view route_pattern;  // "/nguoi/{id:person}"; empty before routing and where nothing matched
    std::string peer;                // address without port
    bool is_tls = false;
    std::string request_id;                 // stands in the access log and on error pages
    std::shared_ptr<const Visitor> visitor; // nobody: null

    // Reads and checks what came. Its Problem answers 400 (too_large: 413), whatever its kind says elsewhere.
    static Result<Request> read(RawRequest raw);
    // For tests: a GET of "/nguoi?q=an", and a POST of a form.
    static Request get(std::string target);
    static Request post(std::string target, Fields form);

    std::optional<std::string_view> header(std::string_view name) const; // any case; the first of that name
    std::optional<std::string_view> cookie(std::string_view name) const;
    std::string_view body() const { return body_ ? std::string_view(*body_) : std::string_view{}; }
    void set_header(std::string name, std::string value); // replaces

    // The path and query, to come back to after signing in: "/nguoi?q=an". Never leads to another host.
    std::string target() const;

    // The number of the row that the route's {name} names. Anything but a positive number is not found.
    template<typename Noun>
    Result<Id<Noun>> id(std::string_view name) const
    {
        return Id<Noun>(TRY(number_in_route(name)));
    }
    // The text of the route's {name}; empty where the route has none.
    std::string_view route_text(std::string_view name) const { return route_parameters.text(name); }

    // Asked by a program (Accept: application/json, or a path below /api/), which wants no page.
    bool wants_json() const;
    // Asked by htmx for a part of a page.
    bool wants_fragment() const;
    // GET, HEAD and OPTIONS: must change nothing.
    bool is_safe() const;

private:
    Result<std::int64_t> number_in_route(std::string_view name) const;
    Result<void> read_target(std::string_view target);
    Result<void> read_body();

    std::vector<std::pair<std::string, std::string>> headers_; // names in lower case
    std::shared_ptr<const std::string> body_;
};

} // namespace phusa::web
