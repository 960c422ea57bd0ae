#include "base/sealing.hpp"

#include <gtest/gtest.h>

#include <set>

namespace phusa
{

namespace
{

SecretKey fixed_key(char filling) { return SecretKey::from_bytes(std::string(SecretKey::size, filling)); }

TEST(SealingTest, what_was_sealed_opens_again)
{
    auto key = SecretKey::random();
    for (const auto& plain : {std::string(), std::string("034095001234"), std::string(100'000, '\0')}) {
        auto sealed = seal(plain, key, "person.7.identity");
        EXPECT_EQ(sealed.size(), plain.size() + 24 + 16);
        EXPECT_EQ(open_sealed(sealed, key, "person.7.identity"), plain);
    }
    EXPECT_NE(seal("same", key, "c"), seal("same", key, "c"));
    EXPECT_EQ(seal("034095001234", key, "c").find("0340"), std::string::npos);
}

TEST(SealingTest, nothing_opens_when_changed_cut_moved_or_under_another_key)
{
    auto key = fixed_key('k');
    auto sealed = seal("034095001234", key, "person.7.identity");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        ASSERT_FALSE(open_sealed(changed, key, "person.7.identity")) << "byte " << i;
        ASSERT_FALSE(open_sealed(sealed.substr(0, i), key, "person.7.identity")) << "cut at " << i;
    }
    EXPECT_FALSE(open_sealed(sealed + "x", key, "person.7.identity"));
    EXPECT_FALSE(open_sealed(sealed, key, "person.8.identity"));
    EXPECT_FALSE(open_sealed(sealed, key, ""));
    EXPECT_FALSE(open_sealed(sealed, fixed_key('l'), "person.7.identity"));
    EXPECT_TRUE(open_sealed(sealed, key, "person.7.identity"));
}

TEST(SealingTest, derived_keys_are_repeatable_and_all_different)
{
    auto root = fixed_key('r');
    std::set<std::string> seen{std::string(root.bytes())};
    for (auto purpose : {"identity", "auditlog", "sessions"})
        for (std::uint64_t number : {0, 1, 2, 1'000'000})
            EXPECT_TRUE(seen.emplace(root.derived(purpose, number).bytes()).second) << purpose << number;
    EXPECT_TRUE(seen.emplace(fixed_key('s').derived("identity").bytes()).second);
    EXPECT_EQ(root.derived("identity", 5).bytes(), fixed_key('r').derived("identity", 5).bytes());
    EXPECT_NE(SecretKey::random().bytes(), SecretKey::random().bytes());
}

TEST(SealingTest, hashes_are_those_of_the_standards)
{
    EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    auto key = fixed_key('k');
    EXPECT_EQ(keyed_hash("034095001234", key).size(), 32U);
    EXPECT_EQ(keyed_hash("034095001234", key), keyed_hash("034095001234", key));
    EXPECT_NE(keyed_hash("034095001234", key), keyed_hash("034095001235", key));
    EXPECT_NE(keyed_hash("034095001234", key), keyed_hash("034095001234", fixed_key('l')));
}

TEST(SealingTest, bytes_travel_as_text)
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    for (std::size_t length = 0; length <= all.size(); ++length) {
        auto bytes = all.substr(all.size() - length);
        ASSERT_EQ(from_hex(to_hex(bytes)), bytes);
        ASSERT_EQ(from_base64url(to_base64url(bytes)), bytes);
        ASSERT_EQ(to_base64url(bytes).find_first_of("+/="), std::string::npos);
    }
    EXPECT_EQ(to_hex("\x0a\xff"), "0aff");
    EXPECT_EQ(from_hex("0AFF"), "\x0a\xff");
    for (auto wrong : {"0", "0g", "0a:ff", "0a f", " 0af"})
        EXPECT_FALSE(from_hex(wrong)) << wrong;
    for (auto wrong : {"a", "aa=", "aa+a", "a a", "aaaaa"})
        EXPECT_FALSE(from_base64url(wrong)) << wrong;
}

TEST(SealingTest, tokens_are_long_random_and_safe_in_links)
{
    EXPECT_EQ(random_token().size(), 43U);
    EXPECT_EQ(from_base64url(random_token(16)).value().size(), 16U);
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i)
        EXPECT_TRUE(seen.insert(random_token()).second);
    EXPECT_NE(random_bytes(16), random_bytes(16));
}

TEST(SealingTest, compares_secrets)
{
    EXPECT_TRUE(equal_in_constant_time("token", "token"));
    EXPECT_FALSE(equal_in_constant_time("token", "tokex"));
    EXPECT_FALSE(equal_in_constant_time("token", "tok"));
    EXPECT_TRUE(equal_in_constant_time("", ""));
}

TEST(SealingDeathTest, keys_and_purposes_have_their_length)
{
    EXPECT_DEATH(SecretKey::from_bytes("short"), "");
    EXPECT_DEATH(fixed_key('k').derived("long purpose"), "");
}

} // namespace

} // namespace phusa
