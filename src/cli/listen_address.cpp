#include "cli/listen_address.hpp"

#include <fmt/core.h>

#include <charconv>

namespace phusa
{

Result<ListenAddress> read_listen_address(std::string_view text)
{
    auto wrong = [text] {
        return invalid("--listen", fmt::format("--listen: “{}” không phải địa chỉ:cổng, như 127.0.0.1:8080", text));
    };
    auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return wrong();
    auto host = text.substr(0, colon);
    auto digits = text.substr(colon + 1);
    ListenAddress address;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (error != std::errc() || digits.empty() || end != digits.data() + digits.size())
        return wrong();
    bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    if (is_bracketed)
        host = host.substr(1, host.size() - 2);
    if (host.empty() || (!is_bracketed && host.contains(':')))
        return wrong();
    address.host = host == "localhost" ? "127.0.0.1" : std::string(host);
    return address;
}

std::string shown_address(const ListenAddress& address)
{
    bool is_ipv6 = address.host.contains(':');
    return is_ipv6 ? fmt::format("[{}]:{}", address.host, address.port)
                   : fmt::format("{}:{}", address.host, address.port);
}

} // namespace phusa
