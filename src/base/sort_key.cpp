#include "base/text.hpp"

#include <unicode/coll.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

namespace phusa
{

namespace
{

void check(UErrorCode status)
{
    if (U_FAILURE(status))
        throw std::runtime_error(u_errorName(status));
}

// A Collator that is no longer changed may be used by all threads at once.
using SharedCollator = std::unique_ptr<const icu::Collator>;

std::unique_ptr<icu::Collator> vietnamese()
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), status));
    check(status);
    return collator;
}

// Capitals make no difference: "TRẦN VĂN AN" stands where "Trần Văn An" would, and only equal given names look further.
SharedCollator for_names()
{
    auto collator = vietnamese();
    collator->setStrength(icu::Collator::SECONDARY);
    return collator;
}

// "Chi bộ thôn 2" before "Chi bộ thôn 10".
SharedCollator for_text()
{
    auto collator = vietnamese();
    UErrorCode status = U_ZERO_ERROR;
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    check(status);
    return collator;
}

// Ends with a zero byte, and holds none before it.
void append_key(std::string& key, const icu::Collator& collator, std::string_view text)
{
    auto utf16 = icu::UnicodeString::fromUTF8(text);
    std::array<std::uint8_t, 256> near{};
    auto length = collator.getSortKey(utf16, near.data(), static_cast<std::int32_t>(near.size()));
    if (static_cast<std::size_t>(length) <= near.size()) {
        key.append(reinterpret_cast<const char*>(near.data()), static_cast<std::size_t>(length));
        return;
    }
    std::vector<std::uint8_t> far(static_cast<std::size_t>(length));
    collator.getSortKey(utf16, far.data(), length);
    key.append(reinterpret_cast<const char*>(far.data()), far.size());
}

std::string_view without_end_spaces(std::string_view text)
{
    auto end = text.find_last_not_of(' ');
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

} // namespace

std::string name_sort_key(std::string_view full_name)
{
    static const auto collator = for_names();
    auto name = without_end_spaces(full_name);
    auto space = name.rfind(' ');
    auto given_at = space == std::string_view::npos ? 0 : space + 1;
    std::string key;
    append_key(key, *collator, name.substr(given_at));
    append_key(key, *collator, without_end_spaces(name.substr(0, given_at)));
    key.pop_back();
    return key;
}

std::string text_sort_key(std::string_view text)
{
    static const auto collator = for_text();
    std::string key;
    append_key(key, *collator, text);
    key.pop_back();
    return key;
}

} // namespace phusa
