#include "web/people/filters.hpp"

#include "app/people_question.hpp"
#include "base/number_text.hpp"
#include "domain/codes.hpp"
#include "web/layout/form_view.hpp"
#include "web/people/address.hpp"
#include "web/site/unit_choices.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

namespace phusa::web::people
{

namespace
{

std::vector<FormChoice> any_or(const CodeList& list)
{
    std::vector<FormChoice> choices{{"", "Tất cả"}};
    for (const auto& code : list.codes())
        choices.push_back({std::string(code.key), std::string(code.title)});
    return choices;
}

std::vector<FormChoice> standing_choices()
{
    using enum Standing;
    std::vector<FormChoice> choices{{"", "Tất cả"}, {"dang_vien", "Đảng viên"}};
    for (auto each : {none, probationary, official, exempted, moved_out, died, removed, resigned, expelled})
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    return choices;
}

// What stands in the fields: what was typed where it was not understood, else the question with days as people write
// them.
Fields typed_of(const Request& request, const PeopleQuestion& question, const Problem* problem)
{
    if (problem)
        return request.query;
    Fields typed;
    auto asked = fields_of(question);
    for (const auto& [name, value] : asked.items()) {
        auto day = Date::from_iso(value);
        typed.add(name, day ? day->vietnamese() : value);
    }
    return typed;
}

FormView main_fields(Site& site, const Request& request, const PeopleQuestion& question, const Problem* problem)
{
    auto units = unit_choices(site.app(), asking(request), Right::see_people, question.organisation);
    bool many_units = units.size() > short_unit_list_max;
    FormView form("/nguoi", "Lọc", typed_of(request, question, problem), problem);
    form.search("q", "Tên", {.hint = ""}).select("don_vi", "Đơn vị", units, {.searchable = many_units});
    if (question.standings.size() < 2 || question.standings == member_standings())
        form.select("trang_thai", "Trạng thái", standing_choices());
    form.select("gioi", "Giới tính", any_or(sexes()));
    return form;
}

// A select can hold one value; several come with a link and are shown as a chip.
FormView more_fields(const Request& request, const PeopleQuestion& question, const Problem* problem)
{
    FormView form("/nguoi", "Lọc", typed_of(request, question, problem), problem);
    form.text("sinh_tu", "Sinh từ năm", {.is_short = true}).text("sinh_den", "Sinh đến năm", {.is_short = true});
    form.select("nghe", "Nghề nghiệp hiện nay", any_or(occupations()));
    form.date("kn_tu", "Kết nạp từ ngày").date("kn_den", "Kết nạp đến ngày");
    form.select("kn_doan", "Đoàn viên khi kết nạp", {{"", "Tất cả"}, {"co", "Là đoàn viên"}, {"khong", "Không"}});
    if (question.admission_occupations.size() < 2)
        form.select("kn_nghe", "Nghề nghiệp khi kết nạp", any_or(occupations()));
    if (question.admission_educations.size() < 2)
        form.select("kn_hoc_van", "Học vấn khi kết nạp", any_or(general_educations()));
    if (question.admission_qualifications.size() < 2)
        form.select("kn_trinh_do", "Trình độ khi kết nạp", any_or(qualifications()));
    form.text("kn_tuoi_tu", "Tuổi khi kết nạp, từ", {.is_short = true});
    form.text("kn_tuoi_den", "Tuổi khi kết nạp, đến", {.is_short = true});
    return form;
}

std::set<std::string> names_in(const View& fields)
{
    std::set<std::string> names;
    for (const auto& field : *fields.list())
        names.insert(*field.find("name")->text());
    return names;
}

// What was asked for and has no field: it stays asked for.
View hidden_fields(const PeopleQuestion& question, const std::set<std::string>& shown)
{
    View::List hidden;
    auto asked = fields_of(question);
    for (const auto& [name, value] : asked.items())
        if (!shown.contains(name))
            hidden.push_back(View().set("name", name).set("value", value));
    return View(std::move(hidden));
}

View chips_of(App& app, const PeopleQuestion& question)
{
    View::List chips;
    for (const auto& part : parts_of(app, question))
        chips.push_back(View().set("label", part.words).set("remove_href", path_of(part.without)));
    return View(std::move(chips));
}

} // namespace

View filter_bar(Site& site, const Request& request, const PeopleQuestion& question, std::int64_t found,
                const Problem* problem)
{
    auto main = *main_fields(site, request, question, problem).view().find("fields");
    auto more = *more_fields(request, question, problem).view().find("fields");
    auto names = names_in(main);
    auto more_names = names_in(more);
    auto asked = request.query.items();
    bool more_asked = std::ranges::any_of(
        asked, [&](const auto& item) { return more_names.contains(item.first) && !item.second.empty(); });
    names.merge(more_names);
    auto chips = problem ? View(View::List{}) : chips_of(site.app(), question);
    bool has_chips = !chips.list()->empty();
    return View()
        .set("action", "/nguoi")
        .set("fields", std::move(main))
        .set("more_label", "Thêm điều kiện")
        .set("more_open", more_asked)
        .set("more_fields", std::move(more))
        .set("hidden", hidden_fields(question, names))
        .set("has_chips", has_chips)
        .set("chips", std::move(chips))
        .set("clear_href", "/nguoi")
        .set("found", problem ? std::string() : vietnamese_number(found) + " người");
}

} // namespace phusa::web::people
