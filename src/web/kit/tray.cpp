#include "app/kit/tray.hpp"

#include "app/dossiers/list.hpp"
#include "app/scans/views.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/http/percent.hpp"
#include "web/kit/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/scans/look.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace phusa::web::kit
{

namespace
{

constexpr std::string_view tray_path = "/ban-quet/cho";

std::int64_t number_in(std::string_view text)
{
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::vector<WaitingPageId> pages_in(const Fields& fields)
{
    std::vector<WaitingPageId> pages;
    for (auto text : fields.all("trang"))
        pages.emplace_back(number_in(text));
    return pages;
}

// "/ban-quet/cho/xep?trang=3&trang=4"
std::string address_of(const std::vector<WaitingPageId>& pages, std::string_view more = {})
{
    auto address = std::string(tray_path) + "/xep?";
    for (auto page : pages)
        address += fmt::format("trang={}&", page.value);
    return address + std::string(more);
}

View page_view(const TrayPage& shown)
{
    const auto& page = shown.page;
    return View()
        .set("page", page.id.value)
        .set("label", fmt::format("Trang {} của lần quét số {}", page.place, page.batch.value))
        .set("why", std::string(title_of(page.why)))
        .set("paper", shown.paper)
        .set("looks_empty", page.looks_empty())
        .set("picture", shown.png.empty() ? std::string() : scans::data_url("image/png", shown.png));
}

Result<Response> tray_page(Site& site, const Request& request, const Problem* problem)
{
    auto tray = TRY(show_tray(site.app(), asking(request)));
    View::List pages;
    for (const auto& page : tray.pages)
        pages.push_back(page_view(page));
    View content;
    content.set("head",
                page_head("Trang chưa nhận ra", {},
                          "Trang không xếp được theo mã. Chọn các trang của cùng một giấy, theo thứ tự, rồi chỉ "
                          "hồ sơ; chỉ người gửi thấy các trang này."));
    content.set("error", problem ? problem->message : std::string());
    content.set("has_pages", !pages.empty()).set("pages", View(std::move(pages)));
    content.set("empty_heading", "Không còn trang nào chờ xếp");
    content.set("empty_count", tray.empty ? std::to_string(tray.empty) : std::string());
    auto left = tray.total - tray.pages.size();
    content.set("more", left ? vietnamese_number(static_cast<std::int64_t>(left)) : std::string());
    Page look{.view = "kit/tray", .title = "Trang chưa nhận ra", .section = section};
    look.crumbs = {{"Quét giấy", "/ban-quet"}};
    look.status = problem ? status_of(problem->kind) : 200;
    auto response = site.page(request, look, std::move(content));
    response.may_compress = false;
    return response;
}

// Dossiers by a name, each leading to its acts.
Result<View::List> dossiers_named(Site& site, const Request& request, const std::vector<WaitingPageId>& pages,
                                  const std::string& words)
{
    View::List found;
    if (words.empty())
        return found;
    DossierQuestion question;
    question.all_stages = true;
    question.words = words;
    question.rows = 20;
    for (const auto& line : TRY(list_dossiers(site.app(), asking(request), question)).rows)
        found.push_back(View()
                            .set("dossier_name", line.name)
                            .set("dossier_note", fmt::format("sinh {}, {}", line.born.vietnamese(), line.cell_name))
                            .set("dossier_href", address_of(pages, fmt::format("ho_so={}", line.id.value))));
    return found;
}

// Every paper of every act at which the asker may file: "act.code".
View::List papers_to_choose(const DossierScans& scans)
{
    View::List choices;
    auto add = [&](const ActScans& act, std::string_view code, std::string_view title) {
        choices.push_back(View()
                              .set("choice", fmt::format("{}.{}", act.act.value, code))
                              .set("choice_label", fmt::format("{}: {} {}", act.on.vietnamese(), code, title)));
    };
    for (const auto& act : scans.acts) {
        if (!act.may_file)
            continue;
        for (const auto& [code, title] : act.forms)
            add(act, code, title);
        add(act, "", fmt::format("Giấy khác của việc “{}”", act.title));
    }
    return choices;
}

Result<Response> place_page(Site& site, const Request& request, const Fields& fields, const Problem* problem)
{
    auto pages = pages_in(fields);
    auto words = clean_text(fields.text("q"));
    auto dossier = DossierId(number_in(fields.text("ho_so")));
    View content;
    content.set("head", page_head("Xếp trang vào hồ sơ", {}, fmt::format("{} trang đã chọn.", pages.size())));
    content.set("error", problem ? problem->message : std::string());
    View::List chosen;
    for (auto page : pages)
        chosen.push_back(View().set("page", page.value));
    content.set("chosen", View(std::move(chosen))).set("q", words).set("tray_href", std::string(tray_path));
    auto named = TRY(dossiers_named(site, request, pages, words));
    content.set("is_searched", !words.empty()).set("has_found", !named.empty()).set("found", View(std::move(named)));
    content.set("is_placed", dossier.value > 0);
    if (dossier) {
        auto scans = TRY(show_scans(site.app(), asking(request), dossier));
        auto choices = papers_to_choose(scans);
        content.set("dossier", dossier.value).set("name", scans.name);
        content.set("has_choices", !choices.empty()).set("choices", View(std::move(choices)));
    }
    Page look{.view = "kit/place", .title = "Xếp trang vào hồ sơ", .section = section};
    look.crumbs = {{"Quét giấy", "/ban-quet"}, {"Trang chưa nhận ra", std::string(tray_path)}};
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

} // namespace

Result<Response> tray(Site& site, const Request& request) { return tray_page(site, request, nullptr); }

Result<Response> choose(Site& site, const Request& request)
{
    auto pages = pages_in(request.form);
    auto what = request.form.text("lam");
    if (what == "bo-trang") {
        auto gone = TRY(discard_empty_pages(site.app(), asking(request)));
        return site.redirect_with(request, std::string(tray_path), fmt::format("Đã bỏ {} trang trắng.", gone));
    }
    if (what == "bo") {
        auto gone = discard_pages(site.app(), asking(request), pages);
        if (!gone)
            return tray_page(site, request, &gone.error());
        return site.redirect_with(request, std::string(tray_path), fmt::format("Đã bỏ {} trang.", *gone));
    }
    Problem none{.kind = Problem::Kind::invalid, .message = "Hãy chọn các trang của một giấy."};
    if (pages.empty())
        return tray_page(site, request, &none);
    return redirect_to(address_of(pages));
}

Result<Response> place(Site& site, const Request& request)
{
    TRY(waiting_count(site.app(), asking(request))); // who scans nothing has nothing to place
    return place_page(site, request, request.query, nullptr);
}

Result<Response> file(Site& site, const Request& request)
{
    TRY(waiting_count(site.app(), asking(request)));
    auto choice = request.form.text("giay");
    auto dot = std::min(choice.find('.'), choice.size());
    TrayFiling wanted{.pages = pages_in(request.form),
                      .dossier = DossierId(number_in(request.form.text("ho_so"))),
                      .act = RecordedActId(number_in(choice.substr(0, dot))),
                      .code = std::string(choice.substr(std::min(dot + 1, choice.size())))};
    Problem none{.kind = Problem::Kind::invalid, .message = "Hãy chọn giấy mà các trang này là bản quét."};
    if (!wanted.act)
        return place_page(site, request, request.form, &none);
    auto filed = file_from_tray(site.app(), asking(request), wanted);
    if (!filed)
        return place_page(site, request, request.form, &filed.error());
    return site.redirect_with(request, std::string(tray_path), "Đã xếp các trang vào hồ sơ.");
}

} // namespace phusa::web::kit
