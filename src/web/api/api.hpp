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
        std::string type = "string"; // of JSON schema: string, integer, boolean
        std::string format = {};     // "date"
    };

    std::string summary;                    // English, one line
    std::string answers = {};               // name of the schema of the answer; empty for 204
    bool is_list = false;                   // {"items":[…],"next":…,"total":N} of it
    std::string reads = {};                 // name of the schema of the JSON body; empty for none
    std::vector<Parameter> parameters = {}; // of the query
};

// Everything that is said of the API; each Site has one.
class ApiDescription
{
public:
    struct Door {
        Method method = Method::get;
        std::string pattern;
        Operation operation;
    };

    void add(Door door) { doors_.push_back(std::move(door)); }
    // A JSON schema by name, as JSON text.
    void add_schema(std::string name, std::string json_text);
    // The whole OpenAPI 3.1 document. Asserts that every schema an operation names is there.
    std::string openapi() const;

private:
    std::vector<Door> doors_;
    std::vector<std::pair<std::string, std::string>> schemas_;
};

// A door of the API: bearer token, or a session with X-CSRF-Token. Errors are problem+json.
void add_api(Site& site, Method method, std::string pattern, Operation operation, PageHandler handler);

// The fields of a JSON object: texts, numbers and booleans. The Problem names what cannot be read and keys that are not
// among `known`.
Result<Fields> read_json(const Request& request, const std::vector<std::string_view>& known);

// How many items a list may have: `limit` of the query, 50 where absent, at most limit::api_page_rows_max.
Result<std::size_t> rows_asked(const Request& request);

namespace api
{
void add_account_doors(Site& site);
void add_audit_doors(Site& site);
void add_organisation_doors(Site& site);
void add_people_doors(Site& site);
void add_admission_doors(Site& site);
void add_dossier_doors(Site& site);
void add_rulebook_doors(Site& site);
void add_data_quality_doors(Site& site);
} // namespace api

} // namespace phusa::web
