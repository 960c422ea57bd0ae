#pragma once

#include "domain/person.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// What a "Trạng thái" of a list of members says.
struct StandingWord {
    std::optional<Standing> standing; // absent: in the Party, no more is said ("Đang sinh hoạt")
};

// nullopt where it is none of the known words, or says too little ("Ra khỏi Đảng").
std::optional<StandingWord> standing_meant(std::string_view text);
// The word that our own files have for it.
std::string_view word_of(Standing standing);

} // namespace phusa
