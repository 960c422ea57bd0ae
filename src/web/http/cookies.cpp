#include "web/http/cookies.hpp"

#include "web/http/header_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace phusa::web
{

namespace
{

std::string full_name(const Request& request, std::string_view name)
{
    return request.is_tls ? fmt::format("__Host-{}", name) : std::string(name);
}

bool is_cookie_text(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '.';
    });
}

std::string_view name_of(SameSite same_site) { return same_site == SameSite::strict ? "Strict" : "Lax"; }

} // namespace

void set_cookie(Response& response, const Request& request, const Cookie& cookie)
{
    assert(!cookie.name.empty() && is_cookie_text(cookie.name) && is_cookie_text(cookie.value));
    auto line = fmt::format("{}={}; Path=/; HttpOnly; SameSite={}", full_name(request, cookie.name), cookie.value,
                            name_of(cookie.same_site));
    if (request.is_tls)
        line += "; Secure";
    if (cookie.life)
        line += fmt::format("; Max-Age={}", cookie.life->count());
    response.add("Set-Cookie", std::move(line));
}

void remove_cookie(Response& response, const Request& request, std::string_view name)
{
    set_cookie(response, request, {.name = std::string(name), .value = {}, .life = std::chrono::seconds(0)});
}

std::optional<std::string_view> kept_cookie(const Request& request, std::string_view name)
{
    return request.cookie(full_name(request, name));
}

std::optional<std::string_view> cookie_in(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        auto end = std::min(header.find(';'), header.size());
        auto pair = header.substr(0, end);
        auto equals = pair.find('=');
        if (equals != std::string_view::npos && trimmed(pair.substr(0, equals)) == name)
            return trimmed(pair.substr(equals + 1));
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return std::nullopt;
}

} // namespace phusa::web
