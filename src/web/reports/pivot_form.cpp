#include "app/pivot/choices.hpp"
#include "web/layout/form_view.hpp"
#include "web/reports/pivot_view.hpp"
#include "web/reports/scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa::web::reports
{

namespace
{

// What is often asked for; others can stand in an address and stay there.
constexpr std::array<std::string_view, 9> filters_offered = {"sex",        "youth_union_member", "age_band",
                                                             "occupation", "general_education",  "qualification",
                                                             "ethnicity",  "academic_title",     "readmission"};

FormChoice choice(const PivotChoice& each) { return {.value = each.key, .label = each.title, .note = each.group}; }

std::vector<FormChoice> dimension_choices(std::string_view nothing)
{
    std::vector<FormChoice> choices;
    if (!nothing.empty())
        choices.push_back({.value = "", .label = std::string(nothing)});
    for (const auto& dimension : pivot_dimensions())
        choices.push_back(choice(dimension));
    return choices;
}

std::vector<FormChoice> measure_choices()
{
    std::vector<FormChoice> choices;
    for (auto measure : all_pivot_measures())
        choices.push_back({.value = std::string(key_of(measure)), .label = std::string(title_of(measure))});
    return choices;
}

std::vector<FormChoice> follow_choices()
{
    std::vector<FormChoice> choices{{.value = "total", .label = "Tổng số"}};
    for (const auto& dimension : pivot_dimensions())
        if (dimension.group != "Thời gian")
            choices.push_back({.value = dimension.key, .label = dimension.title + ": từng giá trị"});
    for (const auto& indicator : pivot_indicators())
        choices.push_back({.value = "indicator:" + indicator.key, .label = indicator.title});
    return choices;
}

std::vector<FormChoice> step_choices()
{
    std::vector<FormChoice> choices;
    for (auto step : all_trend_steps())
        choices.push_back({.value = std::string(key_of(step)), .label = std::string(title_of(step))});
    return choices;
}

std::string title_among(const std::vector<PivotChoice>& choices, const std::string& key)
{
    auto found = std::ranges::find(choices, key, &PivotChoice::key);
    return found == choices.end() ? key : found->title;
}

// The filters as selects: one value each, and what an address said beyond that as one more choice.
class FilterFields
{
public:
    FilterFields(FormView& form, const std::vector<PivotFilter>& filters) : form_(form), filters_(filters) {}

    void add_all()
    {
        add("indicator", "Chỉ tiêu", pivot_indicators());
        for (auto key : filters_offered) {
            auto name = std::string(key);
            add(name, title_among(pivot_dimensions(), name), pivot_values(name));
        }
        for (const auto& filter : filters_)
            if (filter.key != "indicator" && std::ranges::find(filters_offered, filter.key) == filters_offered.end())
                form_.hidden("loc_" + filter.key, fmt::format("{}", fmt::join(filter.values, ",")));
    }

private:
    void add(const std::string& key, std::string label, const std::vector<PivotChoice>& values)
    {
        std::vector<FormChoice> choices{{.value = "", .label = "Tất cả"}};
        for (const auto& value : values)
            choices.push_back(choice(value));
        std::string chosen;
        auto filter = std::ranges::find(filters_, key, &PivotFilter::key);
        if (filter != filters_.end()) {
            chosen = fmt::format("{}", fmt::join(filter->values, ","));
            std::vector<std::string> titles;
            for (const auto& value : filter->values)
                titles.push_back(title_among(values, value));
            if (filter->values.size() > 1)
                choices.push_back({.value = chosen, .label = fmt::format("{}", fmt::join(titles, ", "))});
        }
        form_.select("loc_" + key, std::move(label), choices, {.value = chosen, .searchable = choices.size() > 30});
    }

    FormView& form_;
    const std::vector<PivotFilter>& filters_;
};

View with_filters(FormView& form, const FormView& more, bool is_open)
{
    auto view = form.view();
    auto folded = more.view();
    view.set("more_fields", *folded.find("fields")).set("hidden", *folded.find("hidden")).set("more_open", is_open);
    return view.set("error_heading", "Chưa lập được bảng. Cần sửa những chỗ sau:");
}

template<typename Shown>
std::optional<ScopeShown> scope_of(const Shown* shown)
{
    return shown ? std::optional(ScopeShown{shown->unit.id, shown->period, shown->structure}) : std::nullopt;
}

} // namespace

View pivot_form(Site& site, const Request& request, const PivotAsked* asked, const PivotTable* table,
                const Problem* problem)
{
    auto question = asked ? asked->question : usual_pivot();
    const auto& typed = problem ? request.query : Fields();
    FormView form(std::string(pivot_path), "Lập bảng", typed, problem);
    form.select("dong", "Dòng", dimension_choices({}), {.value = question.rows.front()})
        .select("dong_2", "Dòng, chiều thứ hai", dimension_choices("Không"),
                {.value = question.rows.size() > 1 ? question.rows[1] : std::string()})
        .select("cot", "Cột", dimension_choices("Không chia cột"), {.value = question.columns})
        .select("so", "Trong ô", measure_choices(),
                {.value = std::string(key_of(asked ? asked->measure : PivotMeasure::count))});
    add_scope_fields(form, site, request, scope_of(table));
    FormView more(std::string(pivot_path), "", typed, problem);
    FilterFields(more, question.filters).add_all();
    return with_filters(form, more, !question.filters.empty());
}

View trend_form(Site& site, const Request& request, const TrendAsked* asked, const Trend* trend, const Problem* problem)
{
    auto question = asked ? asked->question : TrendQuestion{};
    const auto& typed = problem ? request.query : Fields();
    FormView form(std::string(trend_path), "Xem xu hướng", typed, problem);
    form.select("theo", "Theo dõi", follow_choices(),
                {.value = question.follow.empty() ? std::string("total") : question.follow, .searchable = true})
        .select("buoc", "Theo", step_choices(), {.value = std::string(key_of(question.step))})
        .select("so", "Số liệu", {{.value = "count", .label = "Số người"}, {.value = "share", .label = "Tỷ lệ"}},
                {.value = asked && asked->shows_shares ? "share" : "count"});
    add_scope_fields(form, site, request, scope_of(trend));
    FormView more(std::string(trend_path), "", typed, problem);
    FilterFields(more, question.filters).add_all();
    return with_filters(form, more, !question.filters.empty());
}

} // namespace phusa::web::reports
