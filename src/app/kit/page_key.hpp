#pragma once

#include "base/sealing.hpp"

namespace phusa
{

class App;

// Under which the codes on printed pages are sealed.
SecretKey page_code_key(const App& app);

} // namespace phusa
