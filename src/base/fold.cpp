#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <stdexcept>

namespace phusa
{

namespace
{

// Latin with all Vietnamese letters, Greek and Cyrillic lie below. One table look-up each: asking ICU for every letter
// of a million imported rows would be felt.
constexpr UChar32 table_end = 0x1F00;
constexpr char16_t nothing = 0;

const icu::Normalizer2& nfd()
{
    UErrorCode status = U_ZERO_ERROR;
    static const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status))
        throw std::runtime_error(u_errorName(status));
    return *normalizer;
}

bool is_blank(UChar32 c) { return u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR; }

// A letter that stands alone, in lower case; `nothing` for a mark or what cannot be seen.
UChar32 folded_base(UChar32 c)
{
    auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR)
        return nothing;
    c = u_tolower(c);
    return c == U'đ' ? 'd' : c; // đ is a letter of its own: no decomposition takes its stroke off
}

std::array<char16_t, table_end> make_letters()
{
    std::array<char16_t, table_end> letters{};
    for (UChar32 c = 0; c < table_end; ++c) {
        icu::UnicodeString parts;
        UChar32 base = nfd().getDecomposition(c, parts) ? parts.char32At(0) : c;
        letters[static_cast<std::size_t>(c)] = static_cast<char16_t>(is_blank(c) ? ' ' : folded_base(base));
    }
    return letters;
}

void append(std::string& text, UChar32 c)
{
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    text.append(bytes.data(), length);
}

class Folded
{
public:
    void add(UChar32 c)
    {
        if (c < table_end)
            add_base(letters_[static_cast<std::size_t>(c)]);
        else if (is_blank(c))
            space_ = true;
        else
            add_rare(c);
    }

    std::string text() && { return std::move(text_); }
    void expect(std::size_t bytes) { text_.reserve(bytes); }

private:
    void add_base(UChar32 c)
    {
        if (c == ' ')
            space_ = true;
        else if (c != nothing)
            write(c);
    }

    // Hangul and the like fall into several letters.
    void add_rare(UChar32 c)
    {
        icu::UnicodeString parts;
        if (!nfd().getDecomposition(c, parts))
            return add_base(folded_base(c));
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
            add_base(folded_base(parts.char32At(i)));
    }

    void write(UChar32 c)
    {
        if (space_ && !text_.empty())
            text_ += ' ';
        space_ = false;
        if (c < 0x80)
            text_ += static_cast<char>(c);
        else
            append(text_, c);
    }

    const std::array<char16_t, table_end>& letters_ = all_letters();
    std::string text_;
    bool space_ = false;

    static const std::array<char16_t, table_end>& all_letters()
    {
        static const auto letters = make_letters();
        return letters;
    }
};

} // namespace

std::string fold(std::string_view text)
{
    Folded folded;
    folded.expect(text.size());
    const auto* bytes = text.data();
    auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        folded.add(c);
    }
    return std::move(folded).text();
}

} // namespace phusa
