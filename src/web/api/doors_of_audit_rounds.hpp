#pragma once

namespace phusa::web
{

class Site;

namespace api
{

void add_audit_round_doors(Site& site);

} // namespace api

} // namespace phusa::web
