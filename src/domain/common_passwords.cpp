#include "domain/common_passwords.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace phusa
{

namespace
{

// Letters only, without accents, as they remain when digits and signs are taken away. "" is a password without letters:
// years, telephone and identity numbers.
constexpr std::string_view common_words[] = {
    "",
    "abc",
    "abcdef",
    "abcdefgh",
    "abcdefghijkl",
    "admin",
    "administrator",
    "adminadmin",
    "anhyeuem",
    "asdfghjkl",
    "baohiem",
    "bithu",
    "changeme",
    "chibo",
    "chucmungnammoi",
    "congan",
    "congdoan",
    "congsan",
    "dangbo",
    "dangcongsan",
    "dangcongsanvietnam",
    "danguy",
    "dangvien",
    "default",
    "doanthanhnien",
    "emyeuanh",
    "giadinh",
    "guest",
    "hanoi",
    "hochiminh",
    "huyenuy",
    "hungyen",
    "iloveyou",
    "iloveyouiloveyou",
    "khongbiet",
    "letmein",
    "login",
    "matkhau",
    "matkhaumatkhau",
    "matma",
    "motconvit",
    "motconvitxoerahaicaicanh",
    "pass",
    "passpass",
    "password",
    "passwordpassword",
    "phattriendangvien",
    "phusa",
    "phusaphusa",
    "princess",
    "qazwsx",
    "qazwsxedc",
    "qwe",
    "qweasd",
    "qweasdzxc",
    "qwer",
    "qwerty",
    "qwertyqwerty",
    "qwertyuiop",
    "qwertyuiopasdfghjkl",
    "root",
    "saigon",
    "secret",
    "sunshine",
    "test",
    "testtest",
    "thaibinh",
    "thanhpho",
    "tinhuy",
    "truongchinhtri",
    "user",
    "vanphong",
    "vietnam",
    "vietnamvietnam",
    "welcome",
    "xinchao",
    "yeuem",
    "zaq",
    "zaqxsw",
    "zxcvbnm",
};

// What remains without ASCII digits and signs. Bytes of other scripts stay.
std::string letters_of(std::string_view folded)
{
    std::string letters;
    for (char letter : folded)
        if ((letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80)
            letters += letter;
    return letters;
}

} // namespace

bool is_common_password(std::string_view password)
{
    constexpr std::size_t different_characters_min = 5;
    std::string folded = fold(password);
    if (std::set<char>(folded.begin(), folded.end()).size() < different_characters_min)
        return true;
    return std::ranges::find(common_words, letters_of(folded)) != std::end(common_words);
}

} // namespace phusa
