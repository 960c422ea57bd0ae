#pragma once

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace phusa
{

// One line of a `.case` file: a table that an office can read, and a test runs.
struct CaseRow {
    std::vector<std::string> cells; // trimmed, as written between `|`
    std::string place;              // "ages.case:7", for the failure message

    // Empty where the line is shorter.
    std::string cell(std::size_t index) const { return index < cells.size() ? cells[index] : std::string(); }
};

inline std::string trimmed_cell(const std::string& text)
{
    auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// For tests only. `#` begins a remark; lines without anything else are skipped. Throws where there is no such file or
// no row in it: a table that tests nothing is a mistake.
inline std::vector<CaseRow> case_rows(const std::string& path)
{
    std::ifstream file(path);
    std::vector<CaseRow> rows;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        line = line.substr(0, line.find('#'));
        if (trimmed_cell(line).empty())
            continue;
        CaseRow row{.cells = {}, .place = path.substr(path.rfind('/') + 1) + ":" + std::to_string(number)};
        for (std::size_t from = 0; from <= line.size();) {
            auto bar = std::min(line.find('|', from), line.size());
            row.cells.push_back(trimmed_cell(line.substr(from, bar - from)));
            from = bar + 1;
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        throw std::runtime_error("no cases in " + path);
    return rows;
}

} // namespace phusa
