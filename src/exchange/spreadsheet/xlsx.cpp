// .xlsx as a Workbook::Format: the sheet is read twice, for its merged areas, which stand at its end, and for its rows.
#include "exchange/spreadsheet/format.hpp"
#include "exchange/spreadsheet/xlsx_sheet.hpp"

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
        TRY_DO(stream(sheet, rows, [&rows] { return !rows.is_done(); }));
        if (rows.problem())
            return std::unexpected(*rows.problem());
        return {};
    }

private:
    Result<std::vector<MergedArea>> merged_areas(std::size_t sheet) const
    {
        MergedAreas merged;
        TRY_DO(archive_.stream(book_.parts.at(sheet), [&](std::string_view piece) {
            merged.feed(piece);
            return true;
        }));
        return std::move(merged).areas();
    }

    Result<void> stream(std::size_t sheet, XmlListener& listener, const std::function<bool()>& goes_on) const
    {
        XmlStream xml(listener);
        bool is_sound = true;
        bool is_whole = true;
        TRY_DO(archive_.stream(book_.parts.at(sheet), [&](std::string_view piece) {
            is_sound = xml.feed(piece);
            is_whole = is_sound && goes_on();
            return is_whole;
        }));
        if (!is_sound || (is_whole && !xml.finish()))
            return problem(Problem::Kind::invalid,
                           "Trang tính bị hỏng. Hãy mở lại bằng Excel hoặc LibreOffice, lưu lại rồi gửi lại.");
        return {};
    }

    ZipArchive archive_;
    XlsxBook book_;
};

} // namespace

Result<std::unique_ptr<Workbook::Format>> open_xlsx(Content content)
{
    auto archive = TRY(ZipArchive::open(std::move(content)));
    auto book = TRY(read_xlsx_book(archive));
    return std::make_unique<Xlsx>(std::move(archive), std::move(book));
}

} // namespace phusa
