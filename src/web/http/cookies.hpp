#pragma once

#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace phusa::web
{

enum class SameSite : std::uint8_t { lax, strict };

// What the browser shall keep. Always HttpOnly (scripts cannot read it), for the whole site, and under TLS Secure and
// named "__Host-NAME", so that no neighbouring host can plant one.
struct Cookie {
    std::string name;  // without the prefix
    std::string value; // letters, digits and -_. (tokens); checked by assert
    SameSite same_site = SameSite::lax;
    std::optional<std::chrono::seconds> life = {}; // none: until the browser closes
};

void set_cookie(Response& response, const Request& request, const Cookie& cookie);
void remove_cookie(Response& response, const Request& request, std::string_view name);
// The value of the cookie that set_cookie made; under TLS only the prefixed one counts.
std::optional<std::string_view> kept_cookie(const Request& request, std::string_view name);

// The value of `name` in one Cookie header.
std::optional<std::string_view> cookie_in(std::string_view header, std::string_view name);

} // namespace phusa::web
