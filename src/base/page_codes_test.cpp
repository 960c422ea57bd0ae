#include "base/page_codes.hpp"

#include <gtest/gtest.h>

namespace phusa
{

TEST(PageCodes, SayWhatWasSealedAndNothingToOthers)
{
    auto key = SecretKey::random();
    for (PageCode code : {PageCode{.paper = 1, .page = 1, .pages = 1},
                          PageCode{.paper = (std::int64_t{1} << 40) - 1, .page = 255, .pages = 255},
                          PageCode{.paper = 123456, .page = 2, .pages = 3}}) {
        auto text = sealed_page_code(code, key);
        EXPECT_EQ(text.size(), 29U);
        EXPECT_TRUE(is_page_code(text));
        EXPECT_EQ(open_page_code(text, key), code);
        EXPECT_EQ(open_page_code(text, SecretKey::random()), std::nullopt);
    }
}

TEST(PageCodes, ChangedByOneLetterIsNobodys)
{
    auto key = SecretKey::random();
    auto text = sealed_page_code({.paper = 77, .page = 1, .pages = 2}, key);
    // The last letter carries two spare bits.
    for (std::size_t place = page_code_sign.size(); place + 1 < text.size(); ++place) {
        auto changed = text;
        changed[place] = changed[place] == 'A' ? 'B' : 'A';
        EXPECT_EQ(open_page_code(changed, key), std::nullopt) << place;
    }
}

TEST(PageCodes, OtherTextsAreNone)
{
    auto key = SecretKey::random();
    for (const auto* text :
         {"", "PS1", "https://example.org/", "PS1AAAAAAAAAAAAAAAAAAAAAAAAAA0", "ps1aaaaaaaaaaaaaaaaaaaaaaaaaa"})
        EXPECT_EQ(open_page_code(text, key), std::nullopt) << text;
}

} // namespace phusa
