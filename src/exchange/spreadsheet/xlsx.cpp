// .xlsx as a Workbook::Format: a sheet is read once for its merged areas, which stand at its end, then for its rows.
#include "exchange/spreadsheet/format.hpp"
#include "exchange/spreadsheet/xlsx_sheet.hpp"

#include <map>

namespace phusa
{

namespace
{

class Xlsx : public Workbook::Format
{
public:
    Xlsx(ZipArchive archive, XlsxBook book) : archive_(std::move(archive)), book_(std::move(book)) {}

    const std::vector<SheetName>& sheets() const override { return book_.sheets; }

    Result<void> read(std::size_t sheet, const std::function<bool(SheetRow&&)>& take) const override
    {
        SheetRows rows(book_, TRY(merged_areas(sheet)), take);
        SheetXml xml([&](const SheetNames& names, const pugi::xml_node& row) { return rows.take(names, row); });
        bool is_sound = true;
        TRY_DO(archive_.stream(book_.parts.at(sheet), [&](std::string_view piece) {
            is_sound = xml.feed(piece);
            return is_sound && !xml.is_done();
        }));
        if (rows.problem())
            return std::unexpected(*rows.problem());
        if (!is_sound || !xml.finish())
            return std::unexpected(damaged_sheet());
        return {};
    }

private:
    Result<std::vector<MergedArea>> merged_areas(std::size_t sheet) const
    {
        if (auto known = merged_.find(sheet); known != merged_.end())
            return known->second;
        MergedAreas merged;
        TRY_DO(archive_.stream(book_.parts.at(sheet), [&](std::string_view piece) {
            merged.feed(piece);
            return true;
        }));
        return merged_[sheet] = std::move(merged).areas();
    }

    ZipArchive archive_;
    XlsxBook book_;
    mutable std::map<std::size_t, std::vector<MergedArea>> merged_; // of the sheets that were read
};

} // namespace

Result<std::unique_ptr<Workbook::Format>> open_xlsx(Content content)
{
    auto archive = TRY(ZipArchive::open(std::move(content)));
    auto book = TRY(read_xlsx_book(archive));
    return std::make_unique<Xlsx>(std::move(archive), std::move(book));
}

} // namespace phusa
