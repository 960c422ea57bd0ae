#include "web/search/handlers.hpp"

namespace phusa::web::search
{

void add_routes(Site& site)
{
    site.get("/tim", page);
    site.get("/tim.json", json);
}

} // namespace phusa::web::search
