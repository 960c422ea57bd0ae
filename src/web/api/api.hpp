#pragma once

#include "web/site/site.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa::web
{

// What /api/openapi.json says of one operation. Path parameters are read from the pattern.
struct Operation {
    struct Parameter {
        std::string name;
        std::string description;
        std::string type = "string"; // JSON schema: string, integer, boolean
        std::string format = {};     // "date"
    };

    std::string summary;                    // English, one line
    std::string answers = {};               // name of the schema of the answer; empty for 204
    bool is_list = false;                   // {"items":[…],"next":…,"total":N} of it
    std::string reads = {};                 // name of the schema of the JSON body; empty for none
    std::vector<Parameter> parameters = {}; // of the query
};

// A door of the API: bearer token, or a session with X-CSRF-Token. Errors are problem+json.
void add_api(Site& site, Method method, std::string pattern, Operation operation, PageHandler handler);
// A JSON schema by name, as JSON text, for the operations that name it.
void add_api_schema(std::string name, std::string_view json_text);

} // namespace phusa::web
