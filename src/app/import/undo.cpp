#include "app/import/undo.hpp"

#include "app/gate.hpp"
#include "app/import/changes.hpp"
#include "app/recording.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"
#include "storage/import_undo.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <charconv>
#include <map>

namespace phusa
{

namespace
{

constexpr std::size_t names_shown = 10;
constexpr std::size_t listed_max = 200;

std::int64_t number_of(const boost::json::object& details, std::string_view name)
{
    std::int64_t number = 0;
    if (const auto* text = details.if_contains(name))
        std::from_chars(text->as_string().data(), text->as_string().data() + text->as_string().size(), number);
    return number;
}

std::string text_of(const boost::json::object& details, std::string_view name)
{
    const auto* text = details.if_contains(name);
    return text ? std::string(text->as_string()) : std::string();
}

std::optional<PastImport> import_of(const AuditRow& row)
{
    auto parsed = boost::json::parse(row.details);
    const auto& details = parsed.as_object();
    auto kind = import_kind(text_of(details, "kind"));
    if (row.action != "import.write" || !kind)
        return std::nullopt;
    return PastImport{.id = row.number,
                      .at = row.at,
                      .by = row.actor_name,
                      .kind = *kind,
                      .file = text_of(details, "file"),
                      .rows = number_of(details, "rows"),
                      .added = number_of(details, "added"),
                      .updated = number_of(details, "updated"),
                      .errors = number_of(details, "errors"),
                      .taken_back = {}};
}

// The import with this number, if the asker may import such things where it was.
Result<PastImport> import_behind_gate(App& app, storage::Session& session, const Actor& actor, AuditNumber id)
{
    auto row = storage::audit_row(session, id);
    auto import = row ? import_of(*row) : std::nullopt;
    Gate gate(app, actor);
    bool is_seen = import && (actor.is_program() ||
                              (row->organisation && gate.pass(right_to_import(import->kind), *row->organisation)));
    if (!is_seen)
        return problem(Problem::Kind::not_found,
                       fmt::format("Không có lần nhập số {} trong phạm vi của anh/chị. Hãy xem danh sách các lần nhập.",
                                   id.value));
    for (const auto& undo : storage::audit_page(session, {.action = "import.undo"}, {}, listed_max).rows)
        if (undo.subject == fmt::format("import:{}", id.value))
            import->taken_back = undo.at;
    return *import;
}

Problem resting_problem(const std::vector<std::string>& names)
{
    std::string list;
    for (const auto& name : names)
        list.append(list.empty() ? "" : ", ").append(name);
    return {.kind = Problem::Kind::conflict,
            .message = fmt::format("Chưa huỷ được lần nhập này vì sau đó đã có thay đổi dựa trên nó: {}{}. Hãy xem lại "
                                   "những bản ghi ấy trước.",
                                   list, names.size() < names_shown ? "" : " và các bản ghi khác")};
}

} // namespace

Result<std::vector<PastImport>> past_imports(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    if (!gate.has(Right::change_organisations))
        TRY_DO(gate.pass_anywhere(Right::change_people)); // also whoever may import dossiers
    auto session = app.database().read();
    std::map<std::string, Clock::Time> taken_back;
    for (const auto& undo : storage::audit_page(session, {.action = "import.undo"}, {}, listed_max).rows)
        taken_back.emplace(undo.subject, undo.at);
    std::vector<PastImport> imports;
    for (const auto& row : storage::audit_page(session, {.action = "import.write"}, {}, listed_max).rows) {
        auto import = import_of(row);
        bool is_seen = import && (actor.is_program() ||
                                  (row.organisation && gate.pass(right_to_import(import->kind), *row.organisation)));
        if (!is_seen)
            continue;
        if (auto undo = taken_back.find(fmt::format("import:{}", row.number.value)); undo != taken_back.end())
            import->taken_back = undo->second;
        imports.push_back(std::move(*import));
    }
    return imports;
}

Result<ImportedChanges> changes_of_import(App& app, const Actor& actor, AuditNumber id)
{
    auto session = app.database().read();
    auto import = TRY(import_behind_gate(app, session, actor, id));
    auto written = storage::written_by(session, id);
    auto described = describe(app, session, written);
    ImportedChanges changes{
        .import = std::move(import), .added = described.added, .changes = std::move(described.changes), .resting = {}};
    if (!changes.import.taken_back)
        changes.resting = storage::rests_on(session, id, names_shown);
    return changes;
}

Result<AuditNumber> undo_import(App& app, const Actor& actor, AuditNumber id)
{
    auto transaction = app.database().write();
    auto import = TRY(import_behind_gate(app, transaction, actor, id));
    if (import.taken_back)
        return problem(Problem::Kind::conflict, "Lần nhập này đã được huỷ trước đó.");
    auto resting = storage::rests_on(transaction, id, names_shown);
    if (!resting.empty())
        return std::unexpected(resting_problem(resting));
    auto row = storage::audit_row(transaction, id);
    auto by = record(app, transaction, actor,
                     {.action = "import.undo",
                      .subject = fmt::format("import:{}", id.value),
                      .person = {},
                      .organisation = row->organisation,
                      .details = {{"kind", std::string(key_of(import.kind))}, {"file", import.file}}});
    storage::take_back(transaction, id, by);
    transaction.commit();
    app.forget_trees();
    return by;
}

} // namespace phusa
