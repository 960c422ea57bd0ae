#include "web/reminders/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::reminders
{

void add_routes(Site& site)
{
    site.add(Section{.key = "nhac-viec",
                     .title = "Nhắc việc",
                     .path = std::string(list_path),
                     .icon = "reminder",
                     .right = Right::record_remarks,
                     .order = 6});
    add_list(site, std::string(list_path), list, rows);
    site.get("/nhac-viec/thu", mails);
    site.get(std::string(own_path), own);
    site.post(std::string(own_path), choose);
    site.post("/ca-nhan/nhac-viec/lich", make_calendar);
    site.post("/ca-nhan/nhac-viec/lich/thu-hoi", revoke_calendar);
    // Calendars have no session: knowing the address is the key.
    site.get("/lich/{file}", calendar, Access::open);
}

} // namespace phusa::web::reminders
