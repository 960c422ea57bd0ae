#pragma once

#include "app/audit_rounds/checks.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"
#include "web/views/view.hpp"

namespace phusa::web::audit_rounds
{

// The form of one check sheet: every kind of fault with a box to tick, its severity and a note, and what is asked once.
// What was typed wins over what stands.
View check_form_view(const CheckSheet& sheet, Date today, const Fields& typed, const Problem* problem);

// What was sent; the Problem names the fields.
Result<CheckReturn> read_check(const Fields& form, AuditSampleId sample);

} // namespace phusa::web::audit_rounds
