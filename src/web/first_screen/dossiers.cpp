#include "app/dossiers/list.hpp"
#include "base/number_text.hpp"
#include "web/dossier_lists/address.hpp"
#include "web/first_screen/handlers.hpp"

#include <fmt/core.h>

namespace phusa::web::first_screen
{

std::optional<View> dossier_tile(Site& site, const Request& request, OrganisationId unit)
{
    dossier_lists::AskedDossiers asked;
    asked.question.organisation = unit;
    asked.question.rows = 1;
    auto dossiers = list_dossiers(site.app(), asking(request), asked.question);
    if (!dossiers)
        return std::nullopt;
    auto late = dossiers->late == 0 ? std::string("không hồ sơ nào quá hạn")
                                    : fmt::format("{} quá hạn", vietnamese_number(dossiers->late));
    return View()
        .set("label", "Hồ sơ kết nạp đang làm")
        .set("number", vietnamese_number(dossiers->total))
        .set("unit", "hồ sơ")
        .set("tile_href", dossiers->total == 0 ? std::string() : dossier_lists::path_of(asked))
        .set("change", "")
        .set("direction", "even")
        .set("good", false)
        .set("bad", false)
        .set("note", std::move(late));
}

} // namespace phusa::web::first_screen
