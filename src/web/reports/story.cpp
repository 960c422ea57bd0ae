#include "app/gate.hpp"
#include "app/story_question.hpp"
#include "app/story_words.hpp"
#include "web/http/percent.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/asked.hpp"
#include "web/reports/handlers.hpp"
#include "web/reports/story_json.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view page_path = "/bao-cao/ket-qua";
constexpr std::string_view page_title = "Đoạn báo cáo kết nạp đảng viên";

Result<StoryQuestion> question_of(const Request& request)
{
    FormReader query(request.query);
    auto question = asked_of(query);
    if (auto problem = query.problem())
        return std::unexpected(std::move(*problem));
    return question;
}

View::List periods_for(Site& site, const Story* story)
{
    View::List periods;
    auto unit = story ? fmt::format("don_vi={}&", story->unit.id.value) : std::string();
    for (const auto& period : usual_periods(site.app(), site.app().today()))
        periods.push_back(View()
                              .set("label", period.label)
                              .set("href", fmt::format("{}?{}ky={}", page_path, unit, percent_encoded(period.text))));
    return periods;
}

View::List exports_of(const Story& story)
{
    View::List exports;
    for (auto [ending, label] : {std::pair{"csv", "CSV"}, std::pair{"xlsx", "Excel"}, std::pair{"json", "JSON"}})
        exports.push_back(
            View().set("label", label).set("href", fmt::format("{}.{}?{}", page_path, ending, query_of(story))));
    return exports;
}

std::string lead_of(const Story& story)
{
    return fmt::format("{}. Theo cơ cấu tổ chức {}, số liệu tính đến {}.", period_words(story.period),
                       Period{story.structure, story.structure}.vietnamese(),
                       Period{story.as_of, story.as_of}.vietnamese());
}

Page page_of(int status = 200)
{
    return {.view = "reports/story",
            .title = std::string(page_title),
            .section = "bao-cao",
            .crumbs = {{"Báo cáo", "/bao-cao"}},
            .status = status};
}

// The form again, with what is wrong in it, and no paragraph.
Response form_again(Site& site, const Request& request, const Problem& problem)
{
    View content;
    content.set("head", page_head(std::string(page_title), "Báo cáo"));
    content.set("form", story_form(site, request, nullptr, &problem)).set("periods", View(periods_for(site, nullptr)));
    content.set("has_story", false);
    return site.form_again(request, page_of(), std::move(content), problem);
}

} // namespace

std::vector<UsualPeriod> usual_periods(App& app, Date today)
{
    auto whole = default_story_period(app, today);
    std::vector<std::string> texts{fmt::format("{}..{}", whole.first.iso(), whole.last.iso()),
                                   std::to_string(today.year())};
    if (today.month() > 6)
        texts.push_back(fmt::format("{}-H1", today.year()));
    texts.push_back(std::to_string(today.year() - 1));
    std::vector<UsualPeriod> periods;
    for (auto& text : texts)
        if (auto period = Period::parse(text))
            periods.push_back({.label = period_words(*period), .text = std::move(text)});
    return periods;
}

std::string query_of(const Story& story)
{
    return Fields{{"don_vi", std::to_string(story.unit.id.value)},
                  {"tu", story.period.first.iso()},
                  {"den", story.period.last.iso()},
                  {"co_cau", story.structure.iso()}}
        .urlencoded();
}

Result<Response> show_story(Site& site, const Request& request)
{
    auto question = question_of(request);
    if (!question)
        return form_again(site, request, question.error());
    auto told = TRY(story(site.app(), asking(request), *question));
    bool opens = may(site.app(), asking(request), Right::see_people, told.unit.id);
    View content;
    content.set("head", page_head(told.unit.name, std::string(page_title), lead_of(told)));
    content.set("form", story_form(site, request, &told, nullptr)).set("periods", View(periods_for(site, &told)));
    content.set("has_story", true).set("is_unfinished", told.is_unfinished);
    content.set("unfinished", warning(fmt::format("Kỳ báo cáo chưa hết: số liệu mới tính đến {}.",
                                                  Period{told.as_of, told.as_of}.vietnamese())));
    content.set("paragraph", paragraph_view(told, opens)).set("text", told.text);
    content.set("sheets", tables_view(told, opens)).set("charts", charts_view(told, opens));
    content.set("has_charts", told.years.size() > 1).set("exports", View(exports_of(told)));
    return site.page(request, page_of(), std::move(content));
}

Result<TableStream> story_figures(Site& site, const Request& request)
{
    auto question = TRY(question_of(request));
    auto told = TRY(story(site.app(), asking(request), question));
    return stream_of(std::move(told.table));
}

Result<Response> answer_story(Site& site, const Request& request)
{
    constexpr std::array<std::string_view, 6> known{"org", "period", "from", "to", "structure", "as_of"};
    for (const auto& [name, value] : request.query.items())
        if (std::ranges::find(known, name) == known.end())
            return invalid(name, fmt::format("Unknown parameter \"{}\".", name));
    auto text = [&](std::string_view name) { return std::string(request.query.text(name)); };
    auto question = TRY(story_question({.org = text("org"),
                                        .period = text("period"),
                                        .from = text("from"),
                                        .to = text("to"),
                                        .structure = text("structure"),
                                        .as_of = text("as_of")},
                                       ""));
    auto told = TRY(story(site.app(), asking(request), question));
    bool opens = may(site.app(), asking(request), Right::see_people, told.unit.id);
    return json(story_json(told, opens));
}

} // namespace phusa::web::reports
