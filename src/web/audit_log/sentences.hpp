#pragma once

#include "domain/audit_row.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa::web::audit_log
{

// What somebody did, as a person reads it: "đã cấp vai trò". An action without words of its own is shown as it is.
std::string phrase_for(std::string_view action);

// Groups of actions for choosing: prefix and title.
struct ActionGroup {
    std::string_view prefix; // "session."
    std::string_view title;  // "Đăng nhập"
};
std::span<const ActionGroup> action_groups();

// Where the subject of a row can be seen, and how to call it; both empty for what has no page, and where somebody did
// something with their own account.
struct SubjectLink {
    std::string href;
    std::string text; // by its name where the row says it, else "người số 42"
};
SubjectLink subject_of(const AuditRow& row);

// The details of a row as label and value, in Vietnamese where there are words for them.
std::vector<std::pair<std::string, std::string>> details_of(std::string_view json);

} // namespace phusa::web::audit_log
