#pragma once

#include "web/views/templates.hpp"

#include <map>
#include <string>

namespace phusa::web
{

// A mustache file with its partials put in. Partials that contain themselves stay tags, and their texts stand here.
struct Composed {
    std::string text;
    std::map<std::string, std::string, std::less<>> recursive;
};

// Throws std::runtime_error naming the file that is missing or breaks a rule of template_rules.hpp.
Composed compose(std::string_view name, const Templates::Source& source);

} // namespace phusa::web
