#include "web/dossiers/handlers.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::dossiers
{

void add_routes(Site& site)
{
    auto both = [&](const char* pattern, PageHandler form, PageHandler deed) {
        site.get(pattern, std::move(form));
        site.post(pattern, std::move(deed));
    };
    both("/ho-so/moi", new_dossier, open);
    site.get("/ho-so/{id:dossier}", show);
    site.get("/ho-so/{id:dossier}/ke-hoach", plan);
    site.get("/ho-so/{id:dossier}/soat-xet", review);
    both("/ho-so/{id:dossier}/giay", paper_list, make);
    site.post("/ho-so/{id:dossier}/giay/{paper:made_paper}/thu-hoi", take_back);
    both("/ho-so/{id:dossier}/thong-tin", facts, correct_facts);
    both("/ho-so/{id:dossier}/dong", closing, close);
    both("/ho-so/{id:dossier}/mo-lai", reopening, reopen);
    both("/ho-so/{id:dossier}/chuyen", slip, send);
    both("/ho-so/{id:dossier}/viec/{act}", new_act, record);
    both("/ho-so/{id:dossier}/bieu-quyet/{about}", vote, record_vote);
    site.get("/ho-so/{id:dossier}/viec-da-ghi/{act:recorded_act}", show_act);
    both("/ho-so/{id:dossier}/viec-da-ghi/{act:recorded_act}/sua", correction, correct);
    both("/ho-so/{id:dossier}/viec-da-ghi/{act:recorded_act}/rut", withdrawal, withdraw);
    both("/ho-so/{id:dossier}/viec-da-ghi/{act:recorded_act}/huy", cancelling, cancel);
    both("/ho-so/{id:dossier}/viec-da-ghi/{act:recorded_act}/thua-nhan", remedy_form, remedy);
}

} // namespace phusa::web::dossiers
