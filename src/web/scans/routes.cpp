#include "web/scans/handlers.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::scans
{

namespace
{

constexpr std::size_t form_bytes = 64 * 1024; // what a form says beside its files

void add_upload(Site& site, std::string pattern, std::size_t bytes_max, PageHandler handler)
{
    site.add(Route{.method = Method::post,
                   .pattern = std::move(pattern),
                   .access = Access::signed_in,
                   .handler = {},
                   .body_bytes_max = bytes_max + form_bytes},
             std::move(handler));
}

} // namespace

void add_routes(Site& site)
{
    site.get("/ho-so/{id:dossier}/ban-quet", list);
    add_upload(site, "/ho-so/{id:dossier}/ban-quet", 2 * limit::scan_bytes_max, file);
    site.post("/ho-so/{id:dossier}/ban-quet/tron-bo", bundle);
    site.get("/ho-so/{id:dossier}/ban-quet/{scan:scan}", show);
    site.post("/ho-so/{id:dossier}/ban-quet/{scan:scan}/xem", look);
    site.post("/ho-so/{id:dossier}/ban-quet/{scan:scan}/tai", take);
    add_upload(site, "/ho-so/{id:dossier}/ban-quet/{scan:scan}/ban-moi", limit::scan_bytes_max, renew);
    site.post("/ho-so/{id:dossier}/ban-quet/{scan:scan}/bo", trash);
    site.post("/ho-so/{id:dossier}/ban-quet/{scan:scan}/lay-lai", restore);
}

} // namespace phusa::web::scans
