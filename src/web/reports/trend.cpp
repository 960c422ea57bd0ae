#include "app/gate.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/handlers.hpp"
#include "web/reports/pivot_view.hpp"

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view page_title = "Xu hướng";
constexpr auto option = "theo";

Page page_of()
{
    return {.view = "reports/trend",
            .title = std::string(page_title),
            .section = "bao-cao",
            .crumbs = {{"Báo cáo", "/bao-cao"}}};
}

Response form_again(Site& site, const Request& request, const Problem& problem)
{
    View content;
    content.set("head", page_head(std::string(page_title), "Báo cáo"));
    content.set("form", trend_form(site, request, nullptr, nullptr, &problem)).set("has_table", false);
    return site.form_again(request, page_of(), std::move(content), problem);
}

} // namespace

Result<Response> show_trend(Site& site, const Request& request)
{
    auto asked = read_trend(request.query);
    if (!asked)
        return form_again(site, request, asked.error());
    auto followed = trend(site.app(), asking(request), asked->question, option);
    if (!followed && followed.error().kind == Problem::Kind::invalid)
        return form_again(site, request, followed.error());
    if (!followed)
        return std::unexpected(followed.error());
    bool opens = may(site.app(), asking(request), Right::see_people, followed->unit.id);
    auto fields = fields_of(*asked);
    auto rising = rising_words(*followed);
    View content;
    content.set("head", page_head(followed->unit.name, std::string(page_title),
                                  scope_lead(followed->period, followed->structure, followed->as_of)));
    content.set("form", trend_form(site, request, &*asked, &*followed, nullptr)).set("has_table", true);
    content.set("table_title", followed->title).set("table", trend_view(*followed, asked->shows_shares, opens));
    content.set("has_rising", !rising.empty()).set("rising", rising);
    content.set("has_chart", followed->spans.size() > 1);
    content.set("chart", trend_chart(*followed, asked->shows_shares, opens));
    add_filter_chips(content, asked->question.filters, followed->filters, trend_path, fields);
    add_tools(content, site, request, trend_path, fields);
    return site.page(request, page_of(), std::move(content));
}

Result<TableStream> trend_rows(Site& site, const Request& request)
{
    auto asked = TRY(read_trend(request.query));
    return stream_of(trend_sheet(TRY(trend(site.app(), asking(request), asked.question, option))));
}

} // namespace phusa::web::reports
