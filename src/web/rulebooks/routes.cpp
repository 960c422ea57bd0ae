#include "app/rulebooks/addition.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::rulebooks
{

namespace
{

constexpr std::size_t form_bytes = 64 * 1024; // what a multipart form says beside its file

} // namespace

void add_routes(Site& site)
{
    site.add(Section{
        .key = std::string(section), .title = "Quy định", .path = "/quy-dinh", .icon = "rulebook", .order = 60});
    add_list(site, "/quy-dinh", list, list_rows);
    site.get("/quy-dinh/them", upload_form);
    site.add(Route{.method = Method::post,
                   .pattern = "/quy-dinh/them",
                   .access = Access::signed_in,
                   .handler = {},
                   .body_bytes_max = rulebook_file_bytes_max + form_bytes},
             upload);
    site.get("/quy-dinh/{so}", show);
    add_list(site, "/quy-dinh/{so}/tri-so", show, show_rows);
    site.get("/quy-dinh/{so}/dat", form);
    site.post("/quy-dinh/{so}/dat", set);
    add_list(site, "/quy-dinh/{so}/anh-huong", preview, preview_rows);
    site.get("/quy-dinh/{so}/go", removal);
    site.post("/quy-dinh/{so}/go", remove);
    site.get("/quy-dinh/rut-lai/{lan}", taking_back);
    site.post("/quy-dinh/rut-lai/{lan}", take_back);
    site.get("/quy-dinh/du-thao/{so}", draft);
    add_list(site, "/quy-dinh/du-thao/{so}/anh-huong", draft, draft_rows);
    site.post("/quy-dinh/du-thao/{so}/ap-dung", adopt);
    site.post("/quy-dinh/du-thao/{so}/bo", drop);
}

} // namespace phusa::web::rulebooks
