#pragma once

#include "web/views/view.hpp"

namespace phusa::web::style_guide
{

// The invented values that the style guide shows: assets/style-guide.json as a View.
View sample();

} // namespace phusa::web::style_guide
