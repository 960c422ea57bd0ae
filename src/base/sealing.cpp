#include "base/sealing.hpp"

#include <algorithm>
#include <cassert>
#include <sodium.h>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SecretKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(SecretKey::size == crypto_kdf_KEYBYTES);

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

} // namespace

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.bytes_.data(), size);
    return key;
}

SecretKey SecretKey::from_bytes(std::string_view bytes)
{
    assert(bytes.size() == size);
    SecretKey key;
    std::ranges::copy(bytes, key.bytes_.begin());
    return key;
}

SecretKey SecretKey::derived(std::string_view purpose, std::uint64_t number) const
{
    assert(purpose.size() == crypto_kdf_CONTEXTBYTES);
    SecretKey key;
    crypto_kdf_derive_from_key(key.bytes_.data(), size, number, purpose.data(), bytes_.data());
    return key;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), size); }

std::string seal(std::string_view plain, const SecretKey& key, std::string_view context)
{
    auto sealed = random_bytes(nonce_size);
    sealed.resize(nonce_size + plain.size() + tag_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + nonce_size, nullptr, raw(plain), plain.size(),
                                               raw(context), context.size(), nullptr, raw(sealed), raw(key.bytes()));
    return sealed;
}

std::optional<std::string> open_sealed(std::string_view sealed, const SecretKey& key, std::string_view context)
{
    if (sealed.size() < nonce_size + tag_size)
        return std::nullopt;
    auto nonce = sealed.substr(0, nonce_size);
    auto body = sealed.substr(nonce_size);
    std::string plain(body.size() - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(body), body.size(), raw(context),
                                                   context.size(), raw(nonce), raw(key.bytes())) != 0)
        return std::nullopt;
    return plain;
}

std::string keyed_hash(std::string_view text, const SecretKey& key)
{
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(hash), hash.size(), raw(text), text.size(), raw(key.bytes()), SecretKey::size);
    return hash;
}

std::string sha256(std::string_view bytes)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(raw(hash), raw(bytes), bytes.size());
    return hash;
}

std::string random_bytes(std::size_t count)
{
    // Takes from the system's generator even before sodium_init, and is safe on every thread.
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), count);
    return bytes;
}

std::string random_token(std::size_t count) { return to_base64url(random_bytes(count)); }

std::string to_hex(std::string_view bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), raw(bytes), bytes.size());
    hex.pop_back();
    return hex;
}

std::optional<std::string> from_hex(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    std::size_t length = 0;
    if (hex.size() % 2 != 0 ||
        sodium_hex2bin(raw(bytes), bytes.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 ||
        length != bytes.size())
        return std::nullopt;
    return bytes;
}

std::string to_base64url(std::string_view bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(raw(bytes), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace phusa
