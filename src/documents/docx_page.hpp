#pragma once

#include "documents/paper_layout.hpp"
#include "documents/paper_text.hpp"

#include <string>

namespace phusa
{

// An ordinary Word file of a paper by a layout: named styles, a head, the body, signatures, page numbers from the
// second page on. Its {{fields}} stand in it as written. An office may edit it in Word or LibreOffice and send it back.
std::string docx_page(const PaperText& text, const PaperLayout& guidance);

} // namespace phusa
