#include "base/limits.hpp"
#include "base/sealing.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace phusa
{

namespace
{

TEST(PasswordTest, only_the_right_one_matches)
{
    auto hash = hash_password("Đồng lúa chín vàng 2026");
    EXPECT_TRUE(password_matches(hash, "Đồng lúa chín vàng 2026"));
    EXPECT_FALSE(password_matches(hash, "đồng lúa chín vàng 2026"));
    EXPECT_FALSE(password_matches(hash, "Đồng lúa chín vàng 2026 "));
    EXPECT_FALSE(password_matches(hash, ""));
}

TEST(PasswordTest, the_hash_carries_its_parameters_and_its_own_salt)
{
    auto hash = hash_password("một mật khẩu đủ dài");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_NE(hash, hash_password("một mật khẩu đủ dài"));
}

TEST(PasswordTest, a_broken_hash_matches_nothing)
{
    auto hash = hash_password("một mật khẩu đủ dài");
    for (const auto& broken : {std::string(), std::string("x"), hash.substr(0, hash.size() - 1), hash + hash,
                               std::string("$argon2id$v=19$m=19456,t=2,p=1$")})
        EXPECT_FALSE(password_matches(broken, "một mật khẩu đủ dài")) << broken;
}

// More callers than places: all are served, none is lost.
TEST(PasswordTest, a_crowd_is_served_in_turn)
{
    auto hash = hash_password("một mật khẩu đủ dài");
    std::vector<char> right(std::size_t{limit::password_hashes_at_once_max} * 4);
    {
        std::vector<std::jthread> crowd;
        crowd.reserve(right.size());
        for (auto& answer : right)
            crowd.emplace_back([&] { answer = password_matches(hash, "một mật khẩu đủ dài") ? 'y' : 'n'; });
    }
    EXPECT_EQ(std::string(right.begin(), right.end()), std::string(right.size(), 'y'));
}

} // namespace

} // namespace phusa
