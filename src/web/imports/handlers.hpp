#pragma once

#include "app/import/import.hpp"
#include "app/import/undo.hpp"
#include "app/import/waiting.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/site.hpp"

#include <string>

namespace phusa::web::imports
{

// The form to upload, and the list of past imports.
Result<Response> index(Site& site, const Request& request);
// Takes the file, keeps it, leads to its preview.
Result<Response> upload(Site& site, const Request& request);
// What would be written: GET shows; POST checks again with columns chosen by hand, or writes (field `write`).
Result<Response> preview(Site& site, const Request& request);
Result<Response> write(Site& site, const Request& request);
// The failing rows as a sheet.
Result<Response> failing(Site& site, const Request& request);
// An empty sheet with our heads.
Result<Response> sample(Site& site, const Request& request);
// Everything of a kind (`kind`) below a unit (`org`) as a file (`dang`: csv, xlsx, json), in the columns that import
// reads.
Result<Response> whole_kind(Site& site, const Request& request);
// One past import, what it changed, and taking it back.
Result<Response> past(Site& site, const Request& request);
Result<Response> undo(Site& site, const Request& request);

inline constexpr std::string_view section = "nhap";

} // namespace phusa::web::imports
