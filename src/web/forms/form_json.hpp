#pragma once

#include "app/forms/form_sheet.hpp"

#include <string>

namespace phusa::web::forms
{

// DESIGN §6, "report": what `phusa report form --json` and /api/v1/reports/forms/{code} answer. Each row beside its
// cells has "level", "definition" and "people": where those behind the numbers of both columns are, null where there is
// nobody or they may not be seen. "recorded" is there where it was asked for.
std::string form_json(const FormSheet& sheet, bool with_people);

} // namespace phusa::web::forms
