#pragma once

#include "app/papers/paper_book.hpp"

#include <string>

namespace phusa
{

struct PaperLayout; // documents/paper_layout.hpp

// The Word template of a form as the program brings it, by the layout of a day. With {{fields}}, for filling or for an
// office to change.
std::string form_template(const PaperForm& form, const FormText& text, const PaperLayout& layout);

} // namespace phusa
