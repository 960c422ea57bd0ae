#include "documents/form_xlsx.hpp"

#include "base/text.hpp"
#include "documents/own_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <xlsxwriter.h>

namespace phusa
{

namespace
{

constexpr std::array<double, 4> widths = {54, 13, 13, 15}; // characters
constexpr double line_height = 16.5;                       // points, of one line of 12 point text
constexpr lxw_col_t last_column = 3;

// Throws what a closed workbook answers.
class FormBook
{
public:
    explicit FormBook(const std::filesystem::path& folder) : path_(make_own_file(folder))
    {
        book_ = workbook_new(path_.c_str());
        sheet_ = workbook_add_worksheet(book_, "Bieu");
    }
    ~FormBook()
    {
        if (book_)
            workbook_close(book_);
        std::error_code gone_already;
        std::filesystem::remove(path_, gone_already);
    }
    FormBook(const FormBook&) = delete;
    FormBook& operator=(const FormBook&) = delete;

    std::string write(const PrintedForm& form)
    {
        set_page();
        write_heads(form);
        write_column_heads(form);
        for (const auto& line : form.lines)
            write_line(line);
        write_foot(form);
        auto error = workbook_close(book_);
        book_ = nullptr;
        if (error != LXW_NO_ERROR)
            throw std::runtime_error("không ghi được bảng tính; hãy kiểm tra chỗ trống trên đĩa");
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    struct Look {
        bool bold = false;
        bool italic = false;
        bool ruled = false;
        std::uint8_t align = LXW_ALIGN_LEFT;
        int indent = 0;
        double size = 12;
        const char* number = nullptr;
    };

    lxw_format* format(const Look& look)
    {
        auto* made = workbook_add_format(book_);
        format_set_font_name(made, "Times New Roman");
        format_set_font_size(made, look.size);
        format_set_text_wrap(made);
        format_set_align(made, look.align);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        if (look.bold)
            format_set_bold(made);
        if (look.italic)
            format_set_italic(made);
        if (look.ruled)
            format_set_border(made, LXW_BORDER_THIN);
        if (look.indent > 0)
            format_set_indent(made, static_cast<std::uint8_t>(look.indent));
        if (look.number)
            format_set_num_format(made, look.number);
        return made;
    }

    void set_page()
    {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, widths.at(i), nullptr);
        }
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet_, a4);
        worksheet_set_portrait(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.8, 0.6, 0.8, 0.8); // inches: about 20, 15, 20, 20 mm
        worksheet_center_horizontally(sheet_);
        worksheet_set_footer(sheet_, "&C&\"Times New Roman\"&10&P/&N");
    }

    void text(lxw_col_t first, lxw_col_t last, const std::string& words, const Look& look)
    {
        if (first == last)
            worksheet_write_string(sheet_, row_, first, words.c_str(), format(look));
        else
            worksheet_merge_range(sheet_, row_, first, row_, last, words.c_str(), format(look));
    }

    void height(double lines) { worksheet_set_row(sheet_, row_, lines * line_height, nullptr); }

    void write_heads(const PrintedForm& form)
    {
        for (std::size_t i = 0; i < form.left.size(); ++i, ++row_) {
            height(1);
            text(0, 0, form.left[i], {.bold = i + 1 == form.left.size(), .align = LXW_ALIGN_CENTER});
            if (i == 0)
                text(1, last_column, form.right, {.bold = true, .align = LXW_ALIGN_RIGHT});
        }
        ++row_;
        height(1.4);
        text(0, last_column, form.title, {.bold = true, .align = LXW_ALIGN_CENTER, .size = 14});
        ++row_;
        height(1 + static_cast<double>(code_points(form.subtitle) / 85));
        text(0, last_column, form.subtitle, {.italic = true, .align = LXW_ALIGN_CENTER});
        row_ += 2;
    }

    void write_column_heads(const PrintedForm& form)
    {
        Look head{.bold = true, .ruled = true, .align = LXW_ALIGN_CENTER};
        auto first = row_;
        height(1.2);
        worksheet_merge_range(sheet_, row_, 0, row_ + 1, 0, form.criterion.c_str(), format(head));
        text(1, 2, form.group, head);
        worksheet_merge_range(sheet_, row_, last_column, row_ + 1, last_column, form.percent.c_str(), format(head));
        ++row_;
        height(3.2);
        text(1, 1, form.now, head);
        text(2, 2, form.before, head);
        ++row_;
        height(1);
        Look small{.italic = true, .ruled = true, .align = LXW_ALIGN_CENTER, .size = 10};
        for (std::size_t i = 0; i < form.column_numbers.size(); ++i)
            text(static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), form.column_numbers.at(i), small);
        worksheet_repeat_rows(sheet_, first, row_);
        worksheet_freeze_panes(sheet_, ++row_, 0);
    }

    void write_line(const PrintedForm::Line& line)
    {
        bool bold = line.level == 0;
        constexpr double characters_a_line = 64;
        auto room = characters_a_line - 3 * line.level;
        height(std::ceil(static_cast<double>(code_points(line.criterion)) / room));
        text(0, 0, line.criterion, {.bold = bold, .italic = line.is_italic, .ruled = true, .indent = line.level});
        for (std::size_t i = 0; i < line.numbers.size(); ++i)
            write_number(static_cast<lxw_col_t>(i + 1), line.numbers.at(i), bold);
        ++row_;
    }

    void write_number(lxw_col_t column, const Cell& cell, bool bold)
    {
        Look look{.bold = bold, .ruled = true, .align = LXW_ALIGN_RIGHT, .number = "#,##0"};
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            worksheet_write_number(sheet_, row_, column, static_cast<double>(*whole), format(look));
        } else if (const auto* real = std::get_if<double>(&cell)) {
            look.number = "#,##0.0";
            worksheet_write_number(sheet_, row_, column, *real, format(look));
        } else {
            worksheet_write_blank(sheet_, row_, column, format(look));
        }
    }

    void write_foot(const PrintedForm& form)
    {
        ++row_;
        constexpr std::size_t note_characters_a_line = 105;
        for (const auto& note : form.notes) {
            height(1 + static_cast<double>(code_points(note) / note_characters_a_line));
            text(0, last_column, note, {.italic = true, .size = 10});
            ++row_;
        }
        ++row_;
        text(1, last_column, form.place_and_date, {.italic = true, .align = LXW_ALIGN_CENTER});
        ++row_;
        text(0, 0, form.foot_left, {.bold = true, .align = LXW_ALIGN_CENTER});
        text(1, last_column, form.foot_right, {.bold = true, .align = LXW_ALIGN_CENTER});
        ++row_;
        text(0, 0, form.foot_left_note, {.italic = true, .align = LXW_ALIGN_CENTER});
        text(1, last_column, form.foot_right_note, {.italic = true, .align = LXW_ALIGN_CENTER});
    }

    std::filesystem::path path_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
};

} // namespace

std::string form_xlsx(const PrintedForm& form, const std::filesystem::path& folder)
{
    return FormBook(folder).write(form);
}

} // namespace phusa
