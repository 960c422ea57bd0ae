#pragma once

#include "documents/paper_layout.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// word/styles.xml: the styles that docx_page uses, under Vietnamese names that an office sees in its word processor.
// On a small sheet with less room above the title.
std::string docx_styles(const PaperLayout& layout, bool is_small);

// Millimetres as Word measures lengths: twentieths of a point.
constexpr int twips(int millimetres) { return (millimetres * 14400 + 127) / 254; }

// Their ids.
namespace docx_style
{
inline constexpr std::string_view body = "PhuSaThan";         // justified, first line indented
inline constexpr std::string_view flat = "PhuSaKhongThut";    // the same without indent
inline constexpr std::string_view centred = "PhuSaGiua";      // regular, in the middle
inline constexpr std::string_view head = "PhuSaTieuDe";       // the line of the Party
inline constexpr std::string_view title = "PhuSaTenLoai";     // type name
inline constexpr std::string_view about = "PhuSaTrichYeu";    // what it is about
inline constexpr std::string_view addressed = "PhuSaKinhGui"; // Kính gửi
inline constexpr std::string_view bold = "PhuSaDam";
inline constexpr std::string_view bold_centred = "PhuSaDamGiua";
inline constexpr std::string_view italic_centred = "PhuSaNghiengGiua";
inline constexpr std::string_view recipients = "PhuSaNoiNhan";
inline constexpr std::string_view cell = "PhuSaO"; // in a table
inline constexpr std::string_view dots = "PhuSaDongKe";
inline constexpr std::string_view mark = "PhuSaGhiChuMau";
} // namespace docx_style

} // namespace phusa
