#include "app/import/row_reader.hpp"

#include "app/import/code_words.hpp"
#include "base/text.hpp"
#include "domain/person.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>

namespace phusa
{

namespace
{

const Cell nothing;

// A guard of spreadsheets and of our own CSV against formulas: "'+84…".
std::string without_guard(std::string text)
{
    if (text.size() > 1 && text.front() == '\'')
        text.erase(0, 1);
    return text;
}

std::string one_line(std::string text)
{
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
        text.replace(at, 1, at > 0 && text[at - 1] == ',' ? " " : ", ");
    return text;
}

std::size_t words_in(std::string_view text)
{
    std::size_t words = 0;
    bool in_word = false;
    for (char letter : text) {
        words += !in_word && letter != ' ' ? 1 : 0;
        in_word = letter != ' ';
    }
    return words;
}

// Whether both sides of a separator are full names.
bool holds_two_names(std::string_view text)
{
    using namespace std::string_view_literals;
    for (auto between : {"\n"sv, ";"sv, ","sv, "/"sv, " và "sv, " & "sv, "+"sv})
        if (auto at = text.find(between); at != std::string_view::npos)
            if (words_in(text.substr(0, at)) > 1 && words_in(text.substr(at + between.size())) > 1)
                return true;
    return false;
}

bool is_all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

// A number as people type it: "034 099 000 001", "034.099…".
std::string without_gaps(std::string text)
{
    std::erase_if(text, [](char letter) { return letter == ' ' || letter == '.' || letter == '-'; });
    return text;
}

bool is_number(const Cell& cell)
{
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

std::string allowed_shortly(const CodeList& list)
{
    constexpr std::size_t shown_max = 8;
    std::string values;
    std::size_t shown = 0;
    for (const auto& code : list.codes()) {
        if (code.number == 0)
            continue;
        if (shown++ == shown_max)
            return values + "; …";
        values.append(values.empty() ? "" : "; ").append(code.title);
    }
    return values;
}

} // namespace

SheetLayout::SheetLayout(std::span<const ImportColumn> columns, const SheetHead& head)
    : columns_(columns), places_(columns.size()), parts_(columns.size()), codes_(columns.size())
{
    for (const auto& column : columns) {
        indexes_.emplace(column.key, heads_.size());
        heads_.emplace_back(column.title);
    }
    for (const auto& found : head.columns)
        if (found.column) {
            places_[*found.column] = found.index;
            heads_[*found.column] = one_line(found.head);
        }
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (!columns[index].part_of.empty() && places_[index])
            parts_[column(columns[index].part_of)].push_back(index);
}

std::size_t SheetLayout::column(std::string_view key) const
{
    auto index = find(key);
    assert(index);
    return *index;
}

std::optional<std::size_t> SheetLayout::find(std::string_view key) const
{
    auto index = indexes_.find(key);
    return index == indexes_.end() ? std::nullopt : std::optional(index->second);
}

std::optional<std::uint8_t> SheetLayout::code(std::size_t column, const std::string& text)
{
    constexpr std::size_t remembered_max = 10'000;
    auto& remembered = codes_[column];
    if (auto found = remembered.find(text); found != remembered.end())
        return found->second;
    if (remembered.size() >= remembered_max)
        remembered.clear();
    auto meant = code_meant(columns_[column].list(), text);
    remembered.emplace(text, meant);
    return meant;
}

const Cell& RowReader::cell(std::size_t column) const
{
    auto place = layout_.place(column);
    return place && *place < row_.cells.size() ? row_.cells[*place] : nothing;
}

std::string RowReader::text(std::size_t column)
{
    auto read = without_guard(one_line(text_of(cell(column))));
    if (!read.empty())
        return read;
    for (auto part : layout_.parts(column)) {
        auto text = one_line(text_of(cell(part)));
        bool is_home_country = fold(text) == "viet nam";
        if (!text.empty() && !is_home_country)
            read.append(read.empty() ? "" : ", ").append(text);
    }
    return read;
}

std::string RowReader::name(std::size_t column)
{
    auto text = text_of(cell(column));
    if (holds_two_names(text)) {
        wrong(column, "Ô này có vẻ ghi hai người. Hãy tách mỗi người thành một dòng riêng.");
        return {};
    }
    std::ranges::replace(text, '\n', ' ');
    if (std::ranges::any_of(text, [](char letter) { return letter >= '0' && letter <= '9'; })) {
        wrong(column, "Họ tên có chữ số. Hãy xem có lẫn cột khác không rồi ghi lại họ tên.");
        return {};
    }
    return title_case_name(clean_text(text));
}

std::string RowReader::digits(std::size_t column)
{
    if (std::holds_alternative<double>(cell(column))) {
        wrong(column, "Bảng tính đã đổi số này thành dạng số thập phân. Hãy định dạng cột là Văn bản rồi nhập lại.");
        return {};
    }
    return without_guard(one_line(text_of(cell(column))));
}

std::string RowReader::identity(std::size_t column)
{
    constexpr std::size_t digits_full = 12;
    auto text = without_gaps(digits(column));
    if (text.empty() || text.find("•") != std::string::npos || text.find('*') != std::string::npos)
        return {}; // masked, as our own lists show it: not given
    bool may_have_lost = is_number(cell(column)) && text.size() < digits_full;
    if (is_identity_number(text) && !may_have_lost)
        return text;
    if (is_all_digits(text) && text.size() < digits_full && (may_have_lost || text.size() > digits_full - 3))
        wrong(column, fmt::format("Số chỉ có {} chữ số: bảng tính có lẽ đã làm mất số 0 ở đầu. Hãy định dạng cột là "
                                  "Văn bản rồi nhập lại đủ 12 số.",
                                  text.size()));
    else
        wrong(column, "Số định danh phải là 12 chữ số (hoặc 9 chữ số của CMND cũ). Hãy xem lại giấy tờ rồi ghi lại.");
    return {};
}

std::optional<PartialDate> RowReader::date(std::size_t column)
{
    const auto& value = cell(column);
    if (is_blank(value))
        return std::nullopt;
    if (const auto* day = std::get_if<Date>(&value))
        return PartialDate(*day);
    if (const auto* day = std::get_if<PartialDate>(&value))
        return *day;
    if (const auto* number = std::get_if<std::int64_t>(&value); number && std::to_string(*number).size() != 4) {
        wrong(column, "Ô này là một con số, không phải ngày. Hãy định dạng ô là Ngày, hoặc ghi dd/mm/yyyy.");
        return std::nullopt;
    }
    auto read = PartialDate::from_vietnamese(without_guard(text_of(value)));
    if (read)
        return *read;
    wrong(column, read.error().message);
    return std::nullopt;
}

std::optional<Date> RowReader::day(std::size_t column)
{
    auto read = date(column);
    if (!read || read->day())
        return read ? read->day() : std::nullopt;
    warn(column,
         fmt::format("Chỉ ghi {}; sổ cần đủ ngày nên ghi là {}. Hãy bổ sung ngày đúng khi tìm được.",
                     read->exactness() == PartialDate::Exactness::month ? "tháng" : "năm", read->first().vietnamese()));
    return read->first();
}

std::optional<std::uint8_t> RowReader::code(std::size_t column)
{
    if (!is_given(column))
        return std::nullopt;
    auto text = one_line(text_of(cell(column)));
    auto meant = layout_.code(column, text);
    if (!meant)
        wrong(column, fmt::format("Không có giá trị này trong danh mục “{}”. Hãy ghi một trong: {}.",
                                  layout_.columns()[column].title, allowed_shortly(layout_.columns()[column].list())));
    return meant;
}

std::optional<bool> RowReader::yes_no(std::size_t column)
{
    if (!is_given(column))
        return std::nullopt;
    auto folded = fold(text_of(cell(column)));
    for (std::string_view yes : {"x", "co", "1", "v", "yes", "dung", "true"})
        if (folded == yes)
            return true;
    for (std::string_view no : {"khong", "0", "no", "false", "-"})
        if (folded == no)
            return false;
    wrong(column, "Không rõ có hay không. Hãy ghi Có hoặc Không (đánh dấu x cũng được).");
    return std::nullopt;
}

std::optional<int> RowReader::count(std::size_t column)
{
    if (!is_given(column))
        return std::nullopt;
    constexpr int count_max = 100'000;
    auto text = without_gaps(without_guard(text_of(cell(column)))); // "12.0" of a formula is no whole number
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool is_whole = !std::holds_alternative<double>(cell(column)) && is_all_digits(text);
    if (is_whole && error == std::errc{} && end == text.data() + text.size() && number <= count_max)
        return number;
    wrong(column, "Ô này phải là một số nguyên từ 0. Hãy ghi lại bằng chữ số.");
    return std::nullopt;
}

void RowReader::missing(std::size_t column)
{
    wrong(column, fmt::format("Thiếu {}. Hãy ghi thêm vào ô này.", lower_case(layout_.columns()[column].title)));
}

void RowReader::wrong(std::size_t column, std::string message)
{
    bad_ = true;
    remarks_.errors.push_back(remark(column, std::move(message)));
}

void RowReader::warn(std::size_t column, std::string message)
{
    remarks_.warnings.push_back(remark(column, std::move(message)));
}

void RowReader::wrong(const Problem& problem)
{
    auto key = problem.fields.empty() ? std::string() : problem.fields.front().name;
    auto column = layout_.find(key);
    if (column)
        return wrong(*column, problem.message);
    bad_ = true;
    remarks_.errors.push_back({.row = row_.number, .column = {}, .value = {}, .message = problem.message});
}

ImportRemark RowReader::remark(std::size_t column, std::string message) const
{
    constexpr std::size_t shown_max = 80;
    return {.row = row_.number,
            .column = layout_.head(column),
            .value = shortened(one_line(text_of(cell(column))), shown_max),
            .message = std::move(message)};
}

} // namespace phusa
