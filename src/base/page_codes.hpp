#pragma once

#include "base/sealing.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// The code on one page of a printed paper: which version of which paper, which page of how many. Sealed, so that it
// says nothing to whoever reads it, and nobody without the key makes one that is taken for ours. 29 capitals and
// digits.
struct PageCode {
    std::int64_t paper = 0; // version of a made paper, below 2^40
    int page = 1;           // from 1, at most 255
    int pages = 1;

    friend bool operator==(const PageCode&, const PageCode&) = default;
};

inline constexpr std::string_view page_code_sign = "PS1";

std::string sealed_page_code(const PageCode& code, const SecretKey& key);
// nullopt for what was not sealed under this key.
std::optional<PageCode> open_page_code(std::string_view text, const SecretKey& key);
// Whether it looks like one; whose it is, only the key tells.
bool is_page_code(std::string_view text);

} // namespace phusa
