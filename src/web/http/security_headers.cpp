#include "web/http/security_headers.hpp"

namespace phusa::web
{

namespace
{

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
constexpr std::string_view permissions =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), usb=(), browsing-topics=()";

void set_default(Response& response, std::string_view name, std::string_view value)
{
    if (!response.header(name))
        response.add(name, std::string(value));
}

} // namespace

void add_security_headers(const Request& request, Response& response)
{
    set_default(response, "Content-Security-Policy", content_policy);
    set_default(response, "X-Content-Type-Options", "nosniff");
    // Not no-referrer: browsers would then send "Origin: null" with our own forms.
    set_default(response, "Referrer-Policy", "same-origin");
    set_default(response, "Permissions-Policy", permissions);
    set_default(response, "Cross-Origin-Opener-Policy", "same-origin");
    set_default(response, "Cross-Origin-Resource-Policy", "same-origin");
    set_default(response, "X-Frame-Options", "DENY");
    set_default(response, "Cache-Control", "no-store");
    if (request.is_tls)
        set_default(response, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

} // namespace phusa::web
