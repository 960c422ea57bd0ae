#pragma once

#include "app/export.hpp"
#include "app/quality/worklist.hpp"
#include "web/site/site.hpp"

#include <string>
#include <string_view>

namespace phusa::web::quality
{

inline constexpr std::string_view section = "chat-luong";

// What is missing, implausible and there twice, by unit (`don_vi`), and as a table for files.
Result<Response> index(Site& site, const Request& request);
Result<TableStream> index_rows(Site& site, const Request& request);
// The people of one check (`loi`) or group (`nhom`), and all of them as a table.
Result<Response> list(Site& site, const Request& request);
Result<TableStream> list_rows(Site& site, const Request& request);
// The question of a list from a query: page keys don_vi, loi, nhom, tu.
Result<FaultQuestion> question_of(const Fields& query);
std::string list_path(const FaultQuestion& question);

// Two records beside each other: the form (GET), becoming one, and what is no duplicate.
Result<Response> comparison(Site& site, const Request& request);
Result<Response> merge(Site& site, const Request& request);
Result<Response> distinct(Site& site, const Request& request);
Result<Response> indistinct(Site& site, const Request& request);
Result<Response> unmerge(Site& site, const Request& request);
Result<Response> done(Site& site, const Request& request);
std::string comparison_path(PersonId kept, PersonId other);

// The correction sheets of a cell or of all cells below a unit, to print; the cell as a spreadsheet; the return.
Result<Response> sheets(Site& site, const Request& request);
Result<Response> sheet_file(Site& site, const Request& request);
Result<Response> entry(Site& site, const Request& request);
Result<Response> take_entry(Site& site, const Request& request);

} // namespace phusa::web::quality
