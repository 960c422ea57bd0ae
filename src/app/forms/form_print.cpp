#include "app/forms/form_print.hpp"

#include "app/forms/definitions.hpp"
#include "app/story_words.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/form_xlsx.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

namespace phusa
{

namespace
{

using Kind = OrganisationKind;

std::string day_words(Date day) { return Period{day, day}.vietnamese(); }

// "Đảng bộ huyện Đông Hưng" is led by the "HUYỆN ỦY ĐÔNG HƯNG".
std::string committee_of(const Organisation& unit)
{
    constexpr std::string_view party = "Đảng bộ ";
    if (has_members(unit.kind) || !unit.name.starts_with(party))
        return upper_case(unit.name);
    auto place = unit.name.substr(party.size());
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kinds = {
        {{"tỉnh ", "TỈNH ỦY "}, {"huyện ", "HUYỆN ỦY "}, {"thành phố ", "THÀNH ỦY "}, {"thị xã ", "THỊ ỦY "}}};
    for (auto [begins, committee] : kinds)
        if (place.starts_with(begins))
            return std::string(committee) + upper_case(place.substr(begins.size()));
    return "ĐẢNG ỦY " + upper_case(place);
}

bool has_commission(Kind kind)
{
    return kind == Kind::province_committee || kind == Kind::district_committee || kind == Kind::bloc_committee;
}

std::vector<std::string> left_of(const FormSheet& sheet)
{
    if (has_commission(sheet.unit.kind))
        return {committee_of(sheet.unit), sheet.form->body};
    if (!sheet.above)
        return {committee_of(sheet.unit)};
    return {committee_of(*sheet.above), committee_of(sheet.unit)};
}

// Below the committees that have a commission, the unit itself signs.
void set_foot(FormFrame& frame, const FormSheet& sheet)
{
    const auto& foot = sheet.form->foot;
    frame.place_and_date = fmt::format("…………, ngày …… tháng …… năm {}", sheet.as_of.year());
    frame.foot_left = foot.left;
    frame.foot_left_note = foot.left_note;
    bool commission = has_commission(sheet.unit.kind);
    frame.foot_right = commission ? foot.right : has_members(sheet.unit.kind) ? "T/M CHI BỘ" : "T/M ĐẢNG ỦY";
    frame.foot_right_note = commission ? foot.right_note : "(Ký, ghi rõ họ tên)";
}

std::vector<std::string> notes_of(App& app, const FormSheet& sheet)
{
    std::vector<std::string> notes;
    if (sheet.is_unfinished)
        notes.push_back(fmt::format("Kỳ báo cáo chưa hết: kỳ này tính đến {}, cùng kỳ năm trước tính đến {}.",
                                    day_words(sheet.as_of), day_words(sheet.before.last)));
    for (const auto& remark : sheet.remarks)
        notes.push_back(remark.words);
    if (sheet.is_older_than_form)
        notes.push_back(
            fmt::format("Kỳ báo cáo kết thúc trước khi biểu này có hiệu lực ({}); số liệu xếp theo các dòng "
                        "của biểu này.",
                        day_words(sheet.form->valid_from)));
    notes.push_back(fmt::format("Theo cơ cấu tổ chức {}; số liệu tính đến {}, từ sổ đã ghi đến dòng nhật ký {}.",
                                day_words(sheet.structure), day_words(sheet.as_of),
                                vietnamese_number(sheet.written.value)));
    notes.push_back("Nguồn biểu: " + sheet.form->source + ".");
    if (app.invented())
        notes.emplace_back("Dữ liệu minh hoạ: số liệu của những nhân vật hư cấu.");
    return notes;
}

std::string measure_words(stats::FormMeasure measure)
{
    switch (measure) {
    case stats::FormMeasure::nothing:
        return "Tiêu đề, không có số";
    case stats::FormMeasure::admissions:
        return "Lượt kết nạp trong kỳ";
    case stats::FormMeasure::mean_age:
        return "Tuổi bình quân của các lượt kết nạp trong kỳ";
    case stats::FormMeasure::organisations:
        return "Tổ chức có đến ngày cuối kỳ";
    case stats::FormMeasure::members_before:
        return "Đảng viên trong danh sách cuối ngày trước kỳ";
    case stats::FormMeasure::members_after:
        return "Đảng viên trong danh sách cuối kỳ";
    case stats::FormMeasure::arrivals:
        return "Lượt vào danh sách của đơn vị trong kỳ";
    case stats::FormMeasure::departures:
        return "Lượt ra khỏi danh sách của đơn vị trong kỳ";
    }
    std::unreachable();
}

PrintedForm::Line printed_line(const stats::FormRow& row, const FormLine& line)
{
    return {.criterion = row_label(row),
            .level = row.level,
            .is_italic = row.is_part,
            .numbers = {form_cell(row, line.now), form_cell(row, line.before),
                        line.percent ? Cell{*line.percent} : Cell{}}};
}

} // namespace

FormFrame form_frame(App& app, const FormSheet& sheet)
{
    FormFrame frame{.left = left_of(sheet),
                    .right = sheet.form->number,
                    .title = sheet.form->title,
                    .subtitle = fmt::format("{} – {}", sheet.unit.name, sheet.period.vietnamese()),
                    .notes = notes_of(app, sheet),
                    .place_and_date = {},
                    .foot_left = {},
                    .foot_left_note = {},
                    .foot_right = {},
                    .foot_right_note = {}};
    set_foot(frame, sheet);
    return frame;
}

std::string row_label(const stats::FormRow& row)
{
    return row.number.empty() ? row.what.title : fmt::format("{}. {}", row.number, row.what.title);
}

std::string printed_value(const stats::FormRow& row, std::optional<double> value)
{
    if (!value)
        return {};
    return row.counts == stats::FormMeasure::mean_age ? vietnamese_decimal(*value, 1)
                                                      : vietnamese_number(static_cast<std::int64_t>(*value));
}

std::string printed_percent(std::optional<double> percent)
{
    return percent ? vietnamese_decimal(*percent, 1) : std::string();
}

std::string counted_words(const stats::FormRow& row)
{
    auto words = stats::condition_words(row.what, form_dimensions().of(row.counts));
    return measure_words(row.counts) + (words.empty() ? "." : "; " + words + ".");
}

std::string form_file(App& app, const FormSheet& sheet)
{
    auto frame = form_frame(app, sheet);
    const auto& heads = sheet.form->heads;
    PrintedForm printed{.left = std::move(frame.left),
                        .right = std::move(frame.right),
                        .title = std::move(frame.title),
                        .subtitle = std::move(frame.subtitle),
                        .criterion = heads.criterion,
                        .group = heads.group,
                        .now = heads.now,
                        .before = heads.before,
                        .percent = heads.percent,
                        .column_numbers = heads.numbers,
                        .lines = {},
                        .notes = std::move(frame.notes),
                        .place_and_date = std::move(frame.place_and_date),
                        .foot_left = std::move(frame.foot_left),
                        .foot_left_note = std::move(frame.foot_left_note),
                        .foot_right = std::move(frame.foot_right),
                        .foot_right_note = std::move(frame.foot_right_note)};
    for (const auto& line : sheet.lines)
        printed.lines.push_back(printed_line(sheet.form->rows[line.row], line));
    return form_xlsx(printed, std::filesystem::temp_directory_path());
}

} // namespace phusa
