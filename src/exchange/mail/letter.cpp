#include "exchange/mail/letter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::string_view word_begin = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";
constexpr std::size_t word_length_max = 75;
constexpr std::size_t line_length_max = 76;

bool is_plain(char letter) { return letter >= ' ' && letter <= '~'; }

std::string escaped(char byte) { return fmt::format("={:02X}", static_cast<unsigned char>(byte)); }

// One letter inside an encoded word: RFC 2047 5 (3), the strictest of its sets.
std::string in_word(std::string_view letter)
{
    std::string text;
    for (char byte : letter) {
        bool stays = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        text += byte == ' ' ? "_" : stays ? std::string(1, byte) : escaped(byte);
    }
    return text;
}

// How many bytes the letter of UTF-8 at the front has.
std::size_t letter_bytes(std::string_view text)
{
    std::size_t count = 1;
    while (count < text.size() && (static_cast<unsigned char>(text[count]) & 0xC0U) == 0x80U)
        ++count;
    return count;
}

std::string line_in_quoted_printable(std::string_view line)
{
    std::string text;
    std::size_t length = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        bool is_last_blank = line[i] == ' ' && i + 1 == line.size();
        auto piece = is_plain(line[i]) && line[i] != '=' && !is_last_blank ? std::string(1, line[i]) : escaped(line[i]);
        if (length + piece.size() >= line_length_max) {
            text += "=\r\n";
            length = 0;
        }
        text += piece;
        length += piece.size();
    }
    return text;
}

// RFC 5322 3.3, in UTC.
std::string date_header(Clock::Time time)
{
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto midnight = std::chrono::floor<std::chrono::days>(time);
    Date day(midnight);
    std::chrono::hh_mm_ss of_day(std::chrono::floor<std::chrono::seconds>(time - midnight));
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days[day.weekday().c_encoding()], day.day(),
                       months[static_cast<std::size_t>(day.month() - 1)], day.year(), of_day.hours().count(),
                       of_day.minutes().count(), of_day.seconds().count());
}

} // namespace

std::string encoded_words(std::string_view text, std::size_t before)
{
    if (std::ranges::all_of(text, is_plain) && !text.contains("=?") && before + text.size() <= line_length_max)
        return std::string(text);
    std::string words(word_begin);
    std::size_t length = before + word_begin.size() + word_end.size();
    while (!text.empty()) {
        auto letter = in_word(text.substr(0, letter_bytes(text)));
        text.remove_prefix(letter_bytes(text));
        if (length + letter.size() > word_length_max) {
            words.append(word_end).append("\r\n ").append(word_begin);
            length = word_begin.size() + word_end.size();
        }
        words += letter;
        length += letter.size();
    }
    return words.append(word_end);
}

std::string quoted_printable(std::string_view text)
{
    std::string encoded;
    for (std::size_t from = 0; from <= text.size();) {
        auto end = std::min(text.find('\n', from), text.size());
        encoded += line_in_quoted_printable(text.substr(from, end - from));
        if (end < text.size())
            encoded += "\r\n";
        from = end + 1;
    }
    return encoded;
}

std::string message_of(const Letter& letter)
{
    auto message = fmt::format("Date: {}\r\nFrom: {} <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}>\r\n",
                               date_header(letter.written), encoded_words("Phù Sa"), letter.from, letter.to,
                               encoded_words(letter.subject, std::string_view("Subject: ").size()), letter.message_id);
    if (!letter.settings_url.empty())
        message += fmt::format("List-Unsubscribe: <{}>\r\n", letter.settings_url);
    // So that an out-of-office answer does not come back to a box that nobody reads.
    message += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Language: vi\r\n"
               "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    return message + quoted_printable(letter.body) + "\r\n";
}

} // namespace phusa
