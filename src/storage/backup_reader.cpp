#include "storage/backup_format.hpp"
#include "storage/backup_stream.hpp"

#include <array>
#include <fstream>
#include <new>
#include <sodium.h>
#include <zlib.h>

namespace phusa::storage
{

namespace
{

Problem damaged()
{
    return {.kind = Problem::Kind::invalid,
            .message = "Bản sao lưu bị hỏng, bị cắt hoặc không thuộc khoá của nơi này: dùng bản khác."};
}

} // namespace

struct BackupReader::Inside {
    std::ifstream file;
    std::uint64_t bytes = 0;
    z_stream unpacker{};
    crypto_secretstream_xchacha20poly1305_state opener{};
    std::string text; // unpacked, from `taken` on not yet given out
    std::size_t taken = 0;
    bool last_piece = false;
    bool unpacked_all = false;

    ~Inside() { inflateEnd(&unpacker); }

    bool get(std::string& raw)
    {
        file.read(raw.data(), static_cast<std::streamsize>(raw.size()));
        bytes += static_cast<std::uint64_t>(file.gcount());
        return static_cast<std::size_t>(file.gcount()) == raw.size();
    }

    Result<std::string> next_piece()
    {
        std::string length(4, '\0');
        if (!get(length))
            return std::unexpected(damaged());
        auto size = backup_format::length_of(length);
        if (size < crypto_secretstream_xchacha20poly1305_ABYTES || size > backup_format::piece_bytes_max)
            return std::unexpected(damaged());
        std::string sealed(size, '\0');
        if (!get(sealed))
            return std::unexpected(damaged());
        std::string piece(size - crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&opener, reinterpret_cast<unsigned char*>(piece.data()), nullptr,
                                                       &tag, reinterpret_cast<const unsigned char*>(sealed.data()),
                                                       sealed.size(), nullptr, 0) != 0)
            return std::unexpected(damaged());
        last_piece = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        return piece;
    }

    Result<void> unpack(const std::string& piece)
    {
        std::array<char, 64 * 1024> out{};
        unpacker.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        unpacker.avail_in = static_cast<uInt>(piece.size());
        while (unpacker.avail_in > 0) {
            unpacker.next_out = reinterpret_cast<Bytef*>(out.data());
            unpacker.avail_out = static_cast<uInt>(out.size());
            int done = inflate(&unpacker, Z_NO_FLUSH);
            text.append(out.data(), out.size() - unpacker.avail_out);
            if (done == Z_STREAM_END) {
                unpacked_all = true;
                return {};
            }
            if (done != Z_OK)
                return std::unexpected(damaged());
        }
        return {};
    }
};

BackupReader::BackupReader(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
BackupReader::~BackupReader() = default;

Result<std::unique_ptr<BackupReader>> BackupReader::open(const std::filesystem::path& path, const SecretKey& key)
{
    auto inside = std::make_unique<Inside>();
    inside->file.open(path, std::ios::binary);
    if (!inside->file)
        return problem(Problem::Kind::not_found, "Không mở được bản sao lưu: kiểm tra đường dẫn và quyền đọc.");
    std::string magic(backup_format::magic.size(), '\0');
    std::string header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    if (!inside->get(magic) || magic != backup_format::magic)
        return problem(Problem::Kind::invalid, "Tệp này không phải bản sao lưu của Phù Sa.");
    if (!inside->get(header) || crypto_secretstream_xchacha20poly1305_init_pull(
                                    &inside->opener, reinterpret_cast<const unsigned char*>(header.data()),
                                    reinterpret_cast<const unsigned char*>(key.bytes().data())) != 0)
        return std::unexpected(damaged());
    if (inflateInit(&inside->unpacker) != Z_OK)
        throw std::bad_alloc();
    return std::unique_ptr<BackupReader>(new BackupReader(std::move(inside)));
}

Result<std::optional<std::string>> BackupReader::line()
{
    auto& text = inside_->text;
    auto& taken = inside_->taken;
    auto end = text.find('\n', taken);
    while (end == std::string::npos) {
        if (inside_->last_piece) {
            if (!inside_->unpacked_all || taken != text.size() || inside_->file.peek() != EOF)
                return std::unexpected(damaged());
            return std::optional<std::string>();
        }
        text.erase(0, taken);
        taken = 0;
        auto piece = TRY(inside_->next_piece());
        TRY_DO(inside_->unpack(piece));
        end = text.find('\n');
    }
    auto found = text.substr(taken, end - taken);
    taken = end + 1;
    return std::optional(std::move(found));
}

std::uint64_t BackupReader::bytes() const { return inside_->bytes; }

static_assert(sizeof(crypto_hash_sha256_state) == 104);

Sha256::Sha256() { crypto_hash_sha256_init(reinterpret_cast<crypto_hash_sha256_state*>(state_)); }

void Sha256::add(std::string_view bytes)
{
    crypto_hash_sha256_update(reinterpret_cast<crypto_hash_sha256_state*>(state_),
                              reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Sha256::hex()
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(reinterpret_cast<crypto_hash_sha256_state*>(state_),
                             reinterpret_cast<unsigned char*>(hash.data()));
    return to_hex(hash);
}

} // namespace phusa::storage
