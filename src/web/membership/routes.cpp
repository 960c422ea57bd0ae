#include "web/membership/handlers.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::membership
{

void add_routes(Site& site)
{
    site.get("/ket-nap/{id:admission}/dinh-chinh", admission_form);
    site.post("/ket-nap/{id:admission}/dinh-chinh", correct_admission_form);
    site.post("/ket-nap/{id:admission}/huy", withdraw_admission_form);
    site.get("/bien-dong/{id:membership_event}/dinh-chinh", event_form);
    site.post("/bien-dong/{id:membership_event}/dinh-chinh", correct_event_form);
    site.post("/bien-dong/{id:membership_event}/huy", withdraw_event_form);
    site.get("/nguoi/{id:person}/ket-nap-moi", new_admission);
    site.post("/nguoi/{id:person}/ket-nap-moi", add_admission_form);
    site.get("/nguoi/{id:person}/bien-dong-moi", new_event);
    site.post("/nguoi/{id:person}/bien-dong-moi", add_event_form);
}

} // namespace phusa::web::membership
