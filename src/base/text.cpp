#include "base/text.hpp"

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace phusa
{

namespace
{

// The broken parts of ICU's set-up are a broken world: its data file is missing.
void check(UErrorCode status)
{
    if (U_FAILURE(status))
        throw std::runtime_error(u_errorName(status));
}

const icu::Normalizer2& nfc()
{
    UErrorCode status = U_ZERO_ERROR;
    static const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
    check(status);
    return *normalizer;
}

void append(std::string& text, UChar32 c)
{
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    text.append(bytes, length);
}

// Calls `each` with every code point, U+FFFD for what is no UTF-8.
template<typename Each>
void for_each_code_point(std::string_view text, Each each)
{
    const auto* bytes = text.data();
    auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        each(c);
    }
}

enum class Sort : std::uint8_t { visible, space, line_feed, nothing };

Sort sort_of(UChar32 c)
{
    if (c == ' ' || c == '\t')
        return Sort::space;
    if (c > ' ' && c < 0x7F)
        return Sort::visible;
    if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029)
        return Sort::line_feed;
    switch (u_charType(c)) {
    case U_SPACE_SEPARATOR:
        return Sort::space;
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR: // zero-width and direction marks: unseen, so nobody can have meant them
        return Sort::nothing;
    default:
        return Sort::visible;
    }
}

// Spaces wait until something visible follows, so that none stay at the ends of a line.
class CleanWriter
{
public:
    explicit CleanWriter(std::size_t bytes) { text_.reserve(bytes); }

    void write(UChar32 c)
    {
        if (c > ' ' && c < 0x7F) {
            write_gap();
            text_ += static_cast<char>(c);
            after_return_ = false;
            return;
        }
        // "\r\n" is one line feed, a lone "\r" is one too.
        if (c == '\r' || (c == '\n' && !after_return_))
            ++line_feeds_;
        after_return_ = c == '\r';
        if (c == '\r' || c == '\n')
            return;
        switch (sort_of(c)) {
        case Sort::line_feed:
            ++line_feeds_;
            return;
        case Sort::space:
            space_ = true;
            return;
        case Sort::nothing:
            return;
        case Sort::visible:
            write_gap();
            append(text_, c);
        }
    }

    std::string text() && { return std::move(text_); }

private:
    void write_gap()
    {
        if (!text_.empty() && line_feeds_ > 0)
            text_.append(line_feeds_, '\n');
        else if (!text_.empty() && space_)
            text_ += ' ';
        line_feeds_ = 0;
        space_ = false;
    }

    std::string text_;
    std::size_t line_feeds_ = 0;
    bool space_ = false;
    bool after_return_ = false;
};

// The bytes of one letter at the front that cleaning and NFC leave alone: printable ASCII, or one of the letters that
// Vietnamese is written with (U+00C0–U+01BF and U+1E80–U+1EFF; none of them decomposes in NFC). 0: perhaps not.
std::size_t plain_letter_bytes(std::string_view text)
{
    auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    if (byte(0) > ' ' && byte(0) < 0x7F)
        return 1;
    if (byte(0) >= 0xC3 && byte(0) <= 0xC6 && follows(1))
        return 2;
    return byte(0) == 0xE1 && (byte(1) == 0xBA || byte(1) == 0xBB) && follows(2) ? 3 : 0;
}

// Whether cleaning would surely change nothing: as nearly every cell of a sheet is.
bool is_clean(std::string_view text)
{
    bool after_space = true;
    while (!text.empty()) {
        bool is_space = text.front() == ' ';
        auto bytes = is_space ? std::size_t{!after_space} : plain_letter_bytes(text);
        if (bytes == 0)
            return false;
        after_space = is_space;
        text.remove_prefix(bytes);
        if (is_space && text.empty())
            return false;
    }
    return true;
}

} // namespace

std::string clean_text(std::string_view text)
{
    if (is_clean(text))
        return std::string(text);
    CleanWriter writer(text.size());
    for_each_code_point(text, [&](UChar32 c) { writer.write(c); });
    auto cleaned = std::move(writer).text();

    UErrorCode status = U_ZERO_ERROR;
    if (nfc().isNormalizedUTF8(cleaned, status))
        return cleaned;
    std::string normal;
    icu::StringByteSink<std::string> sink(&normal);
    nfc().normalizeUTF8(0, cleaned, sink, nullptr, status);
    check(status);
    return normal;
}

bool is_valid_utf8(std::string_view text)
{
    const auto* bytes = text.data();
    auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0)
            return false;
    }
    return true;
}

std::string upper_case(std::string_view text)
{
    std::string upper;
    icu::StringByteSink<std::string> sink(&upper);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToUpper("vi", 0, text, sink, nullptr, status);
    check(status);
    return upper;
}

std::string lower_case(std::string_view text)
{
    std::string lower;
    icu::StringByteSink<std::string> sink(&lower);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToLower("vi", 0, text, sink, nullptr, status);
    check(status);
    return lower;
}

std::string title_case_name(std::string_view name)
{
    bool has_upper = false;
    bool has_lower = false;
    for_each_code_point(name, [&](UChar32 c) {
        has_upper = has_upper || u_isupper(c);
        has_lower = has_lower || u_islower(c);
    });
    if (has_upper && has_lower)
        return std::string(name);

    std::string titled;
    bool starts_word = true;
    for_each_code_point(name, [&](UChar32 c) {
        append(titled, starts_word ? u_totitle(c) : u_tolower(c));
        // Also after a hyphen or an apostrophe: H'Hen, K'Brơi.
        starts_word = !u_isalnum(c) && u_charType(c) != U_NON_SPACING_MARK;
    });
    return titled;
}

std::size_t code_points(std::string_view text)
{
    std::size_t count = 0;
    for_each_code_point(text, [&](UChar32) { ++count; });
    return count;
}

std::string shortened(std::string_view text, std::size_t count)
{
    if (code_points(text) <= count)
        return std::string(text);
    if (count == 0)
        return {};
    std::string kept;
    std::size_t left = count - 1;
    for_each_code_point(text, [&](UChar32 c) {
        if (left > 0) {
            append(kept, c);
            --left;
        }
    });
    while (kept.ends_with(' '))
        kept.pop_back();
    return kept + "…";
}

} // namespace phusa
