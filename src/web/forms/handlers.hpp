#pragma once

#include "app/export.hpp"
#include "app/forms/form_people.hpp"
#include "app/forms/form_sheet.hpp"
#include "web/http/fields.hpp"
#include "web/site/site.hpp"

#include <string>

// Statistical forms. A form is asked for by `don_vi`, `tu` and `den` (or `ky`), `co_cau` and `dong_so`, the number of
// the audit row up to which the register is read.
namespace phusa::web::forms
{

// The forms that there are.
Result<Response> list(Site& site, const Request& request);
// One of them, as it is printed; the same figures as files; what each row counts.
Result<Response> show(Site& site, const Request& request);
Result<TableStream> figures(Site& site, const Request& request);
Result<Response> printed(Site& site, const Request& request);
Result<Response> definitions(Site& site, const Request& request);
// The people or units behind one number: `dong` is the key of the row, `cot` = "truoc" the column of the year before.
Result<Response> show_entries(Site& site, const Request& request);
Result<TableStream> entries(Site& site, const Request& request);

// /api/v1/reports/forms, …/{code}, …/{code}/entries
Result<Response> answer_list(Site& site, const Request& request);
Result<Response> answer(Site& site, const Request& request);
Result<Response> answer_entries(Site& site, const Request& request);

// The question in the query of a page; the Problem names the field that is wrong.
Result<FormQuestion> asked_of(const Request& request);
// The query that asks for exactly this form again.
std::string query_of(const FormSheet& sheet);
std::string path_of(const stats::Form& form);

} // namespace phusa::web::forms
