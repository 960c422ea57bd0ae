#pragma once

#include "app/membership_correction.hpp"
#include "web/audit_log/sentences.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/membership/handlers.hpp"
#include "web/people/address.hpp"

#include <fmt/format.h>

#include <string>

namespace phusa::web::membership
{

inline View taken_away_view(const std::vector<TakenAway>& rows)
{
    TableView table("Đã tải ra từ khi ghi");
    table.quiet_caption().column("Lúc").column("Người tải").column("Việc").column("Phạm vi");
    for (const auto& row : rows)
        table.row({{.text = vietnamese_time(row.at)},
                   {.text = row.by},
                   {.text = std::string(audit_log::phrase_for(row.action))},
                   {.text = row.unit}});
    table.empty("Chưa có danh sách hay tệp nào được tải ra từ khi ghi");
    return std::move(table).view();
}

// The page of one fact: the correction, taking it back, and what rests on it. `view` is as it stands now.
template<typename Fact>
Response fact_page(Site& site, const Request& request, const FactView<Fact>& view, std::string heading, View form,
                   const Problem* problem, const Problem* withdrawal)
{
    auto person = people::path_of(view.person.id);
    View content;
    auto lead = fmt::format("Do {} ghi lúc {}. Bản cũ vẫn được giữ, kèm người sửa và lý do.", view.recorded_by,
                            vietnamese_time(view.recorded_at));
    content.set("head", page_head(heading, view.person.name, lead)).set("form", std::move(form));
    View::List forms;
    for (const auto& each : view.forms)
        forms.push_back(each);
    content.set("forms", View(std::move(forms)));
    content.set("has_dossier", view.made_by.has_value());
    content.set("dossier_href", view.made_by ? dossiers::path_of(*view.made_by) : std::string());
    content.set("taken_total", std::to_string(view.taken_away_total)).set("taken", taken_away_view(view.taken_away));
    auto action = path_of(view.fact.id);
    FormView undo(action.substr(0, action.rfind('/')) + "/huy", "Huỷ việc ghi nhầm",
                  withdrawal ? request.form : Fields(), withdrawal);
    undo.longer("withdrawal_reason", "Vì sao huỷ",
                {.hint = "Việc này chưa từng có; số liệu sẽ không tính nữa", .required = true})
        .hidden("version", std::to_string(view.fact.version));
    content.set("withdrawal", undo.view());
    Page page{.view = "membership/fact", .title = std::move(heading), .section = "nguoi"};
    page.crumbs.emplace_back(view.person.name, person);
    const auto* wrong = problem ? problem : withdrawal;
    page.status = wrong ? status_of(wrong->kind) : 200;
    return site.page(request, page, std::move(content));
}

inline std::string told(std::string_view done, const std::vector<std::string>& forms)
{
    return fmt::format("{} Số liệu thay đổi ở: {}.", done, fmt::join(forms, "; "));
}

} // namespace phusa::web::membership
