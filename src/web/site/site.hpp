#pragma once

#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"
#include "web/http/router.hpp"
#include "web/site/visitor.hpp"
#include "web/views/view.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa::web
{

class Site;
class ApiDescription;

// The cookies that a browser keeps of this site (beside `theme`, which scripts write).
namespace cookie
{
inline constexpr std::string_view session = "phien";
inline constexpr std::string_view form = "bieu-mau"; // the CSRF secret of somebody who is not signed in
inline constexpr std::string_view flash = "loi-nhan";
} // namespace cookie

// Reads the request, asks app/, answers. A Problem becomes an error page or problem+json, whichever was asked for:
//
//     Result<Response> show(Site& site, const Request& request)
//     {
//         auto person = TRY(show_person(site.app(), asking(request), TRY(request.id<struct Person>("id"))));
//         return site.page(request, {.view = "people/show", .title = person.person.name, .section = "nguoi"},
//                          view_of(person));
//     }
using PageHandler = std::function<Result<Response>(Site&, const Request&)>;

// One entry of the navigation, shown to those who have `right` somewhere (to everybody signed in, where absent).
struct Section {
    std::string key;   // what Page::section names: "nguoi"
    std::string title; // "Đảng viên"
    std::string path;  // "/nguoi"
    std::string icon;  // a name of assets/icons.json
    std::optional<Right> right = {};
    int order = 100; // ascending; equal ones in the order of registration
};

// A page to be rendered into the frame.
struct Page {
    std::string_view view; // mustache file without ending: "people/show"
    std::string title;     // of the window and the heading, plain text
    std::string_view section = {};
    // Units or pages above this one: title and path, from the top.
    std::vector<std::pair<std::string, std::string>> crumbs = {};
    int status = 200;
    bool is_bare = false; // no navigation: signing in (always so where nobody is signed in)
};

// The frame that all pages share: who is signed in, may they come here, is the form really theirs, how does the page
// look.
//
// Handlers never repeat that. Every route is registered through a Site (assets and health excepted), in the function
// add_routes of its resource's folder (web/site/resources.hpp).
class Site
{
public:
    explicit Site(App& app);
    ~Site();
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    App& app() { return app_; }
    Router& router() { return router_; }
    const Router& router() const { return router_; }

    // What /api/openapi.json says of the doors below /api/ (web/api/api.hpp).
    ApiDescription& api() { return *api_; }

    void add(Section section);
    const std::vector<Section>& sections() const { return sections_; }

    // Doors. Every method but get must change something and asks for the session's CSRF token (field `csrf`, or header
    // X-CSRF-Token). A person who must change their password is led there first.
    void get(std::string pattern, PageHandler handler, Access access = Access::signed_in);
    void post(std::string pattern, PageHandler handler, Access access = Access::signed_in);
    // For the rest: methods put, patch and del, larger bodies. `route.handler` is made from `handler`.
    void add(Route route, PageHandler handler);

    // The page within the frame. Beside the values of `content` its view sees `csrf` and `assets`.
    Response page(const Request& request, const Page& page, View content) const;
    // The same page again, with the status of the Problem that its FormView was given.
    Response form_again(const Request& request, Page page, View content, const Problem& problem) const;
    // The error page (or problem+json) of a Problem, or of a bare status such as 500.
    Response error(const Request& request, const Problem& problem) const;
    Response error(const Request& request, const Problem& problem, int status) const;

    // 303 to a page of this site, which then says `message` once: "Đã thêm tài khoản hoa.le."
    Response redirect_with(const Request& request, std::string path, std::string_view message) const;

private:
    Response enter(const PageHandler& handler, Access access, Request request);
    std::shared_ptr<const Visitor> recognise(const Request& request) const;
    std::optional<Response> turned_away(Access access, const Request& request) const;

    App& app_;
    Router router_;
    std::vector<Section> sections_;
    std::unique_ptr<ApiDescription> api_;
};

// A path of this site to come back to ("/nguoi?q=an"), else "/": never another host, scheme or a broken text.
std::string safe_return_path(std::string_view wanted);

} // namespace phusa::web
