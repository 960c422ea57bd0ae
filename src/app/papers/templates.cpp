#include "app/papers/templates.hpp"

#include "app/gate.hpp"
#include "app/papers/form_template.hpp"
#include "app/papers/paper_fields.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "documents/docx_filler.hpp"
#include "documents/paper_layout.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"
#include "storage/paper_templates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> no_such_form(std::string_view code)
{
    return invalid("code", fmt::format("Không có mẫu giấy mang mã “{}”.", code));
}

// The form and its text in a set.
struct FormInSet {
    const PaperForm* form;
    const FormText* text;
};
Result<FormInSet> form_in_set(std::string_view code, std::string_view set)
{
    const auto* form = paper_book().form(code);
    if (!form)
        return no_such_form(code);
    const auto* text = form->text_in(set);
    if (!text)
        return invalid("set", fmt::format("Mẫu {} không có trong bộ “{}”.", code, set));
    return FormInSet{.form = form, .text = text};
}

// The layout that goes with a set: of the last day on which the set is in use.
const PaperLayout& layout_of_set(App& app, std::string_view key)
{
    const auto& sets = paper_book().sets;
    auto next = std::ranges::find(sets, key, &PaperSet::key) + 1;
    return paper_layout_on(next == sets.end() ? app.today() : next->from.plus_days(-1));
}

std::vector<TemplateView> templates_of(App& app, storage::Session& session, const Gate& gate, std::string_view code)
{
    std::vector<TemplateView> views;
    for (auto& version : storage::paper_template_history(session)) {
        bool is_seen = version.fact.code == code && gate.pass(Right::see_organisations, version.fact.owner);
        if (!is_seen)
            continue;
        auto row = storage::audit_row(session, version.fact.recorded).value_or(AuditRow{});
        views.push_back(
            {.file = version.fact,
             .owner_name = unit_name(app, version.fact.owner),
             .sent_at = row.at,
             .sent_by = row.actor_name,
             .stands = !version.replaced,
             .may_change = !version.replaced && gate.pass(Right::record_decisions, version.fact.owner).has_value()});
    }
    return views;
}

std::vector<std::string> missing_from(const std::vector<std::string>& all, const std::vector<std::string>& some)
{
    std::vector<std::string> missing;
    for (const auto& name : all)
        if (!std::ranges::binary_search(some, name))
            missing.push_back(name);
    return missing;
}

std::optional<PaperTemplate> standing_of(storage::Session& session, std::string_view code, std::string_view set,
                                         OrganisationId owner)
{
    for (auto& each : storage::paper_templates_for(session, code, set))
        if (each.owner == owner)
            return std::move(each);
    return std::nullopt;
}

} // namespace

Result<std::vector<FormTemplates>> list_forms(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto session = app.database().read();
    std::vector<FormTemplates> forms;
    for (const auto& form : paper_book().forms)
        forms.push_back({.form = &form, .templates = templates_of(app, session, gate, form.code)});
    return forms;
}

Result<FormTemplates> show_form(App& app, const Actor& actor, std::string_view code)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    const auto* form = paper_book().form(code);
    if (!form)
        return problem(Problem::Kind::not_found, fmt::format("Không có mẫu giấy mang mã “{}”.", code));
    auto session = app.database().read();
    return FormTemplates{.form = form, .templates = templates_of(app, session, gate, code)};
}

Result<TemplateFile> template_file(App& app, const Actor& actor, std::string_view code, std::string_view set,
                                   std::int64_t version)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto found = TRY(form_in_set(code, set));
    TemplateFile file{.name = fmt::format("{}-{}.docx", code, set), .bytes = {}};
    if (version == 0) {
        file.bytes = form_template(*found.form, *found.text, layout_of_set(app, set));
        return file;
    }
    auto session = app.database().read();
    auto sent = storage::paper_template_version(session, version);
    bool is_seen = sent && sent->code == code && sent->set == set && gate.pass(Right::see_organisations, sent->owner);
    if (!is_seen)
        return problem(Problem::Kind::not_found, "Không có tệp mẫu này trong phạm vi của anh/chị.");
    file.bytes = storage::paper_template_content(session, version);
    return file;
}

Result<TemplateCheck> check_template(std::string_view code, std::string_view set, std::string_view docx)
{
    auto found = TRY(form_in_set(code, set));
    auto fields = TRY(fields_of_docx(docx));
    auto own = TRY(fields_of_docx(form_template(*found.form, *found.text, paper_layouts().back())));
    std::erase(own.names, "ban_mau");
    TemplateCheck check{
        .fields = std::move(fields.names), .unknown = {}, .unused = {}, .faults = std::move(fields.faults)};
    std::ranges::copy_if(check.fields, std::back_inserter(check.unknown),
                         [](const std::string& name) { return !is_paper_field(name); });
    check.unused = missing_from(own.names, check.fields);
    return check;
}

Result<TemplateCheck> send_template(App& app, const Actor& actor, const NewTemplate& wanted)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::record_decisions, wanted.owner));
    if (wanted.docx.size() > template_bytes_max)
        return problem(Problem::Kind::too_large, "Tệp mẫu lớn quá 2 MB. Hãy bỏ bớt ảnh trong tệp rồi gửi lại.");
    auto check = TRY(check_template(wanted.code, wanted.set, wanted.docx));
    if (!check.faults.empty())
        return invalid("file", check.faults.front());
    auto transaction = app.database().write();
    PaperTemplate file{.owner = wanted.owner,
                       .code = wanted.code,
                       .set = wanted.set,
                       .file_name = shortened(clean_text(wanted.file_name), limit::name_length_max),
                       .note = shortened(clean_text(wanted.note), limit::line_length_max),
                       .sha256 = to_hex(sha256(wanted.docx))};
    if (auto standing = standing_of(transaction, wanted.code, wanted.set, wanted.owner)) {
        file.id = standing->id;
        file.version = standing->version;
    }
    auto by = record(app, transaction, actor,
                     {.action = "paper_template.send",
                      .subject = "paper_template:" + wanted.code,
                      .organisation = wanted.owner,
                      .details = {{"set", wanted.set}, {"file", file.file_name}, {"sha256", file.sha256}}});
    TRY(storage::put_paper_template(transaction, file, wanted.docx, by));
    transaction.commit();
    return check;
}

Result<void> withdraw_template(App& app, const Actor& actor, std::string_view code, std::int64_t version)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::record_decisions));
    auto transaction = app.database().write();
    auto sent = storage::paper_template_version(transaction, version);
    if (!sent || sent->code != code)
        return problem(Problem::Kind::not_found, "Không có tệp mẫu này trong phạm vi của anh/chị.");
    TRY_DO(gate.pass(Right::record_decisions, sent->owner));
    auto by = record(app, transaction, actor,
                     {.action = "paper_template.withdraw",
                      .subject = "paper_template:" + sent->code,
                      .organisation = sent->owner,
                      .details = {{"set", sent->set}, {"file", sent->file_name}}});
    TRY_DO(storage::withdraw_paper_template(transaction, *sent, by));
    transaction.commit();
    return {};
}

std::optional<PaperTemplate> template_for(App& app, storage::Session& session, std::string_view code,
                                          std::string_view set, OrganisationId cell)
{
    auto sent = storage::paper_templates_for(session, code, set);
    if (sent.empty())
        return std::nullopt;
    auto tree = app.tree();
    auto position = tree->find(cell);
    if (!position)
        return std::nullopt;
    auto path = tree->path(*position);
    std::ranges::reverse(path);
    for (auto above : path)
        for (auto& each : sent)
            if (each.owner == tree->at(above).id)
                return std::move(each);
    return std::nullopt;
}

} // namespace phusa
