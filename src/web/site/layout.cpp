// What all pages have around them: navigation, who is signed in, what was just done, light or dark.
#include "app/gate.hpp"
#include "app/version.hpp"
#include "base/embedded.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "web/http/cookies.hpp"
#include "web/http/csrf.hpp"
#include "web/http/static_files.hpp"
#include "web/site/site.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

#include <algorithm>

namespace phusa::web
{

namespace
{

constexpr std::size_t flash_length_max = 400; // code points
constexpr std::chrono::seconds flash_life{120};

// app.css -> app_css: "/assets/app-AB12.css".
View read_assets()
{
    View assets;
    auto manifest = boost::json::parse(embedded_file("assets/manifest.json").value());
    for (const auto& [name, hashed] : manifest.as_object()) {
        std::string key(name);
        std::ranges::replace_if(key, [](char c) { return c == '.' || c == '-'; }, '_');
        assets.set(key, asset_path(name));
    }
    return assets;
}

const View& assets()
{
    static const View read = read_assets();
    return read;
}

std::string theme_of(const Request& request)
{
    auto theme = request.cookie("theme").value_or("");
    return theme == "light" || theme == "dark" ? std::string(theme) : std::string();
}

std::string flash_of(const Request& request)
{
    auto kept = kept_cookie(request, cookie::flash);
    auto text = kept ? from_base64url(*kept) : std::nullopt;
    return text ? shortened(clean_text(*text), flash_length_max) : std::string();
}

View notices_of(const std::string& flash)
{
    View::List notices;
    if (!flash.empty())
        notices.push_back(View()
                              .set("kind", "success")
                              .set("heading", "")
                              .set("text", flash)
                              .set("notice_href", "")
                              .set("notice_label", ""));
    return View(std::move(notices));
}

View navigation(const std::vector<Section>& sections, const Gate& gate, std::string_view current)
{
    View::List entries;
    for (const auto& section : sections)
        if (!section.right || gate.has(*section.right))
            entries.push_back(View()
                                  .set("href", section.path)
                                  .set("label", section.title)
                                  .set("icon", section.icon)
                                  .set("current", section.key == current));
    return View(std::move(entries));
}

View breadcrumbs_of(const Page& page)
{
    View::List crumbs;
    for (const auto& [title, path] : page.crumbs)
        crumbs.push_back(View().set("label", title).set("href", path));
    crumbs.push_back(View().set("label", page.title).set("href", ""));
    return View(std::move(crumbs));
}

View user_of(const Actor& actor)
{
    std::string roles;
    std::vector<Role> named;
    for (const auto& grant : actor.grants) {
        if (std::ranges::find(named, grant.role) != named.end())
            continue;
        named.push_back(grant.role);
        roles += (roles.empty() ? "" : ", ") + std::string(title_of(grant.role));
    }
    return View().set("name", actor.display_name).set("role", roles);
}

void set_home(View& frame, const Gate& gate)
{
    auto home = gate.home();
    auto position = home ? gate.tree().find(*home) : std::nullopt;
    if (!position)
        return;
    frame.set("org_name", gate.tree().at(*position).name);
    frame.set("org_href", fmt::format("/to-chuc/{}", home->value));
}

View frame_for_all(App& app, const Request& request, const Page& page, const std::string& flash)
{
    View frame;
    frame.set("title", page.title).set("theme", theme_of(request)).set("assets", assets());
    frame.set("invented", app.invented()).set("flash", notices_of(flash)).set("version", program_version);
    return frame;
}

void set_frame_of(App& app, View& frame, const std::vector<Section>& sections, const Request& request, const Page& page)
{
    const Actor& actor = asking(request);
    Gate gate(app, actor);
    frame.set("nav", navigation(sections, gate, page.section)).set("user", user_of(actor));
    set_home(frame, gate);
    frame.set("search_text", page.section == "tim" ? request.query.text("q") : std::string_view{});
    frame.set("has_breadcrumbs", !page.crumbs.empty()).set("breadcrumbs", breadcrumbs_of(page));
}

} // namespace

Response Site::page(const Request& request, const Page& page, View content) const
{
    std::string new_secret;
    std::string_view secret;
    if (request.visitor)
        secret = request.visitor->signed_in.csrf;
    else
        secret = kept_cookie(request, cookie::form).value_or("");
    if (constexpr std::size_t secret_length = 43; !request.visitor && secret.size() != secret_length)
        secret = new_secret = random_token();
    auto csrf = secret.empty() ? std::string() : csrf_token(secret);
    content.set("csrf", csrf).set("assets", assets());

    auto flash = flash_of(request);
    auto frame = frame_for_all(app_, request, page, flash);
    frame.set("csrf", csrf).set("body", render(page.view, content));
    bool is_plain = page.is_bare || !request.visitor;
    if (!is_plain)
        set_frame_of(app_, frame, sections_, request, page);
    auto response = html(render(is_plain ? "layout/plain" : "layout/page", frame), page.status);
    if (!flash.empty())
        remove_cookie(response, request, cookie::flash);
    if (!new_secret.empty())
        set_cookie(response, request,
                   {.name = std::string(cookie::form), .value = new_secret, .same_site = SameSite::strict, .life = {}});
    return response;
}

Response Site::form_again(const Request& request, Page page, View content, const Problem& problem) const
{
    page.status = status_of(problem.kind);
    return this->page(request, page, std::move(content));
}

Response Site::redirect_with(const Request& request, std::string path, std::string_view message) const
{
    auto response = redirect_to(std::move(path));
    set_cookie(response, request,
               {.name = std::string(cookie::flash),
                .value = to_base64url(shortened(message, flash_length_max)),
                .same_site = SameSite::lax,
                .life = flash_life});
    return response;
}

} // namespace phusa::web
