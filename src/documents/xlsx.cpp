#include "documents/xlsx.hpp"

#include "documents/own_file.hpp"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>
#include <xlsxwriter.h>

namespace phusa
{

namespace
{

constexpr double narrowest = 10;
constexpr double widest = 48;

lxw_datetime excel_date(Date day) { return {day.year(), day.month(), day.day(), 0, 0, 0}; }

} // namespace

struct XlsxWriter::Workbook {
    std::filesystem::path path;
    std::string folder;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* title = nullptr;
    lxw_format* note = nullptr;
    lxw_format* head = nullptr;
    lxw_format* text = nullptr;
    lxw_format* count = nullptr;
    lxw_format* decimal = nullptr;
    lxw_format* percent = nullptr;
    lxw_format* date = nullptr;
    std::vector<Table::Kind> kinds;
    lxw_row_t next_row = 0;

    lxw_format* format(const char* number_format, bool right)
    {
        auto* made = workbook_add_format(book);
        format_set_font_name(made, "Times New Roman");
        format_set_font_size(made, 12);
        if (number_format)
            format_set_num_format(made, number_format);
        if (right)
            format_set_align(made, LXW_ALIGN_RIGHT);
        return made;
    }

    void make_formats()
    {
        title = format(nullptr, false);
        format_set_bold(title);
        format_set_font_size(title, 14);
        note = format(nullptr, false);
        format_set_italic(note);
        head = format(nullptr, false);
        format_set_bold(head);
        format_set_bottom(head, LXW_BORDER_THIN);
        format_set_text_wrap(head);
        text = format("@", false);
        count = format("#,##0", true);
        decimal = format("#,##0.0", true);
        percent = format("0.0#\"%\"", true); // 0.97% is not 1.0%
        date = format("dd/mm/yyyy", true);
    }

    void write_head(const Table& table)
    {
        if (!table.title.empty())
            worksheet_write_string(sheet, next_row++, 0, table.title.c_str(), title);
        for (const auto& line : table.notes)
            worksheet_write_string(sheet, next_row++, 0, line.c_str(), note);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            kinds.push_back(table.columns[i].kind);
            worksheet_write_string(sheet, next_row, static_cast<lxw_col_t>(i), table.columns[i].title.c_str(), head);
        }
        worksheet_freeze_panes(sheet, ++next_row, 0);
    }

    void set_widths(const Table& table)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            double wanted = table.columns[i].kind == Table::Kind::text ? 24 : 12;
            wanted = std::max(wanted, static_cast<double>(table.columns[i].title.size()) * 0.8);
            auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet, column, column, std::clamp(wanted, narrowest, widest), nullptr);
        }
    }

    void write(lxw_col_t column, const Cell& cell)
    {
        if (auto* number = std::get_if<std::int64_t>(&cell))
            worksheet_write_number(sheet, next_row, column, static_cast<double>(*number), count);
        else if (auto* real = std::get_if<double>(&cell))
            worksheet_write_number(sheet, next_row, column, *real,
                                   kinds[column] == Table::Kind::percent ? percent : decimal);
        else if (auto* words = std::get_if<std::string>(&cell))
            worksheet_write_string(sheet, next_row, column, words->c_str(), text);
        else if (auto* day = std::get_if<Date>(&cell))
            write_day(column, *day);
        else if (auto* partial = std::get_if<PartialDate>(&cell))
            partial->day() ? write_day(column, *partial->day())
                           : void(worksheet_write_string(sheet, next_row, column, partial->vietnamese().c_str(), text));
    }

    void write_day(lxw_col_t column, Date day)
    {
        auto moment = excel_date(day);
        if (day.year() >= 1900)
            worksheet_write_datetime(sheet, next_row, column, &moment, date);
        else
            worksheet_write_string(sheet, next_row, column, day.vietnamese().c_str(), text);
    }

    void close()
    {
        if (!book)
            return;
        auto error = workbook_close(book);
        book = nullptr;
        if (error != LXW_NO_ERROR)
            throw std::runtime_error("không ghi được bảng tính; hãy kiểm tra chỗ trống trên đĩa");
    }
};

XlsxWriter::XlsxWriter(const Table& head, const std::filesystem::path& folder) : workbook_(std::make_unique<Workbook>())
{
    workbook_->path = make_own_file(folder);
    workbook_->folder = folder.string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = workbook_->folder.data();
    workbook_->book = workbook_new_opt(workbook_->path.c_str(), &options);
    workbook_->sheet = workbook_add_worksheet(workbook_->book, nullptr);
    workbook_->make_formats();
    workbook_->set_widths(head);
    worksheet_set_landscape(workbook_->sheet);
    worksheet_set_paper(workbook_->sheet, 9); // A4
    worksheet_fit_to_pages(workbook_->sheet, 1, 0);
    workbook_->write_head(head);
}

XlsxWriter::~XlsxWriter()
{
    if (workbook_->book)
        workbook_close(workbook_->book);
    std::error_code gone_already;
    std::filesystem::remove(workbook_->path, gone_already);
}

void XlsxWriter::add(std::span<const Cell> row)
{
    assert(row.size() == workbook_->kinds.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        workbook_->write(static_cast<lxw_col_t>(i), row[i]);
    ++workbook_->next_row;
}

const std::filesystem::path& XlsxWriter::finish()
{
    workbook_->close();
    return workbook_->path;
}

std::string xlsx(const Table& table, const std::filesystem::path& folder)
{
    XlsxWriter writer(table, folder);
    for (const auto& row : table.rows)
        writer.add(row);
    std::ifstream file(writer.finish(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace phusa
