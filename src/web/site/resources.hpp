#pragma once

namespace phusa::web
{

class Site;

// One function per folder of web/, in the folder's own namespace, beside its handlers.
namespace organisations
{
void add_routes(Site& site);
}
namespace people
{
void add_routes(Site& site);
}
namespace search
{
void add_routes(Site& site);
}
namespace dossier_lists
{
void add_routes(Site& site);
}
namespace dossiers
{
void add_routes(Site& site);
}
namespace first_screen
{
void add_routes(Site& site);
}
namespace sign_in
{
void add_routes(Site& site);
}
namespace accounts
{
void add_routes(Site& site);
}
namespace own_account
{
void add_routes(Site& site);
}
namespace audit_log
{
void add_routes(Site& site);
}
namespace style_guide
{
void add_routes(Site& site);
}
namespace rulebooks
{
void add_routes(Site& site);
}
namespace imports
{
void add_routes(Site& site);
}
namespace paper_forms
{
void add_routes(Site& site);
}
namespace kit
{
void add_routes(Site& site);
}
namespace scans
{
void add_routes(Site& site);
}
namespace membership
{
void add_routes(Site& site);
}
namespace quality
{
void add_routes(Site& site);
}
namespace audit_rounds
{
void add_routes(Site& site);
}
namespace reports
{
void add_routes(Site& site);
}
namespace forms
{
void add_routes(Site& site);
}
namespace saved_views
{
void add_routes(Site& site);
}
namespace reminders
{
void add_routes(Site& site);
}
namespace api
{
void add_routes(Site& site);
}

// Every door of the site.
void add_all_routes(Site& site);

} // namespace phusa::web
