#include "stats/figures/tokens.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <functional>

namespace phusa::stats
{

namespace
{

constexpr unsigned char continuation_mask = 0xC0U;
constexpr unsigned char continuation = 0x80U;

bool is_digit(std::string_view letter) { return letter.size() == 1 && letter[0] >= '0' && letter[0] <= '9'; }

bool is_space(std::string_view letter)
{
    return letter == " " || letter == "\r" || letter == "\u00a0" || letter == "\u202f" || letter == "\u2009" ||
           letter == "\ufeff" || letter == "\t";
}

bool is_letter(std::string_view letter)
{
    if (letter.size() == 1)
        return (letter[0] >= 'a' && letter[0] <= 'z') || (letter[0] >= 'A' && letter[0] <= 'Z');
    // Punctuation of several bytes: quotes, dashes, the ellipsis, signs of mathematics and currency (U+2000 to U+2BFF);
    // and of two bytes, from U+00A0 to U+00BF.
    auto first = static_cast<unsigned char>(letter[0]);
    constexpr unsigned char signs_from = 0xE2U;
    constexpr unsigned char latin_signs = 0xC2U;
    return first != signs_from && first != latin_signs;
}

class Tokenizer
{
public:
    explicit Tokenizer(std::string_view text) : text_(text), lower_(lower_case(text)), letters_(text), lowered_(lower_)
    {
        // A letter whose small form is several would shift every place behind it.
        if (lowered_.size() != letters_.size()) {
            lower_ = text;
            lowered_ = CodePointText(lower_);
        }
    }

    Tokens read()
    {
        while (at_ < letters_.size())
            one();
        return std::move(tokens_);
    }

private:
    std::string letter(std::size_t at) const
    {
        return at < letters_.size() ? letters_.cut(at, at + 1) : std::string(" ");
    }

    void add(Token::Kind kind, std::size_t end)
    {
        auto text = lowered_.cut(at_, end);
        bool capital = kind == Token::Kind::word && letter(at_) != lowered_.cut(at_, at_ + 1);
        auto hash = std::hash<std::string>()(text);
        tokens_.push_back(
            {.kind = kind, .begin = at_, .end = end, .text = std::move(text), .capital = capital, .hash = hash});
        at_ = end;
    }

    void one()
    {
        auto first = letter(at_);
        if (first == "\n") {
            add(Token::Kind::line, at_ + 1);
        } else if (is_space(first)) {
            ++at_;
        } else if (is_digit(first)) {
            add(Token::Kind::number, number_end());
        } else if (is_letter(first)) {
            auto end = at_ + 1;
            while (is_letter(letter(end)) ? letter(end) != "\n" && !is_space(letter(end)) : is_digit(letter(end)))
                ++end;
            add(Token::Kind::word, end);
        } else {
            add(Token::Kind::sign, at_ + 1);
        }
    }

    // Points and commas belong to a number where a digit follows them.
    std::size_t number_end() const
    {
        auto end = at_ + 1;
        for (;; ++end) {
            auto next = letter(end);
            bool joins =
                (next == "." || next == "," || next == "\u00a0" || next == "\u202f") && is_digit(letter(end + 1));
            // A hard space parts thousands only: three digits, then something else.
            if (joins && next.size() > 1)
                joins = is_digit(letter(end + 2)) && is_digit(letter(end + 3)) && !is_digit(letter(end + 4));
            if (!joins && !is_digit(next))
                return end;
        }
    }

    std::string_view text_;
    std::string lower_;
    CodePointText letters_;
    CodePointText lowered_;
    std::size_t at_ = 0;
    Tokens tokens_ = {};
};

} // namespace

CodePointText::CodePointText(std::string_view text) : text_(text)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & continuation_mask) != continuation)
            at_.push_back(i);
    at_.push_back(text.size());
}

std::string CodePointText::cut(std::size_t begin, std::size_t end) const
{
    begin = std::min(begin, size());
    end = std::clamp(end, begin, size());
    return std::string(text_.substr(at_[begin], at_[end] - at_[begin]));
}

Tokens tokens_of(std::string_view text) { return Tokenizer(text).read(); }

} // namespace phusa::stats
