#include "base/text.hpp"

#include <gtest/gtest.h>

#include <array>

namespace phusa
{

namespace
{

using Pair = std::array<std::string_view, 2>;

std::string utf8_of(char32_t letter)
{
    auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    if (letter < 0x80)
        return {byte(letter)};
    if (letter < 0x800)
        return {byte(0xC0 | letter >> 6), byte(0x80 | (letter & 0x3F))};
    return {byte(0xE0 | letter >> 12), byte(0x80 | (letter >> 6 & 0x3F)), byte(0x80 | (letter & 0x3F))};
}

TEST(TextTest, clean_text_is_nfc_trimmed_and_without_unseen_characters)
{
    const std::vector<Pair> rows{
        {"  Nguyễn   Văn\tAn ", "Nguyễn Văn An"},
        {"Nguye\u0302\u0303n Thi\u0323 \u0110a\u0300o", "Nguyễn Thị Đào"},
        {"a\u0323\u0302", "ậ"},
        {"hoà, hòa", "hoà, hòa"},
        {"một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"},
        {"một\n\nhai", "một\n\nhai"},
        {"\n một \n hai \n", "một\nhai"},
        {"A\u00A0B\u3000C\u2003D", "A B C D"},
        {"A\u200BB\uFEFFC\u202ED\u00ADE", "ABCDE"},
        {std::string_view("A\0B\x1b[C\x7f", 7), "AB[C"},
        {"\xff", "\uFFFD"},
        {"Tr\xe1\xba", "Tr\uFFFD"},
        {"\xc0\xaf", "\uFFFD\uFFFD"},
        {"😀 ổn", "😀 ổn"},
        {"   ", ""},
        {"", ""},
    };
    for (const auto& [given, cleaned] : rows) {
        EXPECT_EQ(clean_text(given), cleaned) << given;
        EXPECT_EQ(clean_text(clean_text(given)), clean_text(given)) << given;
    }
}

// A text of letters that need no cleaning is not looked at letter by letter; one with an unseen character is. Both ways
// say the same of every letter.
TEST(TextTest, clean_text_of_plain_letters_is_the_same_on_the_quick_way)
{
    for (char32_t letter = 0x20; letter < 0x2100; ++letter) {
        std::string text = "a" + utf8_of(letter) + " b" + utf8_of(letter);
        EXPECT_EQ(clean_text(text), clean_text(text + "\u200B")) << std::hex << static_cast<unsigned>(letter);
    }
    for (std::string_view gaps : {" ", "a ", " a", "a  b", "", "\xC3", "a\xE1\xBA", "\xE1\xBA\x41", "\xC3\x41"})
        EXPECT_EQ(clean_text(gaps), clean_text(std::string(gaps) + "\u200B")) << gaps;
}

TEST(TextTest, knows_valid_utf8)
{
    for (auto valid : {"", "abc", "Nguyễn", "😀", "e\u0302"})
        EXPECT_TRUE(is_valid_utf8(valid)) << valid;
    for (auto broken : {"\xff", "\xc0\x80", "\xed\xa0\x80", "Nguy\xe1\xbb", "\x80"})
        EXPECT_FALSE(is_valid_utf8(broken));
}

TEST(TextTest, fold_finds_a_name_typed_without_its_marks)
{
    const std::vector<Pair> rows{
        {"NGUYỄN  Thị Đào", "nguyen thi dao"},
        {"Nguye\u0302\u0303n Thi\u0323 \u0110a\u0300o", "nguyen thi dao"},
        {"đường Đ đ", "duong d d"},
        {"Thuỷ Thủy Hoà Hòa", "thuy thuy hoa hoa"},
        {"Ưng Ơn Ăn Ân Ê Ô", "ung on an an e o"},
        {"  Y\tBlêu\u00A0 Kbuôr ", "y bleu kbuor"},
        {"Chi bộ 12/3 (thôn)", "chi bo 12/3 (thon)"},
        {"H'Hen Niê", "h'hen nie"},
        {"a\u200Bb", "ab"},
        {"İstanbul Ångström ÇA", "istanbul angstrom ca"},
        {"한국 日本 😀", "\u1112\u1161\u11ab\u1100\u116e\u11a8 日本 😀"},
        {"\xff", "\uFFFD"},
        {"", ""},
    };
    for (const auto& [given, folded] : rows) {
        EXPECT_EQ(fold(given), folded) << given;
        EXPECT_EQ(fold(fold(given)), fold(given)) << given;
    }
}

TEST(TextTest, fold_reaches_every_vietnamese_letter)
{
    constexpr std::string_view bases = "aeiouyd";
    std::string letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    for (const auto& text : {letters, upper_case(letters)}) {
        auto folded = fold(text);
        EXPECT_EQ(folded.size(), 67U);
        EXPECT_EQ(folded.find_first_not_of(bases), std::string::npos) << folded;
    }
}

TEST(TextTest, title_case_names_but_not_those_in_mixed_case)
{
    const std::vector<Pair> rows{
        {"NGUYỄN THỊ ĐÀO", "Nguyễn Thị Đào"},
        {"nguyễn văn ước", "Nguyễn Văn Ước"},
        {"ĐÀO", "Đào"},
        {"Nguyễn Văn An", "Nguyễn Văn An"},
        {"Nguyễn Thị McDuy", "Nguyễn Thị McDuy"},
        {"nguyễn Văn an", "nguyễn Văn an"},
        {"H'HEN NIÊ", "H'Hen Niê"},
        {"k'brơi", "K'Brơi"},
        {"Y BLÊU", "Y Blêu"},
        {"A", "A"},
        {"123", "123"},
        {"", ""},
    };
    for (const auto& [given, titled] : rows)
        EXPECT_EQ(title_case_name(given), titled) << given;
    EXPECT_EQ(clean_text(title_case_name("NGUYE\u0302\u0303N A\u0301NH")), "Nguyễn Ánh");
}

TEST(TextTest, changes_case_of_vietnamese)
{
    EXPECT_EQ(upper_case("nguyễn thị đào"), "NGUYỄN THỊ ĐÀO");
    EXPECT_EQ(lower_case("NGUYỄN THỊ ĐÀO ƯỜNG"), "nguyễn thị đào ường");
    EXPECT_EQ(upper_case(lower_case("ẶẰẲẴẮ Đ")), "ẶẰẲẴẮ Đ");
}

TEST(TextTest, counts_and_shortens_by_code_points)
{
    EXPECT_EQ(code_points("Đào"), 3U);
    EXPECT_EQ(code_points("😀"), 1U);
    EXPECT_EQ(code_points(""), 0U);
    EXPECT_EQ(shortened("Nguyễn Thị Đào", 14), "Nguyễn Thị Đào");
    EXPECT_EQ(shortened("Nguyễn Thị Đào", 13), "Nguyễn Thị Đ…");
    EXPECT_EQ(shortened("Nguyễn Thị Đào", 8), "Nguyễn…");
    EXPECT_EQ(shortened("Đào", 1), "…");
    EXPECT_EQ(shortened("Đào", 0), "");
    for (std::size_t count = 0; count < 20; ++count)
        EXPECT_LE(code_points(shortened("Đảng bộ xã Vũ Thắng", count)), count);
}

} // namespace

} // namespace phusa
