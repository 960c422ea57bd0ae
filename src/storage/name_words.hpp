#pragma once

#include "domain/person.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// All names of a person for searching, each word with a space before it: " nguyen van an".
std::string folded_names(const Person& person);
// The same of a full name that is folded.
std::string folded_names(std::string_view folded_name, std::string_view other_name);
// What lists are ordered by: the Vietnamese sort key of the name, in hex.
std::string name_order(const Person& person);
// The different words of a text, folded.
std::vector<std::string> words_of(std::string_view text);
// The same of a text that is folded.
std::vector<std::string> words_of_folded(std::string_view folded);
// The first text after all that begin with `prefix`, which is not empty.
std::string after_prefix(std::string prefix);

} // namespace phusa::storage
