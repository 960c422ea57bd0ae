#pragma once

#include "app/app.hpp"
#include "app/forms/form_sheet.hpp"

#include <string>
#include <vector>

namespace phusa
{

// What stands around the table of a form, as offices print it.
struct FormFrame {
    std::vector<std::string> left; // "TỈNH ỦY THÁI BÌNH", "BAN TỔ CHỨC"
    std::string right;             // "Biểu số 2-BTCTW"
    std::string title;
    std::string subtitle;           // "Đảng bộ tỉnh Thái Bình – năm 2011"
    std::vector<std::string> notes; // below the table: structure, as-of, what was reckoned twice, source
    std::string place_and_date;     // to be filled in by hand
    std::string foot_left, foot_left_note, foot_right, foot_right_note;
};
FormFrame form_frame(App& app, const FormSheet& sheet);

// "II. Phân tích đảng viên mới kết nạp", "- Nữ".
std::string row_label(const stats::FormRow& row);
// "54.321", "29,5", "104,2"; empty where there is no number.
std::string printed_value(const stats::FormRow& row, std::optional<double> value);
std::string printed_percent(std::optional<double> percent);

// What a row counts, for readers: "Lượt kết nạp trong kỳ; giới tính: nữ".
std::string counted_words(const stats::FormRow& row);

// The form as it is printed, as the bytes of an XLSX file.
std::string form_file(App& app, const FormSheet& sheet);

} // namespace phusa
