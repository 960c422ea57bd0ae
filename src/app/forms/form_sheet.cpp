#include "app/forms/form_sheet.hpp"

#include "app/forms/form_plan.hpp"
#include "app/recording.hpp"
#include "base/number_text.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <cmath>

namespace phusa
{

namespace
{

// As forms print it: people are whole, years have one decimal.
std::optional<double> printed(std::optional<double> value)
{
    constexpr double tenths = 10, half = 0.5;
    return value ? std::optional(std::floor(*value * tenths + half) / tenths) : std::nullopt;
}

std::string number(std::optional<double> value)
{
    return vietnamese_number(static_cast<std::int64_t>(value.value_or(0)));
}

std::string sum_words(const stats::FormCheck& check, const stats::FormValues& values)
{
    auto words = number(values[check.total]) + " = ";
    for (std::size_t i = 0; i < check.plus.size(); ++i)
        words += (i == 0 ? "" : " + ") + number(values[check.plus[i]]);
    for (auto row : check.minus)
        words += " − " + number(values[row]);
    return words;
}

std::optional<FormRemark> remark_of(const stats::FormCheck& check, const stats::FormValues& values,
                                    std::string_view column)
{
    auto difference = stats::difference(check, values);
    if (difference == 0 && !check.is_printed)
        return std::nullopt;
    if (check.leaves_unknown && difference > 0)
        return FormRemark{fmt::format("{}, {}: {} lượt sổ chưa ghi rõ nên không thuộc dòng nào.", column, check.words,
                                      number(difference)),
                          true};
    return FormRemark{fmt::format("{}, {}: {}{}", column, check.words, sum_words(check, values),
                                  difference == 0 ? "." : " không khớp; hãy xem lại sổ của đơn vị."),
                      difference == 0};
}

void add_remarks(FormSheet& sheet, const stats::FormValues& now, const stats::FormValues& before)
{
    for (auto [values, column] :
         {std::pair(&now, &sheet.form->heads.now), std::pair(&before, &sheet.form->heads.before)})
        for (const auto& check : sheet.form->checks)
            if (auto remark = remark_of(check, *values, *column))
                sheet.remarks.push_back(std::move(*remark));
}

} // namespace

Period default_form_period(Date as_of)
{
    constexpr int second_half = 7;
    if (as_of.month() >= second_half)
        return Period::parse(fmt::format("{}-H1", as_of.year())).value();
    return Period::year(as_of.year() - 1);
}

Result<FormSheet> form_sheet(App& app, const Actor& actor, const FormQuestion& question)
{
    auto plan = TRY(plan_form(app, actor, question));
    FormSheet sheet{.form = plan.form,
                    .unit = plan.unit,
                    .above = {},
                    .period = plan.period,
                    .before = plan.before(),
                    .structure = plan.structure,
                    .as_of = plan.as_of,
                    .is_unfinished = plan.as_of < plan.period.last,
                    .is_older_than_form = plan.period.last < plan.form->valid_from,
                    .recorded = plan.recorded,
                    .written = {}};
    if (auto above = plan.tree->parent(plan.places.first))
        sheet.above = plan.tree->at(*above);
    sheet.written = [&] {
        auto session = app.database().read();
        return plan.recorded.value_or(register_written(session));
    }();
    auto values_of = [&](const Period& days) {
        return stats::count_form(*plan.form, cubes_for(app, plan, days).sources(), {plan.places, days});
    };
    auto now = values_of(plan.now()), before = values_of(sheet.before);
    for (std::size_t row = 0; row < plan.form->rows.size(); ++row)
        if (!plan.form->rows[row].is_shown_below_only || plan.is_below_division())
            sheet.lines.push_back({.row = row,
                                   .now = printed(now[row]),
                                   .before = printed(before[row]),
                                   .percent = stats::percent_of(now[row], before[row])});
    add_remarks(sheet, now, before);
    return sheet;
}

Cell form_cell(const stats::FormRow& row, std::optional<double> value)
{
    if (!value)
        return Cell{};
    return row.counts == stats::FormMeasure::mean_age ? Cell{*value} : Cell{static_cast<std::int64_t>(*value)};
}

Table form_table(const FormSheet& sheet)
{
    using enum Table::Kind;
    const auto& heads = sheet.form->heads;
    Table table{.title = sheet.form->title,
                .notes = {},
                .columns = {{"key", "Mã dòng", text},
                            {"number", "Số", text},
                            {"criterion", heads.criterion, text},
                            {"current", heads.now, count},
                            {"previous", heads.before, count},
                            {"percent", heads.percent, percent}},
                .rows = {}};
    for (const auto& line : sheet.lines) {
        const auto& row = sheet.form->rows[line.row];
        table.rows.push_back({row.what.key, row.number, row.what.title, form_cell(row, line.now),
                              form_cell(row, line.before), line.percent ? Cell{*line.percent} : Cell{}});
    }
    return table;
}

} // namespace phusa
