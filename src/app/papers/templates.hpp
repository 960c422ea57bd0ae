#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/papers/paper_book.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/made_paper.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
}

// A template that an office has sent, as its page shows it.
struct TemplateView {
    PaperTemplate file;
    std::string owner_name;
    Clock::Time sent_at;
    std::string sent_by;
    bool stands = true; // false: replaced by a newer one or withdrawn
    bool may_change = false;
};

// A form with the templates that the asker's units use, the newest first.
struct FormTemplates {
    const PaperForm* form = nullptr;
    std::vector<TemplateView> templates;
};
// All forms. For everybody who works with dossiers; changing is for the offices of
// committees that decide (Right::record_decisions).
Result<std::vector<FormTemplates>> list_forms(App& app, const Actor& actor);
Result<FormTemplates> show_form(App& app, const Actor& actor, std::string_view code);

// A Word file: one version of a sent template, or (version 0) that of the program.
struct TemplateFile {
    std::string name; // "6-KNĐ-2022.docx"
    std::string bytes;
};
Result<TemplateFile> template_file(App& app, const Actor& actor, std::string_view code, std::string_view set,
                                   std::int64_t version);

// What a sent template would print, before it is kept.
struct TemplateCheck {
    std::vector<std::string> fields;  // it uses
    std::vector<std::string> unknown; // names that no paper has
    std::vector<std::string> unused;  // fields of the program's own template that it leaves out
    std::vector<std::string> faults;  // sentences; with one of these it is not kept
};
Result<TemplateCheck> check_template(std::string_view code, std::string_view set, std::string_view docx);

// A new version for a unit and all below it. Refused where check_template finds a fault; unknown names are kept and
// printed as they are.
inline constexpr std::size_t template_bytes_max = 2 * 1024 * 1024;
struct NewTemplate {
    std::string code;
    std::string set;
    OrganisationId owner;
    std::string file_name;
    std::string note;
    std::string docx;
};
Result<TemplateCheck> send_template(App& app, const Actor& actor, const NewTemplate& wanted);
// From now on the program's own again; papers that were made keep theirs.
Result<void> withdraw_template(App& app, const Actor& actor, std::string_view code, std::int64_t version);

// The template for a cell: of the nearest unit above it that sent one.
std::optional<PaperTemplate> template_for(App& app, storage::Session& session, std::string_view code,
                                          std::string_view set, OrganisationId cell);

} // namespace phusa
