#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace phusa
{

// Where a server listens: an address (no name) and a port.
struct ListenAddress {
    std::string host; // "127.0.0.1", "::1"
    std::uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080".
Result<ListenAddress> read_listen_address(std::string_view text);
std::string shown_address(const ListenAddress& address);

} // namespace phusa
