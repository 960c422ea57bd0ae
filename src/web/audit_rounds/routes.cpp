#include "web/audit_rounds/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::audit_rounds
{

void add_routes(Site& site)
{
    site.add(Section{.key = std::string(section),
                     .title = "Kiểm tra mẫu",
                     .path = "/kiem-tra-mau",
                     .icon = "check",
                     .right = Right::see_dossiers,
                     .order = 74});
    add_list(site, "/kiem-tra-mau", index, index_rows);
    site.get("/kiem-tra-mau/moi", preview);
    site.post("/kiem-tra-mau/moi", fix);
    site.get("/kiem-tra-mau/dot/{id:audit_round}", round);
    add_list(site, "/kiem-tra-mau/dot/{id:audit_round}/ho-so", samples, sample_rows);
    add_list(site, "/kiem-tra-mau/dot/{id:audit_round}/ve", lots, lot_rows);
    site.get("/kiem-tra-mau/dot/{id:audit_round}/ket-thuc", closing);
    site.post("/kiem-tra-mau/dot/{id:audit_round}/ket-thuc", close);
    site.get("/kiem-tra-mau/dot/{id:audit_round}/phieu-in", printed);
    site.get("/kiem-tra-mau/cua-toi", mine);
    site.get("/kiem-tra-mau/phieu/{id:audit_sample}", check_form);
    site.post("/kiem-tra-mau/phieu/{id:audit_sample}", take_check);
    add_list(site, "/kiem-tra-mau/khac-phuc", corrections, correction_rows);
    site.get("/kiem-tra-mau/khac-phuc/{id:check_fault}", correction);
    site.post("/kiem-tra-mau/khac-phuc/{id:check_fault}", correct);
    site.post("/kiem-tra-mau/khac-phuc/{id:check_fault}/xac-nhan", confirm);
    site.post("/kiem-tra-mau/khac-phuc/{id:check_fault}/tra-lai", send_back);
    add_list(site, "/kiem-tra-mau/thong-ke", statistics, statistics_rows);
}

} // namespace phusa::web::audit_rounds
