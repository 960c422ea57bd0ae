#include "web/http/csrf.hpp"

#include "base/sealing.hpp"
#include "web/http/header_value.hpp"

#include <cassert>

namespace phusa::web
{

namespace
{

std::string combined(std::string_view a, std::string_view b)
{
    std::string result(a);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<char>(static_cast<unsigned char>(result[i]) ^ static_cast<unsigned char>(b[i]));
    return result;
}

std::string_view sent_token(const Request& request)
{
    if (auto header = request.header("x-csrf-token"))
        return *header;
    return request.form.text("csrf");
}

} // namespace

std::string csrf_token(std::string_view secret)
{
    assert(secret.size() >= 16);
    auto mask = random_bytes(secret.size());
    return to_base64url(mask + combined(secret, mask));
}

bool csrf_ok(const Request& request, std::string_view secret)
{
    if (request.is_safe())
        return true;
    if (secret.empty() || !is_same_origin(request))
        return false;
    auto token = from_base64url(sent_token(request));
    if (!token || token->size() != 2 * secret.size())
        return false;
    auto mask = std::string_view(*token).substr(0, secret.size());
    return equal_in_constant_time(combined(std::string_view(*token).substr(secret.size()), mask), secret);
}

bool is_same_origin(const Request& request)
{
    if (auto site = request.header("sec-fetch-site"); site && *site != "same-origin")
        return false;
    auto origin = request.header("origin");
    if (!origin)
        return true;
    // Only the host: behind a proxy that ends TLS we do not know which scheme the browser saw.
    auto host = *origin;
    if (auto scheme_end = host.find("://"); scheme_end != std::string_view::npos)
        host.remove_prefix(scheme_end + 3);
    else
        return false; // "null"
    return equal_ignoring_case(host, request.header("host").value_or(""));
}

} // namespace phusa::web
