#include "exchange/zip_part.hpp"

#include <array>
#include <isa-l.h>

namespace phusa
{

namespace
{

constexpr std::size_t packed_bytes = 64 * 1024;

auto* octets(char* text) { return static_cast<unsigned char*>(static_cast<void*>(text)); }

} // namespace

struct ZipPart::Deflated {
    std::uint32_t told_checksum = 0;
    std::uint32_t checksum = 0;
    inflate_state state;
    std::array<char, packed_bytes> packed;
};

ZipPart::ZipPart(zip_t* archive, const std::string& name)
{
    zip_stat_t about;
    constexpr zip_uint64_t needed = ZIP_STAT_INDEX | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD | ZIP_STAT_CRC;
    if (zip_stat(archive, name.c_str(), ZIP_FL_ENC_GUESS, &about) != 0)
        return;
    bool is_deflated = (about.valid & needed) == needed && about.comp_method == ZIP_CM_DEFLATE &&
                       about.encryption_method == ZIP_EM_NONE;
    file_.reset(zip_fopen(archive, name.c_str(), ZIP_FL_ENC_GUESS | (is_deflated ? ZIP_FL_COMPRESSED : 0U)));
    if (!file_ || !is_deflated)
        return;
    deflated_ = std::make_unique<Deflated>();
    deflated_->told_checksum = about.crc;
    isal_inflate_init(&deflated_->state);
}

ZipPart::~ZipPart() = default;

std::int64_t ZipPart::next(std::span<char> piece)
{
    if (!file_)
        return -1;
    return deflated_ ? inflate(piece) : zip_fread(file_.get(), piece.data(), piece.size());
}

std::int64_t ZipPart::inflate(std::span<char> piece)
{
    auto& [told_checksum, checksum, state, packed] = *deflated_;
    state.next_out = octets(piece.data());
    state.avail_out = static_cast<std::uint32_t>(piece.size());
    while (state.avail_out > 0 && state.block_state != ISAL_BLOCK_FINISH) {
        if (state.avail_in == 0) {
            auto got = zip_fread(file_.get(), packed.data(), packed.size());
            if (got < 0)
                return -1;
            state.next_in = octets(packed.data());
            state.avail_in = static_cast<std::uint32_t>(got);
        }
        bool was_empty = state.avail_in == 0;
        auto room = state.avail_out;
        if (isal_inflate(&state) != ISAL_DECOMP_OK)
            return -1;
        bool stands_still = was_empty && state.avail_out == room && state.block_state != ISAL_BLOCK_FINISH;
        if (stands_still)
            return -1; // it breaks off
    }
    auto filled = piece.size() - state.avail_out;
    checksum = crc32_gzip_refl(checksum, octets(piece.data()), filled);
    if (filled == 0 && checksum != told_checksum)
        return -1;
    return static_cast<std::int64_t>(filled);
}

} // namespace phusa
