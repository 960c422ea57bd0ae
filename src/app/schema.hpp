#pragma once

#include "app/app.hpp"

#include <string>
#include <vector>

namespace phusa
{

// Brings the schema up to date and names the steps that were missing: "0001_register".
std::vector<std::string> bring_schema_up_to_date(App& app);

} // namespace phusa
