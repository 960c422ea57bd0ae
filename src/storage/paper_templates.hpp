#pragma once

#include "base/result.hpp"
#include "domain/made_paper.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// Those that stand, of every unit, by form.
std::vector<PaperTemplate> paper_templates(Session& session);
std::vector<PaperTemplate> paper_templates_for(Session& session, std::string_view code, std::string_view set);
// Every version ever sent, the newest first.
std::vector<Recorded<PaperTemplate>> paper_template_history(Session& session);
// One version, also one that was replaced, and its Word file.
std::optional<PaperTemplate> paper_template_version(Session& session, std::int64_t version);
std::string paper_template_content(Session& session, std::int64_t version);

// The first version where `file.id` is 0, else one more: conflict when `file.version` no longer stands.
Result<PaperTemplateId> put_paper_template(Transaction& transaction, const PaperTemplate& file,
                                           std::string_view content, AuditNumber by);
// The template of the program is used again.
Result<void> withdraw_paper_template(Transaction& transaction, const PaperTemplate& read, AuditNumber by);

} // namespace phusa::storage
