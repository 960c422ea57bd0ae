#pragma once

namespace phusa::web
{

class Site;

namespace api
{
void add_reminder_doors(Site& site);
} // namespace api

} // namespace phusa::web
