#include "app/scans/filing.hpp"
#include "app/scans/views.hpp"
#include "base/clock.hpp"
#include "web/api/api.hpp"
#include "web/api/doors_of_scans.hpp"
#include "web/scans/look.hpp"

#include <boost/json.hpp>

#include <utility>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view scan_schema = R"({
    "type": "object",
    "required": ["id", "act", "code", "title", "type", "bytes", "pages", "sha256", "number", "filed_at", "in_trash"],
    "properties": {
        "id": {"type": "integer"},
        "act": {"type": "integer", "description": "the act of the dossier that it belongs to"},
        "code": {"type": "string", "description": "of its form; empty for a paper without one"},
        "title": {"type": "string"}, "type": {"type": "string", "enum": ["pdf", "jpg", "png", "tif"]},
        "bytes": {"type": "integer"}, "pages": {"type": "integer"},
        "sha256": {"type": "string", "description": "of the plain file, hex"},
        "number": {"type": "integer", "description": "which scan of the same paper, from 1; the list has the newest"},
        "filed_at": {"type": "string", "format": "date-time"}, "filed_by": {"type": "string"},
        "in_trash": {"type": "boolean"}}})";

constexpr std::string_view look_schema = R"({
    "type": "object", "required": ["reason"],
    "properties": {"reason": {"type": "string", "description": "why; it is recorded with the look"}}})";

boost::json::object item_of(const ScanView& view)
{
    const auto& scan = view.scan;
    return {{"id", scan.id.value},       {"act", scan.act.value},
            {"code", scan.code},         {"title", view.title},
            {"type", key_of(scan.type)}, {"bytes", scan.bytes},
            {"pages", scan.pages},       {"sha256", scan.sha256},
            {"number", scan.number},     {"filed_at", iso_time(scan.filed_at)},
            {"filed_by", view.filed_by}, {"in_trash", scan.is_in_trash()}};
}

Result<Response> list(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Dossier>("id"));
    auto shown = TRY(show_scans(site.app(), asking(request), id));
    boost::json::array items;
    for (const auto& act : shown.acts)
        for (const auto& scan : act.papers)
            items.push_back(item_of(scan));
    for (const auto* others : {&shown.loose, &shown.trash})
        for (const auto& scan : *others)
            items.push_back(item_of(scan));
    auto total = items.size();
    return json(
        boost::json::serialize(boost::json::object{{"items", std::move(items)}, {"next", nullptr}, {"total", total}}));
}

Result<Response> take(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Dossier>("id"));
    auto scan = TRY(request.id<struct phusa::Scan>("scan"));
    // Whoever may not see it learns nothing of what the body should look like.
    TRY(show_scan(site.app(), asking(request), id, scan));
    auto fields = TRY(read_json(request, {"reason"}));
    auto file = TRY(read_scan(site.app(), asking(request), id, scan, ScanLook::as_file, fields.text("reason")));
    return scans::foreign_file(file.name, media_type_of(file.scan.type), std::move(file.bytes));
}

} // namespace

void add_scan_doors(Site& site)
{
    site.api().add_schema("Scan", std::string(scan_schema));
    site.api().add_schema("ScanLook", std::string(look_schema));
    add_api(site, Method::get, "/api/v1/dossiers/{id:dossier}/scans",
            {.summary = "Scans of a dossier: of each paper the newest, those of withdrawn acts, and the trash",
             .answers = "Scan",
             .is_list = true},
            list);
    add_api(site, Method::post, "/api/v1/dossiers/{id:dossier}/scans/{scan:scan}/file",
            {.summary = "The file of a scan; the look is recorded with its reason", .reads = "ScanLook"}, take);
}

} // namespace phusa::web::api
