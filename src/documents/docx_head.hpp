#pragma once

#include "documents/docx_sheet.hpp"
#include "documents/paper_text.hpp"

#include <string>

namespace phusa
{

// What stands at the top of a paper, and its number.
std::string docx_head_xml(const PaperText& text, const DocxSheet& sheet);

} // namespace phusa
