#pragma once

#include "base/clock.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// A letter of plain text from this program to one person. Addresses are checked before (domain/reminder.hpp): ASCII,
// without blanks, so that nothing written into one becomes a header.
struct Letter {
    std::string from = {};         // an address
    std::string to = {};           // an address
    std::string subject = {};      // UTF-8, one line
    std::string body = {};         // UTF-8, lines end with LF
    std::string message_id = {};   // without < >: the same for the same letter, so that a second copy is known as one
    std::string settings_url = {}; // where the reader ends the letters; empty: not said
    Clock::Time written = {};
};

// As it goes over the wire: RFC 5322 with the header words of RFC 2047 and a quoted-printable body; lines end with CRLF
// and have at most 76 letters.
std::string message_of(const Letter& letter);

// RFC 2047: words folded so that no line has more than 76 letters, none cut inside a letter; ASCII stays as it is.
// `before`: how many letters stand before them in their first line.
std::string encoded_words(std::string_view text, std::size_t before = 0);
// RFC 2045: `text` has LF line ends, the answer CRLF.
std::string quoted_printable(std::string_view text);

} // namespace phusa
