#include "app/import/file.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace phusa
{

ImportFile::ImportFile(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ImportFile::ImportFile(ImportFile&&) noexcept = default;
ImportFile& ImportFile::operator=(ImportFile&&) noexcept = default;
ImportFile::~ImportFile() = default;

Result<ImportFile> ImportFile::of_bytes(std::string bytes, std::string name)
{
    Content content(std::move(bytes));
    auto book = TRY(Workbook::open(content));
    return ImportFile(std::make_unique<Inside>(std::move(name), std::move(content), std::move(book)));
}

Result<ImportFile> ImportFile::of_path(const std::filesystem::path& path, std::string name)
{
    auto content = TRY(Content::of_file(path));
    auto book = TRY(Workbook::open(content));
    return ImportFile(std::make_unique<Inside>(std::move(name), std::move(content), std::move(book)));
}

const std::string& ImportFile::name() const { return inside_->name; }

std::vector<std::string> ImportFile::sheets() const
{
    std::vector<std::string> names;
    for (const auto& sheet : inside_->book.sheets())
        if (!sheet.hidden)
            names.push_back(sheet.name);
    return names;
}

Result<std::size_t> sheet_index(const ImportFile& file, const std::string& name)
{
    const auto& sheets = file.inside().book.sheets();
    for (std::size_t index = 0; index < sheets.size(); ++index)
        if (name.empty() ? !sheets[index].hidden : sheets[index].name == name)
            return index;
    std::string names;
    for (const auto& sheet : file.sheets())
        names.append(names.empty() ? "" : ", ").append(sheet);
    return invalid("sheet", name.empty() ? "Tệp không có trang tính nào hiện ra."
                                         : fmt::format("Tệp không có trang tính “{}”; các trang là: {}.", name, names));
}

} // namespace phusa
