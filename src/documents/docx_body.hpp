#pragma once

#include "documents/paper_layout.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// The lines of PaperText::body in a column of `width` twips. Headings and labels stand with what follows them, and the
// last words with the signatures where there are any.
std::string docx_body_xml(std::string_view body, int width, const PaperLayout& layout, bool is_signed);

} // namespace phusa
