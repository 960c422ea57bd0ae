#include "app/kit/printing.hpp"

#include "app/dossiers/list.hpp"
#include "app/organisations.hpp"
#include "app/papers/pdf.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/kit/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace phusa::web::kit
{

namespace
{

std::vector<DossierId> dossiers_in(const Fields& fields)
{
    std::vector<DossierId> dossiers;
    for (auto text : fields.all("ho_so")) {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        dossiers.emplace_back(number);
    }
    return dossiers;
}

View::List lines_of(const DossierPage& list, const std::vector<DossierId>& chosen, bool is_small)
{
    View::List lines;
    for (const auto& line : list.rows)
        lines.push_back(
            View()
                .set("dossier", line.id.value)
                .set("dossier_name", line.name)
                .set("dossier_note", fmt::format("{}; tiếp theo: {}", line.cell_name, line.next_title))
                .set("is_chosen", chosen.empty() ? is_small : std::ranges::find(chosen, line.id) != chosen.end()));
    return lines;
}

View::List papers_to_choose(KitPapers chosen)
{
    View::List choices;
    for (auto papers : all_kit_papers())
        choices.push_back(View()
                              .set("papers", std::string(key_of(papers)))
                              .set("papers_title", std::string(title_of(papers)))
                              .set("is_chosen", papers == chosen));
    return choices;
}

Result<Response> page(Site& site, const Request& request, const OrganisationView& unit, const Problem* problem)
{
    const auto& sent = request.form.empty() ? request.query : request.form;
    DossierQuestion question{
        .organisation = unit.organisation.id, .words = clean_text(sent.text("q")), .rows = kit_dossiers_max};
    auto list = TRY(list_dossiers(site.app(), asking(request), question));
    auto chosen = kit_papers(sent.text("giay")).value_or(KitPapers::next);
    constexpr std::int64_t one_cell = 15; // more are of several cells: nobody prints them all at once
    View content;
    content.set("head", page_head("In bộ giấy", unit.organisation.name,
                                  "Mỗi trang in ra có một mã ở góc dưới bên trái. Ký xong, quét cả tập và gửi ở trang "
                                  "Quét giấy: giấy tự về đúng hồ sơ."));
    content.set("error", problem ? problem->message : std::string()).set("has_pdf", has_pdf(site.app()));
    auto lines = lines_of(list, dossiers_in(request.form), list.total <= one_cell);
    content.set("has_dossiers", !lines.empty()).set("dossiers", View(std::move(lines)));
    content.set("choices", View(papers_to_choose(chosen))).set("q", question.words);
    auto left = list.total - static_cast<std::int64_t>(list.rows.size());
    content.set("more", left > 0 ? vietnamese_number(left) : std::string());
    content.set("empty_heading", "Không có hồ sơ đang làm ở đây");
    content.set("path", fmt::format("/to-chuc/{}/bo-giay", unit.organisation.id.value));
    Page look{.view = "kit/print", .title = "In bộ giấy", .section = section};
    look.crumbs = {{"Quét giấy", "/ban-quet"},
                   {unit.organisation.name, fmt::format("/to-chuc/{}", unit.organisation.id.value)}};
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

Result<OrganisationView> asked_unit(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Organisation>("id"));
    return show_organisation(site.app(), asking(request), id, site.app().today());
}

} // namespace

Result<Response> print_form(Site& site, const Request& request)
{
    return page(site, request, TRY(asked_unit(site, request)), nullptr);
}

Result<Response> print(Site& site, const Request& request)
{
    auto unit = TRY(asked_unit(site, request));
    auto which = kit_papers(request.form.text("giay"));
    if (!which)
        return page(site, request, unit, nullptr);
    auto kit = print_kit(site.app(), asking(request), dossiers_in(request.form), *which);
    if (!kit)
        return page(site, request, unit, &kit.error());
    return download(fmt::format("Bộ giấy {}.pdf", unit.organisation.name), "application/pdf", std::move(kit->pdf));
}

} // namespace phusa::web::kit
