#include "exchange/spreadsheet/xlsx_sheet.hpp"

#include "base/limits.hpp"
#include "exchange/spreadsheet/cell_place.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace phusa
{

namespace
{

template<typename Number>
std::optional<Number> number_in(std::string_view text)
{
    Number number{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// The day of a serial number. Excel counts a 29/02/1900 that never was; files since 1904 do not.
std::optional<Date> day_of(double serial, bool since_1904)
{
    constexpr double last_serial = 109'574; // 31/12/2199
    if (serial < 1 || serial > last_serial)
        return std::nullopt;
    int days = static_cast<int>(std::floor(serial));
    if (since_1904)
        return Date::of(1904, 1, 1)->plus_days(days);
    return Date::of(1899, 12, days < 60 ? 31 : 30)->plus_days(days);
}

} // namespace

SheetRows::SheetRows(const XlsxBook& book, std::vector<MergedArea> merged, const std::function<bool(SheetRow&&)>& take)
    : book_(book), take_(take)
{
    std::ranges::sort(merged, {}, &MergedArea::first_row);
    for (const auto& area : merged)
        merged_.push_back({.area = area, .value = {}});
}

void SheetRows::begins(std::string_view element, const Attributes& attributes)
{
    if (done_)
        return;
    if (element == "row")
        begin_row(attributes);
    else if (element == "c")
        begin_cell(attributes);
    else if (element == "rPh")
        in_reading_ = true;
    else if (element == "v" || element == "t")
        keeps_text_ = !in_reading_;
}

void SheetRows::ends(std::string_view element)
{
    if (done_)
        return;
    if (element == "row")
        end_row();
    else if (element == "c")
        end_cell();
    else if (element == "rPh")
        in_reading_ = false;
    else if (element == "v" || element == "t")
        keeps_text_ = false;
}

void SheetRows::text(std::string_view piece)
{
    if (keeps_text_)
        text_ += piece;
}

void SheetRows::begin_row(const Attributes& attributes)
{
    auto number = number_in<std::uint32_t>(attributes["r"]).value_or(row_.number + 1);
    row_ = {.number = number, .hidden = attributes["hidden"] == "1" || attributes["hidden"] == "true", .cells = {}};
    column_ = 0;
}

void SheetRows::begin_cell(const Attributes& attributes)
{
    if (auto place = cell_place(attributes["r"]))
        column_ = place->column;
    kind_ = attributes["t"];
    style_ = number_in<std::size_t>(attributes["s"]).value_or(0);
    text_.clear();
}

void SheetRows::end_cell()
{
    auto column = column_++;
    auto cell = value();
    if (std::holds_alternative<std::monostate>(cell))
        return;
    if (column >= limit::sheet_columns_max) {
        problem_ = Problem{.kind = Problem::Kind::too_large, .message = "Bảng có quá nhiều cột; hãy bỏ bớt cột thừa."};
        done_ = true;
        return;
    }
    if (row_.cells.size() <= column)
        row_.cells.resize(column + 1);
    row_.cells[column] = std::move(cell);
}

void SheetRows::end_row()
{
    if (row_.number > limit::sheet_rows_max) {
        problem_ =
            Problem{.kind = Problem::Kind::too_large, .message = "Bảng có quá nhiều dòng; hãy chia thành nhiều tệp."};
        done_ = true;
        return;
    }
    fill_merged();
    auto number = row_.number;
    if (!row_.cells.empty() && !take_(std::move(row_)))
        done_ = true;
    row_ = {.number = number, .cells = {}};
}

// The value stands in the first cell of an area; the file may leave the others out.
void SheetRows::fill_merged()
{
    for (auto& [area, value] : merged_) {
        if (area.first_row > row_.number)
            break;
        if (row_.number > area.last_row)
            continue;
        if (row_.number == area.first_row && area.first_column < row_.cells.size())
            value = row_.cells[area.first_column];
        if (std::holds_alternative<std::monostate>(value))
            continue;
        if (row_.cells.size() <= area.last_column)
            row_.cells.resize(area.last_column + 1);
        std::fill(row_.cells.begin() + static_cast<std::ptrdiff_t>(area.first_column),
                  row_.cells.begin() + static_cast<std::ptrdiff_t>(area.last_column) + 1, value);
    }
    std::erase_if(merged_, [&](const auto& each) { return each.area.last_row <= row_.number; });
}

Cell SheetRows::value() const
{
    if (text_.empty())
        return {};
    if (kind_ == "s") {
        auto index = number_in<std::size_t>(text_);
        if (!index || *index >= book_.texts.size() || book_.texts[*index].empty())
            return {};
        return book_.texts[*index];
    }
    if (kind_ == "b")
        return std::string(text_ == "1" ? "TRUE" : "FALSE");
    if (kind_ == "d") {
        auto day = Date::from_iso(std::string_view(text_).substr(0, 10));
        if (day)
            return *day;
        return text_;
    }
    if (kind_.empty() || kind_ == "n")
        return number();
    return text_; // str, inlineStr, e
}

Cell SheetRows::number() const
{
    auto found = number_in<double>(text_);
    if (!found)
        return text_;
    if (style_ < book_.date_styles.size() && book_.date_styles[style_])
        if (auto day = day_of(*found, book_.since_1904))
            return *day;
    constexpr double exact_max = 9'007'199'254'740'992.0; // 2^53
    if (std::trunc(*found) == *found && std::abs(*found) < exact_max)
        return static_cast<std::int64_t>(*found);
    return *found;
}

} // namespace phusa
