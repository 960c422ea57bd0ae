#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::stats
{

// A piece of a text: a word, a number as typed ("6.658", "25,4"), a sign, or the end of a line.
struct Token {
    enum class Kind : std::uint8_t { word, number, sign, line };

    Kind kind = Kind::sign;
    std::size_t begin = 0; // in code points
    std::size_t end = 0;
    std::string text = {}; // in lower case
    bool capital = false;  // begins with a capital letter
    std::size_t hash = 0;  // of `text` as `tokens_of` read it

    bool is(std::string_view what) const { return text == what; }
    bool is_word() const { return kind == Kind::word; }
    bool is_number() const { return kind == Kind::number; }
};

using Tokens = std::vector<Token>;

Tokens tokens_of(std::string_view text);

// Cuts a text by code points.
class CodePointText
{
public:
    explicit CodePointText(std::string_view text);
    std::string cut(std::size_t begin, std::size_t end) const;
    std::size_t size() const { return at_.size() - 1; }

private:
    std::string_view text_;
    std::vector<std::size_t> at_; // the byte where each begins, and the end
};

// "10 986" in one token, where the groups cannot be two numbers: tokens as `tokens_of` gives them, of that text.
Tokens joined_thousands(Tokens tokens, const CodePointText& text);

} // namespace phusa::stats
