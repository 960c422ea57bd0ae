#include "exchange/spreadsheet/xlsx_sheet.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
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

std::string_view attribute(const pugi::xml_node& node, const char* name) { return node.attribute(name).value(); }

// What a cell says of itself (18.3.1.4); asked for one by one, its attributes would be gone through three times.
struct CellHead {
    std::string_view place; // r
    std::string_view kind;  // t
    std::string_view style; // s
};

CellHead head_of(const pugi::xml_node& cell)
{
    CellHead head;
    for (const auto& attribute : cell.attributes()) {
        std::string_view name = attribute.name();
        if (name == "r")
            head.place = attribute.value();
        else if (name == "t")
            head.kind = attribute.value();
        else if (name == "s")
            head.style = attribute.value();
    }
    return head;
}

// The value, or the text, rich or not; readings of Japanese (rPh) are left out.
void append_text(const SheetNames& names, const pugi::xml_node& cell, std::string& text)
{
    auto append = [&](const pugi::xml_node& node) {
        for (const auto& piece : node.children())
            if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata)
                text += piece.value();
    };
    for (const auto& part : cell.children()) {
        if (part.name() == names.value)
            append(part);
        if (part.name() != names.inline_text)
            continue;
        for (const auto& piece : part.children())
            if (piece.name() == names.text)
                append(piece);
            else if (piece.name() == names.run)
                append(piece.child(names.text.c_str()));
    }
}

} // namespace

Problem damaged_sheet()
{
    return {.kind = Problem::Kind::invalid,
            .message = "Trang tính bị hỏng. Hãy mở lại bằng Excel hoặc LibreOffice, lưu lại rồi gửi lại."};
}

SheetRows::SheetRows(const XlsxBook& book, std::vector<MergedArea> merged, const std::function<bool(SheetRow&&)>& take)
    : book_(book), take_(take)
{
    std::ranges::sort(merged, {}, &MergedArea::first_row);
    for (const auto& area : merged)
        merged_.push_back({.area = area, .value = {}});
}

bool SheetRows::take(const SheetNames& names, const pugi::xml_node& row)
{
    auto number = number_in<std::uint32_t>(attribute(row, "r")).value_or(row_.number + 1);
    auto hidden = attribute(row, "hidden");
    row_ = {.number = number, .hidden = hidden == "1" || hidden == "true", .cells = {}};
    row_.cells.reserve(width_);
    column_ = 0;
    if (number > limit::sheet_rows_max) {
        problem_ =
            Problem{.kind = Problem::Kind::too_large, .message = "Bảng có quá nhiều dòng; hãy chia thành nhiều tệp."};
        return false;
    }
    for (const auto& cell : row.children())
        if (cell.name() == names.cell && !put_cell(names, cell))
            return false;
    fill_merged();
    width_ = row_.cells.size();
    bool goes_on = row_.cells.empty() || take_(std::move(row_));
    row_ = {.number = number, .cells = {}};
    return goes_on;
}

bool SheetRows::put_cell(const SheetNames& names, const pugi::xml_node& cell)
{
    auto head = head_of(cell);
    if (auto place = cell_place(head.place))
        column_ = place->column;
    auto column = column_++;
    text_.clear();
    append_text(names, cell, text_);
    auto found = value(head.kind, number_in<std::size_t>(head.style).value_or(0));
    if (std::holds_alternative<std::monostate>(found))
        return true;
    if (column >= limit::sheet_columns_max) {
        problem_ = Problem{.kind = Problem::Kind::too_large, .message = "Bảng có quá nhiều cột; hãy bỏ bớt cột thừa."};
        return false;
    }
    if (!is_valid_utf8(text_)) {
        problem_ = damaged_sheet();
        return false;
    }
    if (row_.cells.size() <= column)
        row_.cells.resize(column + 1);
    row_.cells[column] = std::move(found);
    return true;
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

Cell SheetRows::value(std::string_view kind, std::size_t style) const
{
    if (text_.empty())
        return {};
    if (kind == "s") {
        auto index = number_in<std::size_t>(text_);
        if (!index || *index >= book_.texts.size() || book_.texts[*index].empty())
            return {};
        return book_.texts[*index];
    }
    if (kind == "b")
        return std::string(text_ == "1" ? "TRUE" : "FALSE");
    if (kind == "d") {
        auto day = Date::from_iso(std::string_view(text_).substr(0, 10));
        if (day)
            return *day;
        return text_;
    }
    if (kind.empty() || kind == "n")
        return number(style);
    return text_; // str, inlineStr, e
}

Cell SheetRows::number(std::size_t style) const
{
    auto found = number_in<double>(text_);
    if (!found)
        return text_;
    if (style < book_.date_styles.size() && book_.date_styles[style])
        if (auto day = day_of(*found, book_.since_1904))
            return *day;
    constexpr double exact_max = 9'007'199'254'740'992.0; // 2^53
    if (std::trunc(*found) == *found && std::abs(*found) < exact_max)
        return static_cast<std::int64_t>(*found);
    return *found;
}

} // namespace phusa
