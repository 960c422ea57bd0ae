#pragma once

#include "app/audit_log.hpp"
#include "app/export.hpp"
#include "web/http/fields.hpp"
#include "web/site/site.hpp"

namespace phusa::web::audit_log
{

Result<Response> list(Site& site, const Request& request);
Result<TableStream> rows(Site& site, const Request& request);
// Walks the whole chain and says whether it holds.
Result<Response> verification(Site& site, const Request& request);

// What a query asks of the log: q, nhom, nguoi, tu, den, truoc. The Problem names the field that cannot be read.
Result<AuditQuestion> question_of(const Fields& query);

} // namespace phusa::web::audit_log
