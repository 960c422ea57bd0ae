#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <vector>

namespace phusa::stats
{

enum class SpanUnit : std::uint8_t { year, quarter, month };

// The calendar years, quarters or months that a period touches, in order; the first and the last are cut where the
// period begins or ends. Nothing of a period that ends before it begins.
std::vector<Period> spans_of(const Period& period, SpanUnit unit);

} // namespace phusa::stats
