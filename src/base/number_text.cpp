#include "base/number_text.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace phusa
{

namespace
{

__extension__ using Wide = __int128; // part × 100 × 10^decimals of any two 64-bit numbers fits

constexpr std::string_view no_value = "–";
constexpr int decimals_max = 9;

std::int64_t power_of_ten(int exponent)
{
    assert(exponent >= 0 && exponent <= decimals_max);
    std::int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

// "1234567" -> "1.234.567"
std::string grouped(std::string_view digits)
{
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += '.';
        text += digits[i];
    }
    return text;
}

// `digits` is a whole number whose last `decimals` digits stand behind the comma.
std::string written(bool negative, std::string digits, int decimals)
{
    auto behind = static_cast<std::size_t>(decimals);
    if (digits.size() <= behind)
        digits.insert(0, behind + 1 - digits.size(), '0');
    bool is_zero = digits.find_first_not_of('0') == std::string::npos;
    auto text = (negative && !is_zero ? "-" : "") + grouped(std::string_view(digits).substr(0, digits.size() - behind));
    if (behind > 0)
        text.append(",").append(digits, digits.size() - behind);
    return text;
}

std::string add_one(std::string digits)
{
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return digits;
        }
        *digit = '0';
    }
    return "1" + digits;
}

// Percent of `whole` times 10^decimals, rounded half away from zero.
std::int64_t scaled_share(std::int64_t part, std::int64_t whole, int decimals)
{
    Wide numerator = Wide(part) * 100 * power_of_ten(decimals);
    Wide divisor = whole;
    bool negative = (numerator < 0) != (divisor < 0);
    numerator = numerator < 0 ? -numerator : numerator;
    divisor = divisor < 0 ? -divisor : divisor;
    auto rounded = static_cast<std::int64_t>((numerator * 2 + divisor) / (divisor * 2));
    return negative ? -rounded : rounded;
}

std::string digits_of(std::int64_t value)
{
    auto text = std::to_string(value);
    return value < 0 ? text.substr(1) : text;
}

} // namespace

std::string vietnamese_number(std::int64_t value) { return written(value < 0, digits_of(value), 0); }

std::string vietnamese_decimal(double value, int decimals)
{
    assert(decimals >= 0 && decimals <= decimals_max);
    if (!std::isfinite(value))
        return std::string(no_value);
    // The shortest decimal that is this double is what a person means by it: 29.45 is 29,5, although its bits lie
    // below 29.45. Rounding its digits is therefore exact where multiplying would not be.
    std::array<char, 400> buffer{};
    auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed).ptr;
    std::string_view text(buffer.data(), end);
    auto point = std::min(text.find('.'), text.size());
    std::string digits(text.substr(0, point));
    auto fraction = point == text.size() ? std::string() : std::string(text.substr(point + 1));
    auto kept = static_cast<std::size_t>(decimals);
    bool up = fraction.size() > kept && fraction[kept] >= '5';
    fraction.resize(kept, '0');
    digits += fraction;
    return written(std::signbit(value), up ? add_one(std::move(digits)) : std::move(digits), decimals);
}

std::string vietnamese_share(std::int64_t part, std::int64_t whole, int decimals)
{
    if (whole == 0)
        return std::string(no_value);
    auto value = scaled_share(part, whole, decimals);
    return written(value < 0, digits_of(value), decimals) + "%";
}

std::string vietnamese_short_share(std::int64_t part, std::int64_t whole)
{
    constexpr std::string_view empty_tenth = ",0%";
    auto text = vietnamese_share(part, whole);
    return text.ends_with(empty_tenth) ? text.substr(0, text.size() - empty_tenth.size()) + "%" : text;
}

double share(std::int64_t part, std::int64_t whole, int decimals)
{
    if (whole == 0)
        return 0;
    return static_cast<double>(scaled_share(part, whole, decimals)) / static_cast<double>(power_of_ten(decimals));
}

} // namespace phusa
