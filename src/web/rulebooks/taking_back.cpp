#include "app/rulebooks/setting.hpp"
#include "web/layout/form_view.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/rulebooks/looks.hpp"

#include <fmt/format.h>

#include <charconv>

namespace phusa::web::rulebooks
{

namespace
{

std::int64_t setting_in(const Request& request)
{
    std::int64_t number = 0;
    auto text = request.route_text("lan");
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// The setting that is to be taken back, and of which regulation.
struct TakingBack {
    RulebookView book;
    RuleSettingView setting;
};

Result<TakingBack> setting_asked(Site& site, const Request& request)
{
    TRY_DO(pass_setting(site, request));
    auto number = setting_in(request);
    for (auto& book : show_rulebooks(site.app()))
        for (auto& setting : rule_settings(site.app(), book.slug))
            if (setting.number == number)
                return TakingBack{.book = std::move(book), .setting = std::move(setting)};
    return problem(Problem::Kind::not_found, "Không có lần đặt trị số này.");
}

Result<Response> taking_back_page(Site& site, const Request& request, const TakingBack& asked, const Problem* problem)
{
    auto impacts = TRY(preview_taking_back(site.app(), asking(request), asked.setting.number));
    FormView form(fmt::format("/quy-dinh/rut-lai/{}", asked.setting.number), "Rút lại", request.form, problem);
    form.longer("reason", "Lý do", {.hint = "Được giữ cùng lần đặt này.", .required = true});
    View::List consequences;
    consequences.emplace_back(fmt::format("{}: trở lại như trước: {}.", asked.setting.title, asked.setting.was));
    consequences.emplace_back(fmt::format("{} trong {} hồ sơ thay đổi kết quả đối chiếu, thời hạn hoặc giấy tờ.",
                                          impacts.total, impacts.dossiers));
    consequences.emplace_back("Lần đặt này vẫn đọc lại được trong trang của quy định.");
    View content;
    content.set("confirm", form.view()
                               .set("heading", "Rút lại trị số tỉnh đã đặt?")
                               .set("has_consequences", true)
                               .set("consequences", View(std::move(consequences)))
                               .set("confirm_label", "Rút lại")
                               .set("cancel_href", path_of(asked.book))
                               .set("dangerous", false));
    auto page = page_of("dossiers/confirm", "Rút lại trị số", {{asked.book.number, path_of(asked.book)}});
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

} // namespace

Result<Response> taking_back(Site& site, const Request& request)
{
    return taking_back_page(site, request, TRY(setting_asked(site, request)), nullptr);
}

Result<Response> take_back(Site& site, const Request& request)
{
    auto asked = TRY(setting_asked(site, request));
    auto done = take_back_rule(site.app(), asking(request), asked.setting.number, request.form.text("reason"));
    if (!done && done.error().kind == Problem::Kind::invalid)
        return taking_back_page(site, request, asked, &done.error());
    if (!done)
        return std::unexpected(done.error());
    return site.redirect_with(request, path_of(asked.book), fmt::format("Đã rút lại: {}.", asked.setting.title));
}

} // namespace phusa::web::rulebooks
