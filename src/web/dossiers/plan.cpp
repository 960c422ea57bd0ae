#include "app/dossiers/plan.hpp"

#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

View occasions_view(DossierId id, Date ceremony, Date today)
{
    View::List tabs;
    for (const auto& occasion : occasions_after(today))
        tabs.push_back(
            View()
                .set("href", fmt::format("{}/ke-hoach?ngay={}", path_of(id), occasion.on.vietnamese()))
                .set("label", fmt::format("Lễ {}/{}/{}", occasion.on.day(), occasion.on.month(), occasion.on.year()))
                .set("count", "")
                .set("current", occasion.on == ceremony));
    return View(std::move(tabs));
}

View acts_table(const CeremonyPlan& plan)
{
    TableView table("Ngày chậm nhất của từng việc");
    table.quiet_caption().cards().column("Việc").column("Chậm nhất").column("Sớm nhất").column("Cách tính");
    table.empty("Không còn việc nào trước lễ kết nạp", "Lễ kết nạp đã được tổ chức, hoặc hồ sơ đã kết thúc.");
    for (const auto& act : plan.acts) {
        auto latest = act.latest ? act.latest->vietnamese() : std::string("không giới hạn");
        table.row({{.text = act.title},
                   act.too_late ? CellLook{.note = act.latest ? latest : "", .badge = "Không kịp", .tone = "bad"}
                                : CellLook{.text = latest},
                   {.text = act.earliest ? act.earliest->vietnamese() : "chưa có ngày hợp lệ"},
                   {.text = act.why}});
    }
    return std::move(table).view();
}

View answer_of(const CeremonyPlan& plan)
{
    auto day = plan.ceremony.vietnamese();
    std::string text;
    if (plan.can_be)
        text = fmt::format("Kịp tổ chức lễ kết nạp ngày {} nếu mỗi việc xong chậm nhất vào ngày ghi bên dưới.", day);
    else if (plan.earliest)
        text = fmt::format(
            "Không kịp tổ chức lễ kết nạp ngày {}. Nếu mọi việc làm ngay khi được phép thì sớm nhất là ngày {}.", day,
            plan.earliest->vietnamese());
    else
        text = fmt::format(
            "Không tổ chức được lễ kết nạp ngày {}: hồ sơ còn vướng điều kiện mà thời gian không giải quyết "
            "được. Xem trang hồ sơ.",
            day);
    return View()
        .set("kind", plan.can_be ? "success" : "warning")
        .set("heading", plan.occasion)
        .set("text", std::move(text))
        .set("notice_href", "")
        .set("notice_label", "");
}

} // namespace

Result<Response> plan(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    auto today = site.app().today();
    FormReader query(request.query);
    auto asked = query.date("ngay");
    auto wrong = query.problem();
    auto ceremony = asked.value_or(occasions_after(today).front().on);
    auto id = view.dossier.id;
    auto made = plan_ceremony(site.app(), asking(request), id, ceremony);
    if (!made && made.error().kind != Problem::Kind::invalid)
        return std::unexpected(made.error());
    if (!made)
        wrong = made.error();
    FormView form(path_of(id) + "/ke-hoach", "Tính lại", request.query, wrong ? &*wrong : nullptr);
    form.date("ngay", "Ngày tổ chức lễ khác", {.value = ceremony.vietnamese()});
    View content;
    content.set("head", page_head("Kế hoạch đến ngày lễ kết nạp", view.person.name,
                                  "Tính lùi từ ngày định tổ chức lễ: mỗi việc phải xong chậm nhất ngày nào."));
    content.set("tabs_label", "Ngày lễ").set("tabs", occasions_view(id, ceremony, today)).set("form", form.view());
    bool has_plan = made && !wrong;
    content.set("has_plan", has_plan);
    if (has_plan) {
        bool is_over = made->acts.empty();
        content.set("is_over", is_over).set("answer", answer_of(*made)).set("table", acts_table(*made));
    }
    content.set("dossier_href", path_of(id));
    return dossier_page(site, request, view, "dossiers/plan", "Kế hoạch đến ngày lễ kết nạp", std::move(content),
                        wrong ? &*wrong : nullptr);
}

} // namespace phusa::web::dossiers
