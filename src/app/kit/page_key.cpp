#include "app/kit/page_key.hpp"

#include "app/app.hpp"
#include "app/site_key.hpp"

namespace phusa
{

SecretKey page_code_key(const App& app) { return site_key(app.settings().data_folder).derived("pagecode"); }

} // namespace phusa
