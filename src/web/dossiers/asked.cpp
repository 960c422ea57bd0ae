#include "web/dossiers/asked.hpp"

#include "app/gate.hpp"
#include "web/dossiers/address.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

Result<DossierView> asked_dossier(Site& site, const Request& request)
{
    return show_dossier(site.app(), asking(request), TRY(request.id<struct Dossier>("id")));
}

Result<const ActView*> asked_act(const DossierView& view, const Request& request)
{
    auto id = TRY(request.id<struct RecordedAct>("act"));
    auto found = std::ranges::find(view.acts, id, [](const ActView& each) { return each.act.id; });
    if (found == view.acts.end())
        return problem(Problem::Kind::not_found, "Không có việc này trong hồ sơ; có thể đã được rút lại.");
    return &*found;
}

bool may_record(const DossierView& view, std::string_view key)
{
    return std::ranges::find(view.may_record, key) != view.may_record.end();
}

std::string path_to_record(const DossierView& view, ActKind act, Matter about)
{
    if (act == ActKind::introduction && view.introduces_as)
        return fmt::format("{}/viec/{}", path_of(view.dossier.id),
                           *view.introduces_as == Introducer::youth_union ? "gioi-thieu-cua-doan"
                                                                          : "gioi-thieu-cua-cong-doan");
    return path_to_record(view.dossier.id, act, about);
}

bool may_change(Site& site, const Request& request, const DossierView& view)
{
    return may(site.app(), asking(request), Right::record_cell_acts, view.dossier.cell);
}

Result<void> pass_change(Site& site, const Request& request, const DossierView& view)
{
    if (may_change(site, request, view))
        return {};
    return problem(Problem::Kind::refused,
                   "Anh/chị chỉ được xem hồ sơ này. Việc này do chi bộ, cấp uỷ cơ sở hoặc cấp quyết định làm.");
}

Roster roster_of(Site& site, const Request& request, const DossierView& view, Date on)
{
    if (view.helper)
        return {{.id = *view.helper, .name = view.helper_name, .born = {}}};
    if (view.by_relation)
        return {};
    auto form = vote_form(site.app(), asking(request), view.dossier.id, Matter::admission, on);
    return form ? std::move(form->official) : Roster();
}

} // namespace phusa::web::dossiers
