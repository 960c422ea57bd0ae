#pragma once

#include <cstdint>
#include <string>

namespace phusa
{

// Numbers as Vietnamese offices write them: 10.986 and 60,6%.
std::string vietnamese_number(std::int64_t value);
// Rounded half up at `decimals` (never cut): 29,5.
std::string vietnamese_decimal(double value, int decimals);
// `part` of `whole` in percent, rounded half up by exact integer arithmetic: "60,6%". "–" where `whole` is 0.
std::string vietnamese_share(std::int64_t part, std::int64_t whole, int decimals = 1);
// The same for a sentence: "60,6%", but "100%": a zero after the comma says nothing.
std::string vietnamese_short_share(std::int64_t part, std::int64_t whole);
// The same share as a number in percent, rounded half up; 0 where `whole` is 0.
double share(std::int64_t part, std::int64_t whole, int decimals = 1);

} // namespace phusa
