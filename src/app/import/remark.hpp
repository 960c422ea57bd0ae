#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace phusa
{

// What is wrong, or to be looked at, in one cell of a sheet.
struct ImportRemark {
    std::uint32_t row = 0; // as the sheet numbers it
    std::string column;    // the head, as it stands there
    std::string value;     // as somebody sees it there
    std::string message;   // and what to do
};

} // namespace phusa
