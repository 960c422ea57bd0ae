#pragma once

#include <cstddef>

// What keeps an XML part that is meant to harm from taking memory or time.
namespace phusa::limit
{

inline constexpr std::size_t report_xml_bytes_max = 64 * 1024 * 1024; // of the parts of a Word file with its text
inline constexpr std::size_t report_cells_max = 200'000;              // of all its tables, with their rows
inline constexpr std::size_t row_bytes_max = 16 * 1024 * 1024;        // of a sheet: 400 cells of 32,767 signs
inline constexpr std::size_t xml_depth_max = 1'000;                   // elements in each other
inline constexpr std::size_t xml_token_bytes_max = 4 * 1024 * 1024;   // one tag with its attributes, one remark

} // namespace phusa::limit
