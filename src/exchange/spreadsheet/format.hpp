#pragma once

#include "exchange/spreadsheet/workbook.hpp"

namespace phusa
{

struct Workbook::Format {
    virtual ~Format() = default;
    virtual const std::vector<SheetName>& sheets() const = 0;
    virtual Result<void> read(std::size_t sheet, const std::function<bool(SheetRow&&)>& take) const = 0;
};

Result<std::unique_ptr<Workbook::Format>> open_xlsx(Content content);

} // namespace phusa
