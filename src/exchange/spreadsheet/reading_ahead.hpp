#pragma once

#include "exchange/spreadsheet/workbook.hpp"

namespace phusa
{

// As Workbook::read(), with the file unpacked on a thread of its own while `take`, on this one, works on the rows
// before: both cores of a small server are busy with a large sheet. No more than two thousand rows wait.
Result<void> read_ahead(const Workbook& book, std::size_t sheet, const std::function<bool(SheetRow&&)>& take);

} // namespace phusa
