// The rows that were left out, with what is wrong, as a sheet to mend and send again.
#include "app/import/file.hpp"
#include "app/import/head.hpp"
#include "documents/xlsx.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace phusa
{

Result<std::string> failing_rows(const ImportFile& file, const ImportOutcome& outcome)
{
    std::unordered_map<std::uint32_t, std::string> faults;
    for (const auto& error : outcome.errors) {
        auto& text = faults[error.row];
        text.append(text.empty() ? "" : " | ").append(error.column.empty() ? "" : error.column + ": ");
        text.append(error.message);
    }
    Table head;
    for (const auto& column : outcome.columns)
        head.columns.push_back({.key = column.letters, .title = column.head});
    head.columns.push_back({.key = "fault", .title = "Lỗi cần sửa"});
    XlsxWriter writer(head, std::filesystem::temp_directory_path());
    auto sheet = TRY(sheet_index(file, outcome.sheet));
    TRY_DO(file.inside().book.read(sheet, [&](SheetRow&& row) {
        auto fault = faults.find(row.number);
        if (fault == faults.end())
            return true;
        auto cells = std::move(row.cells);
        cells.resize(outcome.columns.size());
        cells.emplace_back(fault->second);
        writer.add(cells);
        return true;
    }));
    std::ifstream written(writer.finish(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(written), {});
}

} // namespace phusa
