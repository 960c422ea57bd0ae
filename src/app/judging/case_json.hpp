#pragma once

#include "base/result.hpp"
#include "domain/case.hpp"

#include <string_view>
#include <vector>

namespace phusa
{

// The cases of a file or request: one, or an array of them.
struct CaseFile {
    std::vector<Case> cases;
    bool is_array = false;
};

// Reads JSON as DESIGN §6 ("judge") shows it. Strict: an unknown key, value or act is a Problem that names it and its
// place ("acts[3].on"); one case that cannot be read refuses all.
Result<CaseFile> read_cases(std::string_view json);

// One act, or an array of acts, in the same form: for recording them in a dossier.
Result<std::vector<Act>> read_acts(std::string_view json);

} // namespace phusa
