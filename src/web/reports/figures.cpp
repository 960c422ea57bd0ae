// Checking the figures of a report: the page and the door of the API. Nothing that is sent is kept.
#include "app/figures/report_check.hpp"
#include "app/gate.hpp"
#include "app/organisations.hpp"
#include "app/story_question.hpp"
#include "base/text.hpp"
#include "web/api/api.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::reports
{

namespace
{

using enum stats::FigureVerdict;

constexpr std::string_view page_title = "Soát số liệu";

std::string_view sign_of(stats::FigureVerdict verdict)
{
    switch (verdict) {
    case ok:
        return "✓";
    case rounded:
        return "≈";
    case truncated:
        return "↓";
    case wrong:
        return "✗";
    case unchecked:
        break;
    }
    return "?";
}

View marked(const stats::Figure& figure, std::size_t number)
{
    return View()
        .set("number", std::to_string(number))
        .set("kind", stats::key_of(figure.verdict))
        .set("sign", sign_of(figure.verdict))
        .set("label", stats::vietnamese_of(figure.verdict));
}

// A text cut by code points.
class Cutter
{
public:
    explicit Cutter(std::string_view text) : text_(text) {}
    std::string_view until(std::size_t code_point)
    {
        auto from = at_;
        for (; at_ < text_.size() && passed_ < code_point; ++passed_)
            do
                ++at_;
            while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U);
        return text_.substr(from, at_ - from);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t passed_ = 0;
};

View plain(std::string_view text) { return View().set("part", text).set("number", ""); }

View::List parts_of(const ReportCheck& check)
{
    View::List parts;
    Cutter text(check.text);
    for (std::size_t i = 0; i < check.figures.size(); ++i) {
        const auto& figure = check.figures[i];
        parts.push_back(plain(text.until(figure.offset)));
        auto part = text.until(figure.offset + code_points(figure.text));
        parts.push_back(marked(figure, i + 1).set("part", part));
    }
    parts.push_back(plain(text.until(check.text.size())));
    return parts;
}

// What is wrong first.
View::List lines_of(const ReportCheck& check)
{
    View::List lines;
    for (auto verdict : {wrong, truncated, rounded, ok, unchecked})
        for (std::size_t i = 0; i < check.figures.size(); ++i)
            if (const auto& figure = check.figures[i]; figure.verdict == verdict)
                lines.push_back(marked(figure, i + 1).set("figure", figure.text).set("why", figure.why));
    return lines;
}

View::List counts_of(const ReportCheck& check)
{
    View::List counts;
    for (auto verdict : {wrong, truncated, rounded, ok, unchecked})
        counts.push_back(View()
                             .set("sign", sign_of(verdict))
                             .set("kind", stats::key_of(verdict))
                             .set("label", stats::vietnamese_of(verdict))
                             .set("count", std::to_string(check.count(verdict))));
    return counts;
}

View summary_of(const ReportCheck& check)
{
    std::string named;
    for (const auto& figure : check.figures)
        if (figure.verdict == wrong)
            named += (named.empty() ? "" : ", ") + figure.text;
    auto text = check.is_wrong()
                    ? fmt::format("{} trong {} số liệu sai: {}.", check.count(wrong), check.figures.size(), named)
                    : fmt::format("Không thấy số liệu nào sai trong {} số liệu.", check.figures.size());
    return View()
        .set("kind", check.is_wrong() ? "danger" : "success")
        .set("heading", "")
        .set("text", text)
        .set("notice_href", "");
}

std::vector<FormChoice> units(App& app, const Actor& actor)
{
    std::vector<FormChoice> choices{{.value = "", .label = "Toàn bộ phạm vi được xem"}};
    auto tops = list_children(app, actor, std::nullopt, app.today());
    if (!tops)
        return choices;
    for (const auto& top : *tops) {
        choices.push_back({.value = std::to_string(top.organisation.id.value), .label = top.organisation.name});
        if (auto below = list_children(app, actor, top.organisation.id, app.today()))
            for (const auto& child : *below)
                choices.push_back(
                    {.value = std::to_string(child.organisation.id.value), .label = "– " + child.organisation.name});
    }
    return choices;
}

View content_of(Site& site, const Request& request, const ReportCheck* check, const Problem* problem)
{
    FormView form("/bao-cao/soat-so-lieu", "Soát số liệu", request.form, problem);
    form.select("don_vi", "Đơn vị", units(site.app(), asking(request)));
    form.date("tu", "Từ ngày");
    form.date("den", "Đến ngày");
    View content;
    content.set(
        "head",
        page_head(std::string(page_title), {},
                  "Tỷ lệ, tổng, so sánh trong một báo cáo được tính lại; số sai được chỉ ra tại chỗ cùng cách tính."));
    auto view = form.view();
    view.set("text", check ? check->text : std::string(request.form.text("van_ban")));
    content.set("form", view.set("error_heading", "Chưa soát được. Cần sửa những chỗ sau:"));
    content.set("has_check", check != nullptr);
    if (check) {
        content.set("summary", summary_of(*check)).set("counts", View(counts_of(*check)));
        content.set("parts", View(parts_of(*check))).set("lines", View(lines_of(*check)));
    }
    return content;
}

Page page_of()
{
    return {.view = "reports/figures",
            .title = std::string(page_title),
            .section = "bao-cao",
            .crumbs = {{"Báo cáo", "/bao-cao"}}};
}

// The file where one was chosen, else what was pasted; browsers end lines with two characters.
std::string bytes_of(const Request& request)
{
    for (const auto& file : request.files)
        if (file.field == "tep" && !file.content.empty())
            return std::string(file.content);
    std::string text(request.form.text("van_ban"));
    std::erase(text, '\r');
    return text;
}

Result<std::optional<StoryQuestion>> question_of(const Request& request)
{
    FormReader form(request.form);
    StoryQuestion question;
    question.organisation = form.id<struct Organisation>("don_vi");
    auto first = form.date("tu");
    auto last = form.date("den");
    if (first && last && *last < *first)
        form.wrong("den", "Ngày cuối của kỳ phải sau ngày đầu.");
    else if (first.has_value() != last.has_value() && !form.problem())
        form.wrong(first ? "den" : "tu", "Hãy ghi cả ngày đầu và ngày cuối của kỳ.");
    else if (question.organisation && !first && !form.problem())
        form.wrong("tu", "Muốn đối chiếu với sổ của đơn vị thì ghi ngày đầu và ngày cuối của kỳ.");
    if (auto problem = form.problem())
        return std::unexpected(std::move(*problem));
    if (first && last)
        question.period = Period{*first, *last};
    return question.organisation || question.period ? std::optional(question) : std::nullopt;
}

Result<ReportCheck> checked(Site& site, const Request& request)
{
    auto question = TRY(question_of(request));
    auto bytes = bytes_of(request);
    if (bytes.find_first_not_of(" \n\t") == std::string::npos)
        return invalid("van_ban", "Hãy dán văn bản hoặc chọn tệp cần soát.");
    auto check = TRY(check_report(bytes));
    if (question)
        TRY_DO(tie_to_register(site.app(), asking(request), *question, check));
    return check;
}

} // namespace

Result<Response> ask_figures(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    return site.page(request, page_of(), content_of(site, request, nullptr, nullptr));
}

Result<Response> check_figures(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    auto check = checked(site, request);
    if (check)
        return site.page(request, page_of(), content_of(site, request, &*check, nullptr));
    bool is_outside = check.error().kind == Problem::Kind::not_found || check.error().kind == Problem::Kind::refused;
    if (is_outside)
        return std::unexpected(check.error());
    auto problem = check.error();
    if (problem.fields.empty())
        problem.fields.push_back({"van_ban", problem.message});
    return site.form_again(request, page_of(), content_of(site, request, nullptr, &problem), problem);
}

Result<Response> answer_figures(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    auto fields = TRY(read_json(request, {"text", "org", "period", "from", "to"}));
    auto field = [&](std::string_view name) { return std::string(fields.text(name)); };
    auto question = TRY(
        story_question({.org = field("org"), .period = field("period"), .from = field("from"), .to = field("to")}, ""));
    if (!fields.has("text"))
        return invalid("text", "\"text\" is missing: the report whose figures are checked.");
    auto check = TRY(check_report(field("text")));
    if (!question.code.empty() || question.period)
        TRY_DO(tie_to_register(site.app(), asking(request), question, check));
    return json(figures_json(check));
}

} // namespace phusa::web::reports
