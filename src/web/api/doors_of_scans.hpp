#pragma once

namespace phusa::web
{

class Site;

namespace api
{

void add_scan_doors(Site& site);

} // namespace api

} // namespace phusa::web
