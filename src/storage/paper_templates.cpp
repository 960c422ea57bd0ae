#include "storage/paper_templates.hpp"

#include "base/sealing.hpp"
#include "storage/paper_shelves.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

std::vector<PaperTemplate> paper_templates(Session& session)
{
    return facts_where<PaperTemplate>(session, "v.replaced_in IS NULL ORDER BY v.code, v.form_set, v.id");
}

std::vector<PaperTemplate> paper_templates_for(Session& session, std::string_view code, std::string_view set)
{
    return facts_where<PaperTemplate>(session, "v.code = ? AND v.form_set = ? AND v.replaced_in IS NULL ORDER BY v.id",
                                      code, set);
}

std::vector<Recorded<PaperTemplate>> paper_template_history(Session& session)
{
    return history_where<PaperTemplate>(session, "v.version > 0 ORDER BY v.version DESC");
}

std::optional<PaperTemplate> paper_template_version(Session& session, std::int64_t version)
{
    return fact_where<PaperTemplate>(session, "v.version = ?", version);
}

std::string paper_template_content(Session& session, std::int64_t version)
{
    auto hex = session.connection()
                   .query("SELECT content FROM paper_template WHERE version = ?")
                   .bind(version)
                   .value<std::string>();
    return from_hex(hex.value_or("")).value_or("");
}

Result<PaperTemplateId> put_paper_template(Transaction& transaction, const PaperTemplate& file,
                                           std::string_view content, AuditNumber by)
{
    TemplateRow row{file, to_hex(content)};
    if (row.id) {
        TRY(correct_version(transaction, row, by));
        return row.id;
    }
    row.id = PaperTemplateId(take_numbers(transaction, "paper_template"));
    insert_version(transaction, row, by);
    return row.id;
}

Result<void> withdraw_paper_template(Transaction& transaction, const PaperTemplate& read, AuditNumber by)
{
    TRY(withdraw_version(transaction, TemplateRow{read, {}}, by));
    return {};
}

} // namespace phusa::storage
