#include "domain/made_paper.hpp"

#include <fmt/format.h>

namespace phusa
{

std::string number_text(const NumberSeries& series, int number)
{
    return fmt::format("{:02}-{}/{}", number, series.type, series.sign);
}

} // namespace phusa
