#pragma once

#include "base/table.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace phusa
{

// Writes one sheet row by row in constant memory: title, notes, a frozen head with filter, then rows with typed
// cells. Text stays text (an identity number keeps its zeros), dates are real dates shown dd/mm/yyyy.
//
// Rows go to a file that the writer makes in `folder` (mode 0600) and removes with itself. Throws std::runtime_error
// when the disk is full.
class XlsxWriter
{
public:
    XlsxWriter(const Table& head, const std::filesystem::path& folder);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    void add(std::span<const Cell> row);
    // Closes the workbook; the file stays until the writer goes.
    const std::filesystem::path& finish();

private:
    struct Workbook;
    std::unique_ptr<Workbook> workbook_;
};

// A small Table as the bytes of an XLSX file.
std::string xlsx(const Table& table, const std::filesystem::path& folder);

} // namespace phusa
