#include "web/http/peer.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

TEST(Peer, KnowsThisMachine)
{
    for (auto address : {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_loopback(address)) << address;
    for (auto address : {"10.0.0.1", "128.0.0.1", "::", "0.0.0.0", "localhost", ""})
        EXPECT_FALSE(is_loopback(address)) << address;
}

TEST(Peer, TheProxySaysWhoAsks)
{
    RawRequest raw{.headers = {{"X-Forwarded-For", "127.0.0.1, 10.1.2.3"}, {"X-Forwarded-Proto", "https"}}};
    apply_proxy_headers(raw);
    EXPECT_EQ(raw.peer, "10.1.2.3");
    EXPECT_TRUE(raw.is_tls);
}

TEST(Peer, NobodyElseMaySaySo)
{
    RawRequest raw{.headers = {{"X-Forwarded-For", "127.0.0.1"}, {"X-Forwarded-Proto", "https"}}, .peer = "10.9.9.9"};
    apply_proxy_headers(raw);
    EXPECT_EQ(raw.peer, "10.9.9.9");
    EXPECT_FALSE(raw.is_tls);
}

TEST(Peer, WithoutTheHeaderNobodyIsThisMachine)
{
    RawRequest raw;
    apply_proxy_headers(raw);
    EXPECT_FALSE(is_loopback(raw.peer));
}

} // namespace phusa::web
