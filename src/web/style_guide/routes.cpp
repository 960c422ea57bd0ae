#include "web/site/resources.hpp"
#include "web/site/site.hpp"
#include "web/style_guide/sample.hpp"

namespace phusa::web::style_guide
{

namespace
{

Result<Response> show(Site& site, const Request& request)
{
    return site.page(request, {.view = "style_guide/show", .title = "Kiểu mẫu"}, sample());
}

} // namespace

// Every reusable view on one page; open to all who are signed in, linked from nowhere.
void add_routes(Site& site) { site.get("/kieu-mau", show); }

} // namespace phusa::web::style_guide
