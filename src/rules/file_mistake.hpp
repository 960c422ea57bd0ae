#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One thing that is wrong in a data file.
struct FileMistake {
    int line = 0;      // from 1; 0 where it is not known
    std::string where; // "stale: months", "294-QĐ/TW: issued"
    std::string what;  // Vietnamese

    friend bool operator==(const FileMistake&, const FileMistake&) = default;
};

// The first one, for files that travel inside the program: "rulebooks, 24-QĐ/TW: stale: months: thiếu".
Problem problem_of(std::string_view file, const std::vector<FileMistake>& mistakes);

} // namespace phusa
