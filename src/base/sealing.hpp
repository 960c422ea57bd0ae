#pragma once

#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// 32 secret bytes. Wiped when it goes; cannot be printed by accident.
class SecretKey
{
public:
    static constexpr std::size_t size = 32;

    static SecretKey random();
    // `bytes` must be exactly `size` long.
    static SecretKey from_bytes(std::string_view bytes);
    // An own key for each purpose, so that one leaking says nothing of the others. `purpose` is 8 characters.
    SecretKey derived(std::string_view purpose, std::uint64_t number = 0) const;

    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    std::string_view bytes() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

private:
    SecretKey() = default;
    std::array<unsigned char, size> bytes_{};
};

// XChaCha20-Poly1305: nonce, then ciphertext and tag, raw bytes. `context` is bound to it (not secret, not stored):
// a sealed value moved to another row or column does not open.
std::string seal(std::string_view plain, const SecretKey& key, std::string_view context);
// nullopt when it was changed, cut, sealed under another key or for another context.
std::optional<std::string> open_sealed(std::string_view sealed, const SecretKey& key, std::string_view context);

// BLAKE2b-256 under a key: equal inputs have equal hashes, and nobody without the key can try values. 32 raw bytes.
std::string keyed_hash(std::string_view text, const SecretKey& key);
std::string sha256(std::string_view bytes); // 32 raw bytes

// Argon2id, 19 MiB, 2 passes (DESIGN §9); the string carries its own parameters and salt. At most
// limit::password_hashes_at_once_max run at once, further callers wait: never call it on an I/O thread.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view hash, std::string_view password);

std::string random_bytes(std::size_t count);
// `count` random bytes as URL-safe base64 without padding: for tokens and links.
std::string random_token(std::size_t count = 32);
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex);
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace phusa
