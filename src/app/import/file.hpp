#pragma once

#include "app/import/import.hpp"
#include "exchange/content.hpp"
#include "exchange/spreadsheet/workbook.hpp"

#include <string>

namespace phusa
{

struct ImportFile::Inside {
    std::string name;
    Content content;
    Workbook book;
};

// The sheet with this name, or the first one that can be seen.
Result<std::size_t> sheet_index(const ImportFile& file, const std::string& name);

} // namespace phusa
