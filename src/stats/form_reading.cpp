#include "stats/form.hpp"
#include "stats/indicator_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa::stats
{

namespace
{

constexpr std::array<std::pair<std::string_view, FormMeasure>, 8> measures = {{
    {"nothing", FormMeasure::nothing},
    {"admissions", FormMeasure::admissions},
    {"mean_age", FormMeasure::mean_age},
    {"organisations", FormMeasure::organisations},
    {"members_before", FormMeasure::members_before},
    {"members_after", FormMeasure::members_after},
    {"arrivals", FormMeasure::arrivals},
    {"departures", FormMeasure::departures},
}};

Result<FormMeasure> measure_of(const toml::table& table, std::string_view row)
{
    auto key = TRY(text_of(table, "counts", row));
    for (auto [name, measure] : measures)
        if (name == key)
            return measure;
    return wrong_file(fmt::format("{}: không biết đếm “{}” (dòng {}).", row, key, table.source().begin.line));
}

Result<std::optional<Date>> day_of(const toml::table& table, std::string_view key)
{
    if (!table.contains(key))
        return std::nullopt;
    auto read = table[key].value<toml::date>();
    auto day = read ? Date::of(read->year, read->month, read->day) : std::nullopt;
    if (!day)
        return wrong_file(fmt::format("“{}” không phải là ngày.", key));
    return day;
}

Result<const toml::table*> part_of(const toml::table& table, std::string_view key)
{
    const auto* part = table[key].as_table();
    if (!part)
        return wrong_file(fmt::format("Tệp biểu thiếu [{}].", key));
    return part;
}

Result<FormRow> read_row(const toml::table& table, const FormDimensions& dimensions)
{
    TRY_DO(check_keys(
        table, {"key", "number", "level", "part", "title", "definition", "counts", "where", "shown_below"}, "[[row]]"));
    FormRow row;
    row.what.key = TRY(text_of(table, "key", "[[row]]"));
    row.what.title = TRY(text_of(table, "title", row.what.key));
    row.what.definition = table["definition"].value_or(std::string());
    row.number = table["number"].value_or(std::string());
    row.level = table["level"].value_or(0);
    row.is_part = table["part"].value_or(false);
    row.counts = TRY(measure_of(table, row.what.key));
    if (auto below = table["shown_below"].value<std::string>()) {
        if (*below != "district")
            return wrong_file(fmt::format("{}: shown_below chỉ có thể là “district”.", row.what.key));
        row.is_shown_below_only = true;
    }
    const auto* where = table["where"].as_table();
    if (where && row.counts == FormMeasure::nothing)
        return wrong_file(fmt::format("{} là tiêu đề, không có “where”.", row.what.key));
    if (where)
        TRY_DO(read_conditions(row.what, *where, dimensions.of(row.counts)));
    return row;
}

Result<std::vector<std::size_t>> rows_named(const Form& form, const toml::table& table, std::string_view key)
{
    std::vector<std::size_t> rows;
    if (const auto* names = table[key].as_array())
        for (const auto& name : *names) {
            auto row = form.row(name.value_or(std::string()));
            if (!row)
                return wrong_file(fmt::format("[[check]] nói đến dòng “{}” không có trong biểu (dòng {}).",
                                              name.value_or(std::string()), name.source().begin.line));
            rows.push_back(*row);
        }
    return rows;
}

Result<FormCheck> read_check(const Form& form, const toml::table& table)
{
    TRY_DO(check_keys(table, {"words", "total", "plus", "minus", "printed", "unknown"}, "[[check]]"));
    FormCheck check{.words = TRY(text_of(table, "words", "[[check]]")),
                    .plus = TRY(rows_named(form, table, "plus")),
                    .minus = TRY(rows_named(form, table, "minus")),
                    .is_printed = table["printed"].value_or(false),
                    .leaves_unknown = table["unknown"].value_or(false)};
    auto total = form.row(TRY(text_of(table, "total", "[[check]]")));
    if (!total || check.plus.empty())
        return wrong_file(fmt::format("[[check]] “{}” thiếu một vế.", check.words));
    check.total = *total;
    return check;
}

Result<void> read_heads(Form& form, const toml::table& table)
{
    const auto& head = *TRY(part_of(table, "head"));
    TRY_DO(check_keys(head, {"body"}, "[head]"));
    form.body = TRY(text_of(head, "body", "[head]"));
    const auto& columns = *TRY(part_of(table, "columns"));
    TRY_DO(check_keys(columns, {"criterion", "group", "now", "before", "percent", "numbers"}, "[columns]"));
    form.heads = {.criterion = TRY(text_of(columns, "criterion", "[columns]")),
                  .group = TRY(text_of(columns, "group", "[columns]")),
                  .now = TRY(text_of(columns, "now", "[columns]")),
                  .before = TRY(text_of(columns, "before", "[columns]")),
                  .percent = TRY(text_of(columns, "percent", "[columns]")),
                  .numbers = {}};
    for (std::size_t i = 0; i < form.heads.numbers.size(); ++i)
        form.heads.numbers.at(i) = columns["numbers"][i].value_or(std::string());
    const auto& foot = *TRY(part_of(table, "foot"));
    TRY_DO(check_keys(foot, {"left", "left_note", "right", "right_note"}, "[foot]"));
    form.foot = {.left = TRY(text_of(foot, "left", "[foot]")),
                 .left_note = TRY(text_of(foot, "left_note", "[foot]")),
                 .right = TRY(text_of(foot, "right", "[foot]")),
                 .right_note = TRY(text_of(foot, "right_note", "[foot]"))};
    return {};
}

Result<void> read_rows(Form& form, const toml::table& table, const FormDimensions& dimensions)
{
    const auto* rows = table["row"].as_array();
    if (!rows || !rows->is_array_of_tables())
        return wrong_file("Tệp biểu không có [[row]] nào.");
    for (const auto& node : *rows) {
        auto row = TRY(read_row(*node.as_table(), dimensions));
        if (form.row(row.what.key))
            return wrong_file(fmt::format("Dòng “{}” có hai lần.", row.what.key));
        row.what.source = fmt::format("{}, {}", form.number, form.source);
        form.rows.push_back(std::move(row));
    }
    if (const auto* checks = table["check"].as_array())
        for (const auto& node : *checks)
            if (const auto* check = node.as_table())
                form.checks.push_back(TRY(read_check(form, *check)));
    return {};
}

} // namespace

Result<Form> read_form(std::string_view text, const FormDimensions& dimensions)
{
    auto parsed = toml::parse(text);
    if (!parsed)
        return wrong_file(fmt::format("Không đọc được tệp biểu, dòng {}: {}", parsed.error().source().begin.line,
                                      parsed.error().description()));
    const auto& table = parsed.table();
    constexpr std::string_view file = "Tệp biểu";
    TRY_DO(check_keys(table,
                      {"code", "number", "title", "summary", "source", "confidence", "valid_from", "valid_until",
                       "head", "columns", "foot", "row", "check"},
                      "tệp biểu"));
    Form form;
    form.code = TRY(text_of(table, "code", file));
    form.number = TRY(text_of(table, "number", file));
    form.title = TRY(text_of(table, "title", file));
    form.summary = TRY(text_of(table, "summary", file));
    form.source = TRY(text_of(table, "source", file));
    form.confidence = TRY(text_of(table, "confidence", file));
    auto from = TRY(day_of(table, "valid_from"));
    if (!from)
        return wrong_file("Tệp biểu thiếu “valid_from”.");
    form.valid_from = *from;
    form.valid_until = TRY(day_of(table, "valid_until"));
    TRY_DO(read_heads(form, table));
    TRY_DO(read_rows(form, table, dimensions));
    return form;
}

} // namespace phusa::stats
