#include "web/dossier_lists/filters.hpp"

#include "app/unit_names.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/layout/form_view.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossier_lists
{

namespace
{

std::vector<FormChoice> stage_choices()
{
    std::vector<FormChoice> choices{{"", "Đang làm, mọi giai đoạn"}};
    for (auto each : all_stages())
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    choices.push_back({"tat_ca", "Kể cả hồ sơ đã xong"});
    return choices;
}

std::vector<FormChoice> remark_choices()
{
    return {
        {"", "Tất cả"}, {"qua_han", "Quá hạn"}, {"vuong", "Chưa đúng quy định"}, {"ngoai_le", "Ghi dù trái quy định"}};
}

// What was asked for and has no field: it stays asked for.
void keep(FormView& form, const AskedDossiers& asked, const char* name)
{
    for (auto value : fields_of(asked).all(name))
        form.hidden(name, std::string(value));
}

FormView fields(Site& site, const Request& request, const AskedDossiers& asked, const Problem* problem)
{
    FormView form("/ho-so", "Lọc", problem ? request.query : fields_of(asked), problem);
    form.search("q", "Họ và tên");
    add_unit_field(form, site, request, asked.question.organisation);
    // A select holds one value; several come with a link and are shown as chips.
    if (asked.question.stages.size() < 2)
        form.select("giai_doan", "Giai đoạn", stage_choices());
    else
        keep(form, asked, "giai_doan");
    if (fields_of(asked).all("luu_y").size() < 2)
        form.select("luu_y", "Lưu ý", remark_choices());
    else
        keep(form, asked, "luu_y");
    for (auto name : {"xep", "giam", "dang"})
        keep(form, asked, name);
    return form;
}

View chips_of(App& app, const AskedDossiers& asked)
{
    View::List chips;
    auto add = [&](std::string label, auto drop) {
        auto without = asked;
        without.question.cursor.clear();
        drop(without.question);
        chips.push_back(chip(std::move(label), path_of(without)));
    };
    const auto& question = asked.question;
    if (!question.words.empty())
        add(fmt::format("tên có “{}”", question.words), [](DossierQuestion& other) { other.words.clear(); });
    if (question.organisation)
        add(unit_name(app, *question.organisation), [](DossierQuestion& other) { other.organisation.reset(); });
    for (auto each : question.stages)
        add(std::string(title_of(each)), [&](DossierQuestion& other) { std::erase(other.stages, each); });
    if (question.all_stages)
        add("kể cả hồ sơ đã xong", [](DossierQuestion& other) { other.all_stages = false; });
    if (question.late_only)
        add("quá hạn", [](DossierQuestion& other) { other.late_only = false; });
    if (question.blocked_only)
        add("chưa đúng quy định", [](DossierQuestion& other) { other.blocked_only = false; });
    if (question.past_facts_only)
        add("có việc ghi dù trái quy định", [](DossierQuestion& other) { other.past_facts_only = false; });
    return View(std::move(chips));
}

} // namespace

View filter_bar(Site& site, const Request& request, const AskedDossiers& asked, const std::string& found,
                const Problem* problem)
{
    auto view = fields(site, request, asked, problem).view();
    auto chips = problem ? View(View::List{}) : chips_of(site.app(), asked);
    bool has_chips = !chips.list()->empty();
    AskedDossiers all{.shape = asked.shape};
    return view.set("has_chips", has_chips)
        .set("chips", std::move(chips))
        .set("clear_href", path_of(all))
        .set("found", found);
}

} // namespace phusa::web::dossier_lists
