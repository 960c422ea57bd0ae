#include "web/saved_views/parts.hpp"

#include "app/gate.hpp"
#include "base/limits.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa::web::saved_views
{

namespace
{

struct Report {
    std::string_view key;
    std::string_view path;
    std::string_view title;
};

constexpr std::array reports{Report{"bang-cheo", "/bao-cao/bang-cheo", "Bảng chéo"},
                             Report{"xu-huong", "/bao-cao/xu-huong", "Xu hướng"}};

const Report* find(std::string_view key)
{
    auto found = std::ranges::find(reports, key, &Report::key);
    return found == reports.end() ? nullptr : &*found;
}

bool sees(Site& site, const Request& request, const Fields& question)
{
    auto unit = FormReader(question).id<struct Organisation>("don_vi");
    return !unit || may(site.app(), asking(request), Right::see_reports, *unit);
}

// Where a share would reach: the units of the asker's grants that give the right.
std::vector<FormChoice> sharing_choices(Site& site, const Request& request, const SavedView* view)
{
    std::vector<FormChoice> choices{{.value = "", .label = "Chỉ mình tôi"}};
    Gate gate(site.app(), asking(request));
    auto add = [&](const Organisation& unit) {
        auto value = std::to_string(unit.id.value);
        if (std::ranges::find(choices, value, &FormChoice::value) == choices.end())
            choices.push_back({.value = std::move(value), .label = fmt::format("Người dùng của {}", unit.name)});
    };
    for (auto range : gate.ranges(sharing_right))
        add(gate.tree().at(range.first));
    if (view && view->shared)
        if (auto position = gate.tree().find(*view->shared))
            add(gate.tree().at(*position));
    return choices;
}

} // namespace

std::optional<std::string> report_of(std::string_view path)
{
    auto found = std::ranges::find(reports, path, &Report::path);
    return found == reports.end() ? std::nullopt : std::optional(std::string(found->key));
}

std::string title_of_report(std::string_view report)
{
    const auto* found = find(report);
    return std::string(found ? found->title : report);
}

std::string address_of(Site& site, const Request& request, const SavedView& view)
{
    const auto* report = find(view.report);
    auto question = Fields::parse(view.question);
    if (!report || !question)
        return "/bao-cao";
    Fields kept;
    bool keeps_unit = sees(site, request, *question);
    for (const auto& [name, value] : question->items())
        if (keeps_unit || name != "don_vi")
            kept.add(name, value);
    return fmt::format("{}?{}", report->path, kept.urlencoded());
}

void add_fields(FormView& form, Site& site, const Request& request, const SavedView* view)
{
    form.text("ten", "Tên",
              {.hint = "Ví dụ: Nữ theo nghề nghiệp, 5 năm", .required = true, .value = view ? view->name : ""});
    auto choices = sharing_choices(site, request, view);
    if (choices.size() > 1)
        form.select("chung", "Ai được dùng", choices,
                    {.value = view && view->shared ? std::to_string(view->shared->value) : std::string()});
}

void add_saving(View& content, Site& site, const Request& request, std::string_view path, std::string question)
{
    FormView form(std::string(list_path), "Lưu câu hỏi");
    add_fields(form, site, request, nullptr);
    form.hidden("trang", std::string(path)).hidden("cau_hoi", std::move(question));
    content.set("saving", form.view());
}

void add_saved(View& content, Site& site, const Request& request)
{
    View::List links;
    if (auto lines = list_saved_views(site.app(), asking(request)))
        for (const auto& line : *lines)
            links.push_back(View()
                                .set("view_name", line.view.name)
                                .set("view_href", address_of(site, request, line.view))
                                .set("view_kind", title_of_report(line.view.report))
                                .set("view_shared", line.shared_name));
    content.set("has_saved", !links.empty()).set("saved_list", View(std::move(links)));
}

} // namespace phusa::web::saved_views
