#include "exchange/spreadsheet/workbook.hpp"

#include "exchange/csv_reader.hpp"
#include "exchange/spreadsheet/format.hpp"

namespace phusa
{

namespace
{

struct CsvSheet : Workbook::Format {
    std::vector<SheetName> names{{}};
    Content content;

    explicit CsvSheet(Content given) : content(std::move(given)) {}

    const std::vector<SheetName>& sheets() const override { return names; }

    Result<void> read(std::size_t, const std::function<bool(SheetRow&&)>& take) const override
    {
        return read_csv(content.bytes(), [&](std::uint32_t number, std::vector<std::string>&& fields) {
            SheetRow row{.number = number, .cells = {}};
            for (auto& field : fields)
                row.cells.push_back(field.empty() ? Cell() : Cell(std::move(field)));
            return take(std::move(row));
        });
    }
};

} // namespace

Result<Workbook> Workbook::open(Content content)
{
    auto bytes = content.bytes();
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return problem(
            Problem::Kind::invalid,
            "Đây là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu. Hãy mở bằng Excel hoặc LibreOffice, bỏ mật "
            "khẩu nếu có, chọn Lưu thành, dạng .xlsx, rồi gửi lại.");
    if (bytes.starts_with("PK"))
        return Workbook(TRY(open_xlsx(std::move(content))));
    if (bytes.empty())
        return problem(Problem::Kind::invalid, "Tệp không có gì bên trong.");
    return Workbook(std::make_unique<CsvSheet>(std::move(content)));
}

Workbook::Workbook(std::unique_ptr<Format> format) : format_(std::move(format)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

const std::vector<SheetName>& Workbook::sheets() const { return format_->sheets(); }

Result<void> Workbook::read(std::size_t sheet, const std::function<bool(SheetRow&&)>& take) const
{
    return format_->read(sheet, take);
}

std::string column_letters(std::size_t index)
{
    constexpr std::size_t letters = 26;
    std::string name;
    for (++index; index > 0; index = (index - 1) / letters)
        name.insert(name.begin(), static_cast<char>('A' + (index - 1) % letters));
    return name;
}

} // namespace phusa
