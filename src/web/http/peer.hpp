#pragma once

#include "web/http/request.hpp"

#include <string_view>

namespace phusa::web
{

// 127.0.0.0/8, ::1 and ::ffff:127.…, as addresses are written without a port.
bool is_loopback(std::string_view address);

// Behind a proxy of ours, who asks and how stands in X-Forwarded-For (its last entry, which the proxy wrote) and
// X-Forwarded-Proto. Trusted only from a loopback peer.
void apply_proxy_headers(RawRequest& raw);

} // namespace phusa::web
