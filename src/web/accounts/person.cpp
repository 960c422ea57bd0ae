#include "web/accounts/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::accounts
{

namespace
{

View found_view(const LinkablePerson& person)
{
    return View()
        .set("person", std::to_string(person.id.value))
        .set("name", person.name)
        .set("born", person.born.vietnamese())
        .set("cell", person.cell_name);
}

} // namespace

std::string in_words(const LinkablePerson& person)
{
    return fmt::format("{}, sinh {}, {}", person.name, person.born.vietnamese(), person.cell_name);
}

Result<Response> person_form(Site& site, const Request& request)
{
    const auto& actor = asking(request);
    auto id = TRY(request.id<struct phusa::Account>("id"));
    auto account = TRY(show_account(site.app(), actor, id));
    std::string words(request.query.text("ten"));
    View::List found;
    for (const auto& person : TRY(find_linkable_people(site.app(), actor, id, words)))
        found.push_back(found_view(person));
    auto now = TRY(linked_person(site.app(), actor, id));
    View content;
    content.set("head", page_head("Gắn với người trong sổ", account.display_name))
        .set("now", now ? in_words(*now) : std::string())
        .set("own_path", path_of(id) + "/nguoi")
        .set("asked", !words.empty())
        .set("words", std::move(words))
        .set("has_found", !found.empty())
        .set("found", View(std::move(found)));
    return site.page(request,
                     {.view = "accounts/person",
                      .title = "Gắn với người trong sổ",
                      .section = "tai-khoan",
                      .crumbs = {{"Tài khoản", "/tai-khoan"}, {account.display_name, path_of(id)}}},
                     std::move(content));
}

Result<Response> set_person(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Account>("id"));
    FormReader form(request.form);
    auto person = form.id<struct phusa::Person>("person");
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    TRY_DO(link_person(site.app(), asking(request), id, person));
    return site.redirect_with(request, path_of(id),
                              person ? "Đã gắn tài khoản với người trong sổ." : "Tài khoản không còn gắn với ai.");
}

} // namespace phusa::web::accounts
