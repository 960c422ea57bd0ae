#pragma once

#include "base/table.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace phusa
{

// A statistical form as it is printed: heads at the top, a ruled table of four columns, a foot for signatures.
struct PrintedForm {
    struct Line {
        std::string criterion;
        int level = 0; // indented by so many steps; 0 is bold
        bool is_italic = false;
        std::array<Cell, 3> numbers; // now, before, percent; whole numbers, or with one decimal
    };

    std::vector<std::string> left; // top left, the last line bold
    std::string right;             // top right: "Biểu số 2-BTCTW"
    std::string title;
    std::string subtitle; // of whom, when
    std::string criterion, group, now, before, percent;
    std::array<std::string, 4> column_numbers;
    std::vector<Line> lines;
    std::vector<std::string> notes; // below the table, small
    std::string place_and_date;     // over the right signature
    std::string foot_left, foot_left_note, foot_right, foot_right_note;
};

// The bytes of an XLSX file: one A4 page wide, the head repeated on every page, numbers as numbers. Throws
// std::runtime_error when the disk is full.
std::string form_xlsx(const PrintedForm& form, const std::filesystem::path& folder);

} // namespace phusa
