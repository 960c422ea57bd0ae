#include "base/page_codes.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace phusa
{

namespace
{

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t number_bytes = 5;
constexpr std::size_t fact_bytes = number_bytes + 2;
constexpr std::size_t mark_bytes = 9;
constexpr std::size_t coded_letters = 26; // of 16 bytes, five bits each

// Synthetic IV: the mark of the facts both proves them and hides them.
std::string mark_of(std::string_view facts, const SecretKey& key)
{
    return keyed_hash(facts, key).substr(0, mark_bytes);
}

std::string hidden(std::string facts, std::string_view mark, const SecretKey& key)
{
    auto stream = keyed_hash("stream" + std::string(mark), key);
    for (std::size_t i = 0; i < facts.size(); ++i)
        facts[i] = static_cast<char>(facts[i] ^ stream[i]);
    return facts;
}

std::string in_letters(std::string_view bytes)
{
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (auto byte : bytes) {
        held = (held << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += letters[(held >> (bits - 5)) & 31];
    }
    if (bits > 0)
        text += letters[(held << (5 - bits)) & 31];
    return text;
}

std::string from_letters(std::string_view text)
{
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (auto letter : text) {
        held = (held << 5) | static_cast<unsigned>(letters.find(letter));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((held >> bits) & 255);
        }
    }
    return bytes;
}

} // namespace

std::string sealed_page_code(const PageCode& code, const SecretKey& key)
{
    assert(code.paper > 0 && code.paper < (std::int64_t{1} << (8 * number_bytes)));
    assert(code.page >= 1 && code.page <= code.pages && code.pages <= 255);
    std::string facts;
    for (std::size_t i = 0; i < number_bytes; ++i)
        facts += static_cast<char>(code.paper >> (8 * (number_bytes - 1 - i)));
    facts += static_cast<char>(code.page);
    facts += static_cast<char>(code.pages);
    auto mark = mark_of(facts, key);
    return std::string(page_code_sign) + in_letters(mark + hidden(facts, mark, key));
}

std::optional<PageCode> open_page_code(std::string_view text, const SecretKey& key)
{
    if (!is_page_code(text))
        return std::nullopt;
    auto bytes = from_letters(text.substr(page_code_sign.size()));
    auto mark = bytes.substr(0, mark_bytes);
    auto facts = hidden(bytes.substr(mark_bytes), mark, key);
    if (!equal_in_constant_time(mark_of(facts, key), mark))
        return std::nullopt;
    PageCode code;
    for (std::size_t i = 0; i < number_bytes; ++i)
        code.paper = (code.paper << 8) | static_cast<unsigned char>(facts[i]);
    code.page = static_cast<unsigned char>(facts[number_bytes]);
    code.pages = static_cast<unsigned char>(facts[number_bytes + 1]);
    return code;
}

bool is_page_code(std::string_view text)
{
    return text.size() == page_code_sign.size() + coded_letters && text.starts_with(page_code_sign) &&
           std::ranges::all_of(text.substr(page_code_sign.size()),
                               [](char letter) { return letters.contains(letter); });
}

} // namespace phusa
