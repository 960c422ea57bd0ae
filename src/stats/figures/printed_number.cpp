#include "stats/figures/reading.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace phusa::stats
{

namespace
{

constexpr std::size_t group_digits = 3;
constexpr std::size_t digits_max = 15;

struct Pieces {
    std::vector<std::string> digits = {""};
    std::string signs = {}; // between them
};

Pieces pieces_of(const std::string& text)
{
    Pieces pieces;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char letter = text[i];
        if (letter >= '0' && letter <= '9') {
            pieces.digits.back() += letter;
        } else if (pieces.digits.back().empty()) {
            continue; // the other bytes of a hard space
        } else {
            pieces.signs += letter == '.' || letter == ',' ? letter : ' ';
            pieces.digits.emplace_back();
        }
    }
    return pieces;
}

// Whether the pieces up to `count` are groups of thousands: "1", "234", "567".
bool are_groups(const Pieces& pieces, std::size_t count)
{
    if (pieces.digits[0].size() > group_digits || pieces.digits[0].starts_with('0'))
        return false;
    for (std::size_t i = 1; i < count; ++i)
        if (pieces.digits[i].size() != group_digits || pieces.signs[i - 1] != pieces.signs[0])
            return false;
    return true;
}

std::optional<PrintedNumber> number(const Pieces& pieces, std::size_t whole)
{
    std::string digits;
    for (std::size_t i = 0; i < whole; ++i)
        digits += pieces.digits[i];
    PrintedNumber read;
    if (whole < pieces.digits.size()) {
        read.decimals = static_cast<int>(pieces.digits.back().size());
        digits += "." + pieces.digits.back();
    }
    if (digits.size() > digits_max)
        return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), read.value);
    return read;
}

} // namespace

std::optional<PrintedNumber> printed_number(const std::string& text)
{
    auto pieces = pieces_of(text);
    auto count = pieces.digits.size();
    if (count == 1)
        return number(pieces, 1);
    if (pieces.signs[0] != ',' && are_groups(pieces, count))
        return number(pieces, count);
    bool last_differs = count > 2 && pieces.signs.back() != pieces.signs[0] && pieces.signs.back() != ' ';
    if (last_differs && are_groups(pieces, count - 1))
        return number(pieces, count - 1);
    if (count > 2)
        return are_groups(pieces, count) ? number(pieces, count) : std::nullopt;
    auto read = number(pieces, 1);
    if (read)
        read->may_be_thousands = are_groups(pieces, count);
    return read;
}

} // namespace phusa::stats
