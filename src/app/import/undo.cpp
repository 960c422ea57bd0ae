#include "app/import/undo.hpp"

#include "app/gate.hpp"
#include "app/recording.hpp"
#include "domain/person_fields.hpp"
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

Right right_for(ImportKind kind)
{
    return kind == ImportKind::organisations ? Right::change_organisations : Right::change_people;
}

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
    bool is_seen =
        import && (actor.is_program() || (row->organisation && gate.pass(right_for(import->kind), *row->organisation)));
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

class Described
{
public:
    explicit Described(const storage::WrittenFacts& written) : written_(written) {}

    std::vector<ImportedChange> changes()
    {
        people();
        admissions();
        events();
        organisations();
        return std::move(changes_);
    }

    std::int64_t added() const { return added_; }

private:
    void say(std::string subject, std::string_view field, std::string before, std::string after)
    {
        if (before != after)
            changes_.push_back({.subject = std::move(subject),
                                .field = std::string(field),
                                .before = std::move(before),
                                .after = std::move(after)});
    }

    void people()
    {
        for (const auto& [before, after] : written_.people) {
            const auto& either = after ? *after : *before;
            names_.emplace(either.id, either.name);
            if (!before)
                ++added_;
            if (!before || !after)
                continue;
            for (const auto& field : person_fields())
                say(before->name, field.title, field.shown(*before), field.shown(*after));
            say(before->name, "Tình trạng", std::string(title_of(before->standing)),
                std::string(title_of(after->standing)));
            if (before->cell != after->cell)
                say(before->name, "Chi bộ", "chi bộ cũ", "chi bộ mới");
        }
    }

    void admissions()
    {
        for (const auto& [before, after] : written_.admissions) {
            if (!before) {
                ++added_;
                continue;
            }
            if (after)
                say(name_of(before->person), "Kết nạp", shown(*before), shown(*after));
        }
    }

    void events()
    {
        for (const auto& [before, after] : written_.events) {
            if (!before) {
                ++added_;
                continue;
            }
            if (after)
                say(name_of(before->person), title_of(before->kind), before->on.vietnamese(), after->on.vietnamese());
        }
    }

    void organisations()
    {
        for (const auto& [before, after] : written_.organisations) {
            if (!before)
                ++added_;
            if (!before || !after)
                continue;
            say(before->name, "Tên", before->name, after->name);
            say(before->name, "Loại tổ chức", std::string(title_of(before->kind)), std::string(title_of(after->kind)));
            say(before->name, "Loại hình", std::string(title_of(before->sector)), std::string(title_of(after->sector)));
        }
    }

    static std::string shown(const Admission& admission)
    {
        return fmt::format("{}; quyết định {} {}; {}", admission.counted_on().vietnamese(),
                           admission.decision_number.empty() ? "không số" : admission.decision_number,
                           admission.decided_on ? admission.decided_on->vietnamese() : "",
                           code_of(admission.occupation).title);
    }

    std::string name_of(PersonId id) const
    {
        auto found = names_.find(id);
        return found == names_.end() ? fmt::format("Người số {}", id.value) : found->second;
    }

    const storage::WrittenFacts& written_;
    std::vector<ImportedChange> changes_;
    std::map<PersonId, std::string> names_;
    std::int64_t added_ = 0;
};

} // namespace

Result<std::vector<PastImport>> past_imports(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    if (!gate.has(Right::change_organisations))
        TRY_DO(gate.pass_anywhere(Right::change_people));
    auto session = app.database().read();
    std::map<std::string, Clock::Time> taken_back;
    for (const auto& undo : storage::audit_page(session, {.action = "import.undo"}, {}, listed_max).rows)
        taken_back.emplace(undo.subject, undo.at);
    std::vector<PastImport> imports;
    for (const auto& row : storage::audit_page(session, {.action = "import.write"}, {}, listed_max).rows) {
        auto import = import_of(row);
        bool is_seen = import && (actor.is_program() ||
                                  (row.organisation && gate.pass(right_for(import->kind), *row.organisation)));
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
    Described described(written);
    ImportedChanges changes{.import = std::move(import), .added = 0, .changes = described.changes(), .resting = {}};
    changes.added = described.added();
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
