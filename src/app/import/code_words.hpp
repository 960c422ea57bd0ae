#pragma once

#include "domain/codes.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace phusa
{

// The code that a text means: its key, its title, or a word that offices use for it ("ĐH", "12/12"), with or without
// marks; nullopt where it is none of these.
std::optional<std::uint8_t> code_meant(const CodeList& list, std::string_view text);

} // namespace phusa
