#include "storage/name_words.hpp"

#include "base/sealing.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace phusa::storage
{

std::string folded_names(const Person& person) { return folded_names(fold(person.name), person.other_name); }

std::string folded_names(std::string_view folded_name, std::string_view other_name)
{
    auto folded = " " + std::string(folded_name);
    if (!other_name.empty())
        folded += " " + fold(other_name);
    return folded;
}

std::string name_order(const Person& person) { return to_hex(name_sort_key(person.name)); }

std::vector<std::string> words_of(std::string_view text) { return words_of_folded(fold(text)); }

std::vector<std::string> words_of_folded(std::string_view folded)
{
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        auto end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin)
            words.emplace_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    std::ranges::sort(words);
    auto twice = std::ranges::unique(words);
    words.erase(twice.begin(), twice.end());
    return words;
}

std::string after_prefix(std::string prefix)
{
    // Texts are valid UTF-8, so no byte is 0xFF and the last one can always be raised.
    ++prefix.back();
    return prefix;
}

} // namespace phusa::storage
