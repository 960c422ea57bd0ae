#include "stats/figures/reckoning.hpp"

#include "base/number_text.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>

namespace phusa::stats
{

namespace
{

constexpr double hair = 1e-9; // what binary fractions add to or take from a decimal
constexpr double half = 0.5;
constexpr int decimals_shown_max = 6;

double rounded(double value, double scale) { return std::floor(value * scale + half + hair) / scale; }
double cut(double value, double scale) { return std::floor(value * scale + hair) / scale; }
bool same(double a, double b) { return std::abs(a - b) < hair * std::max(1.0, std::abs(a)); }

// A unit of the last place: of "11.000 người" under “gần” it is the last place that is not 0.
double last_place(const Figure& printed, double scale)
{
    if (printed.decimals > 0 || printed.kind != FigureKind::count || printed.value < 1)
        return 1 / scale;
    constexpr double ten = 10;
    double place = 1;
    while (std::fmod(printed.value, place * ten) < half)
        place *= ten;
    return place;
}

std::string with_unit(const Figure& printed, double value)
{
    auto text = shown(value, printed.decimals);
    if (printed.kind == FigureKind::count || printed.unit.empty())
        return text;
    return printed.kind == FigureKind::percent ? text + "%" : text + " " + printed.unit;
}

} // namespace

Reckoned reckon(const Figure& printed, double exact)
{
    // Tables ask for it millions of times.
    static constexpr std::array scales{1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    auto decimals = static_cast<std::size_t>(printed.decimals);
    double scale = decimals < scales.size() ? scales[decimals] : std::pow(10.0, printed.decimals);
    exact = std::abs(exact);
    Reckoned result{.verdict = FigureVerdict::wrong, .expected = rounded(exact, scale)};
    if (same(result.expected, printed.value))
        result.verdict = FigureVerdict::ok;
    else if (printed.is_rounded && std::abs(exact - printed.value) <= last_place(printed, scale) + hair)
        result.verdict = FigureVerdict::rounded;
    else if (same(cut(exact, scale), printed.value))
        result.verdict = FigureVerdict::truncated;
    return result;
}

std::string shown(double value, int decimals)
{
    return vietnamese_decimal(value, std::min(decimals, decimals_shown_max));
}

std::string shown(const Figure& figure) { return with_unit(figure, figure.value); }

std::string outcome(const Figure& printed, const Reckoned& reckoned)
{
    auto expected = with_unit(printed, reckoned.expected);
    switch (reckoned.verdict) {
    case FigureVerdict::ok:
        return fmt::format("đúng như văn bản ghi");
    case FigureVerdict::rounded:
        return fmt::format("văn bản ghi gần đúng là {}", shown(printed));
    case FigureVerdict::truncated:
        return fmt::format("làm tròn là {}; văn bản cắt bớt còn {}", expected, shown(printed));
    case FigureVerdict::wrong:
    case FigureVerdict::unchecked:
        break;
    }
    return fmt::format("văn bản ghi {} là sai, đúng ra là {}", shown(printed), expected);
}

} // namespace phusa::stats
