#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The outside of a backup file: magic, the header of the cipher, then pieces, each after its length.
namespace phusa::storage::backup_format
{

inline constexpr std::string_view magic = "PHUSA-BACKUP-1\n";
inline constexpr std::size_t piece_bytes = 64 * 1024;       // of compressed text, at least, before a piece is sealed
inline constexpr std::size_t piece_bytes_max = 1024 * 1024; // what a reader accepts

// Four bytes, the lowest first.
inline std::string length_text(std::size_t length)
{
    std::string text(4, '\0');
    for (int i = 0; i < 4; ++i)
        text[static_cast<std::size_t>(i)] = static_cast<char>((length >> (8 * i)) & 0xFF);
    return text;
}

inline std::size_t length_of(std::string_view text)
{
    std::size_t length = 0;
    for (int i = 3; i >= 0; --i)
        length = (length << 8) | static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    return length;
}

} // namespace phusa::storage::backup_format
