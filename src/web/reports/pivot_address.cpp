#include "web/reports/pivot_address.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "web/reports/asked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view filter_prefix = "loc_";
constexpr std::array<std::string_view, 5> scope_names{"don_vi", "tu", "den", "ky", "co_cau"};

void check_names(const Fields& query, FormReader& reader, std::initializer_list<std::string_view> own)
{
    for (const auto& [name, value] : query.items()) {
        bool is_known = std::ranges::find(scope_names, name) != scope_names.end() ||
                        std::ranges::find(own, name) != own.end() || name.starts_with(filter_prefix);
        auto told = shortened(clean_text(name), limit::account_name_length_max);
        if (!is_known)
            reader.wrong(told, fmt::format("Địa chỉ có mục “{}” mà báo cáo này không biết.", told));
    }
}

std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> values;
    while (!text.empty()) {
        auto comma = text.find(',');
        if (auto value = clean_text(text.substr(0, comma)); !value.empty())
            values.push_back(std::move(value));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return values;
}

std::vector<PivotFilter> read_filters(const Fields& query)
{
    std::vector<PivotFilter> filters;
    for (const auto& [name, value] : query.items())
        if (name.starts_with(filter_prefix))
            if (auto values = listed(value); !values.empty())
                filters.push_back({name.substr(filter_prefix.size()), std::move(values)});
    return filters;
}

void add(Fields& fields, std::string name, std::string_view value)
{
    if (!value.empty())
        fields.add(std::move(name), std::string(value));
}

void add_scope(Fields& fields, const StoryQuestion& scope)
{
    if (scope.organisation)
        fields.add("don_vi", std::to_string(scope.organisation->value));
    if (scope.period) {
        fields.add("tu", scope.period->first.iso());
        fields.add("den", scope.period->last.iso());
    }
    if (scope.structure)
        fields.add("co_cau", scope.structure->iso());
}

void add_filters(Fields& fields, const std::vector<PivotFilter>& filters)
{
    for (const auto& filter : filters)
        add(fields, std::string(filter_prefix) + filter.key, fmt::format("{}", fmt::join(filter.values, ",")));
}

} // namespace

PivotQuestion usual_pivot() { return {.scope = {}, .rows = {"occupation"}, .columns = "year", .filters = {}}; }

PivotOptions pivot_names() { return {.rows = "dong", .columns = "cot", .filter = "loc_indicator"}; }

Result<PivotAsked> read_pivot(const Fields& query)
{
    FormReader reader(query);
    check_names(query, reader, {"dong", "dong_2", "cot", "so"});
    PivotAsked asked;
    asked.question.scope = asked_of(reader);
    for (auto name : {"dong", "dong_2"})
        if (auto key = reader.text(name); !key.empty())
            asked.question.rows.push_back(std::move(key));
    asked.question.columns = reader.text("cot");
    if (!query.has("dong"))
        asked.question = {.scope = asked.question.scope,
                          .rows = usual_pivot().rows,
                          .columns = query.has("cot") ? asked.question.columns : usual_pivot().columns,
                          .filters = {}};
    asked.question.filters = read_filters(query);
    asked.measure = reader.choice("so", pivot_measure).value_or(PivotMeasure::count);
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return asked;
}

Result<TrendAsked> read_trend(const Fields& query)
{
    FormReader reader(query);
    check_names(query, reader, {"theo", "buoc", "so"});
    TrendAsked asked;
    asked.question.scope = asked_of(reader);
    asked.question.follow = reader.text("theo");
    asked.question.step = reader.choice("buoc", trend_step).value_or(TrendStep::year);
    asked.question.filters = read_filters(query);
    auto measure = reader.text("so");
    asked.shows_shares = measure == "share";
    if (!measure.empty() && measure != "share" && measure != "count")
        reader.wrong("so", "Hãy chọn một giá trị trong danh sách.");
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return asked;
}

Fields fields_of(const PivotAsked& asked)
{
    Fields fields;
    const auto& question = asked.question;
    fields.add("dong", question.rows.front());
    if (question.rows.size() > 1)
        fields.add("dong_2", question.rows[1]);
    fields.add("cot", question.columns);
    add(fields, "so", key_of(asked.measure));
    add_filters(fields, question.filters);
    add_scope(fields, question.scope);
    return fields;
}

Fields fields_of(const TrendAsked& asked)
{
    Fields fields;
    add(fields, "theo", asked.question.follow);
    add(fields, "buoc", key_of(asked.question.step));
    add(fields, "so", asked.shows_shares ? "share" : "count");
    add_filters(fields, asked.question.filters);
    add_scope(fields, asked.question.scope);
    return fields;
}

} // namespace phusa::web::reports
