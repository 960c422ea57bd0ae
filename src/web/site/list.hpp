#pragma once

#include "app/export.hpp"
#include "web/site/site.hpp"

#include <functional>
#include <string>

namespace phusa::web
{

// All rows of a list for the question in the request's query, without paging.
using ListSource = std::function<Result<TableStream>(Site&, const Request&)>;

// A list that can be had as page, CSV, XLSX and JSON with the same rows: registers `path`, `path`.csv, .xlsx and .json.
// `path` may have parameters but must not end in one.
void add_list(Site& site, const std::string& path, PageHandler page, ListSource rows);

// The file for the ending that was asked for.
Response file_of(TableStream table, ExportFormat format, std::string_view filename);

} // namespace phusa::web
