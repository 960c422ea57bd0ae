#include "web/http/peer.hpp"

#include "web/http/header_value.hpp"

namespace phusa::web
{

bool is_loopback(std::string_view address)
{
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

void apply_proxy_headers(RawRequest& raw)
{
    if (!is_loopback(raw.peer))
        return;
    std::string_view forwarded_for;
    std::string_view forwarded_proto;
    for (const auto& [name, value] : raw.headers) {
        if (equal_ignoring_case(name, "x-forwarded-for"))
            forwarded_for = value;
        else if (equal_ignoring_case(name, "x-forwarded-proto"))
            forwarded_proto = value;
    }
    auto last = trimmed(forwarded_for.substr(forwarded_for.rfind(',') + 1));
    // Without it we do not know who asks; nobody is taken for the machine itself.
    raw.peer = last.empty() ? "unknown" : std::string(last);
    raw.is_tls = raw.is_tls || trimmed(forwarded_proto) == "https";
}

} // namespace phusa::web
