#pragma once

#include "documents/docx_sheet.hpp"
#include "documents/paper_text.hpp"

#include <string>

namespace phusa
{

// Who signs and who receives a paper. The last paragraph of the body keeps to it.
std::string docx_foot_xml(const PaperText& text, const DocxSheet& sheet, const PaperLayout& layout);

} // namespace phusa
