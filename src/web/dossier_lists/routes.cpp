#include "web/dossier_lists/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::dossier_lists
{

namespace
{

void add_sections(Site& site)
{
    site.add(Section{.key = "viec-can-lam",
                     .title = "Việc cần làm",
                     .path = "/viec-can-lam",
                     .icon = "tasks",
                     .right = Right::record_remarks,
                     .order = 5});
    site.add(Section{.key = "ho-so",
                     .title = "Hồ sơ kết nạp",
                     .path = "/ho-so",
                     .icon = "dossiers",
                     .right = Right::see_dossiers,
                     .order = 12});
    site.add(Section{.key = "du-bi",
                     .title = "Đảng viên dự bị",
                     .path = "/du-bi",
                     .icon = "probation",
                     .right = Right::see_dossiers,
                     .order = 14});
    site.add(Section{.key = "quyet-dinh",
                     .title = "Sổ quyết định",
                     .path = "/quyet-dinh",
                     .icon = "decision",
                     .right = Right::see_dossiers,
                     .order = 16});
    site.add(Section{.key = "phieu-chuyen",
                     .title = "Phiếu chuyển",
                     .path = "/phieu-chuyen",
                     .icon = "move",
                     .right = Right::see_dossiers,
                     .order = 18});
}

} // namespace

void add_routes(Site& site)
{
    add_sections(site);
    site.get("/", home);
    add_list(site, "/viec-can-lam", tasks, task_rows);
    add_list(site, "/ho-so", pipeline, pipeline_rows);
    add_list(site, "/du-bi", probation, probation_rows);
    add_list(site, "/quyet-dinh", decisions, decision_rows);
    add_list(site, "/phieu-chuyen", moves, move_rows);
    site.get("/phieu-chuyen/{id:dossier_move}/tiep-nhan", acceptance);
    site.post("/phieu-chuyen/{id:dossier_move}/tiep-nhan", accept);
    site.get("/phieu-chuyen/{id:dossier_move}/tra-lai", return_form);
    site.post("/phieu-chuyen/{id:dossier_move}/tra-lai", take_back);
}

} // namespace phusa::web::dossier_lists
