#include "base/limits.hpp"
#include "base/sealing.hpp"

#include <array>
#include <semaphore>
#include <sodium.h>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;

// Each hash holds 19 MiB and a core for about 17 ms: without a gate, a crowd signing in at once takes the server down.
class Turn
{
public:
    Turn() { gate.acquire(); }
    ~Turn() { gate.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    inline static std::counting_semaphore<limit::password_hashes_at_once_max> gate{limit::password_hashes_at_once_max};
};

void make_ready()
{
    // Chooses the fast code for this machine; safe to call again and from every thread.
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be initialised");
}

} // namespace

std::string hash_password(std::string_view password)
{
    make_ready();
    Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return hash.data();
}

bool password_matches(std::string_view hash, std::string_view password)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (hash.empty() || hash.size() >= text.size())
        return false;
    hash.copy(text.data(), hash.size());
    make_ready();
    Turn turn;
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

} // namespace phusa
