#include "app/gate.hpp"
#include "app/look.hpp"
#include "app/person_gate.hpp"
#include "app/quality/merge.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "storage/audit.hpp"
#include "storage/import_undo.hpp"
#include "storage/merges.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr auto right = Right::change_people;

// How a record was before it went into another one.
std::optional<Person> last_of(storage::Session& session, const storage::PersonMerge& merge)
{
    for (const auto& version : storage::person_history(session, merge.other))
        if (version.replaced == merge.recorded && !version.fact.valid.until)
            return version.fact;
    return std::nullopt;
}

struct Merged {
    storage::PersonMerge merge;
    Person other;
    Person kept;
};

// Answered as not found where there is no such merge, and where either person is outside the asker's scope.
Result<Merged> merged_behind_gate(storage::Session& session, const Gate& gate, Right wanted, PersonId other)
{
    TRY_DO(gate.pass_anywhere(wanted));
    auto none = problem(Problem::Kind::not_found, "Không có người này trong phạm vi của anh/chị.");
    auto merge = storage::merge_of(session, other);
    auto was = merge ? last_of(session, *merge) : std::nullopt;
    if (!was || !gate.pass(wanted, was->cell))
        return none;
    auto kept = person_behind_gate(session, gate, wanted, merge->kept);
    if (!kept)
        return none;
    return Merged{.merge = *merge, .other = std::move(*was), .kept = std::move(*kept)};
}

std::string name_of(storage::Session& session, PersonId id)
{
    if (auto person = storage::person(session, id))
        return person->name;
    auto merge = storage::merge_of(session, id);
    auto was = merge ? last_of(session, *merge) : std::nullopt;
    return was ? was->name : std::string();
}

bool may_see(storage::Session& session, const Gate& gate, PersonId id)
{
    if (auto person = storage::person(session, id))
        return gate.pass(right, person->cell).has_value();
    auto merge = storage::merge_of(session, id);
    auto was = merge ? last_of(session, *merge) : std::nullopt;
    return was && gate.pass(right, was->cell).has_value();
}

} // namespace

Result<void> undo_merge(App& app, const Actor& actor, PersonId other)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto [merge, was, kept] = TRY(merged_behind_gate(transaction, gate, right, other));
    if (storage::is_written_since(transaction, merge))
        return problem(Problem::Kind::refused,
                       fmt::format("Hồ sơ {} đã được ghi thêm hoặc sửa sau khi gộp, nên chưa tách lại được. Hãy bỏ "
                                   "phần ghi thêm trước.",
                                   kept.name));
    auto by = record(app, transaction, actor,
                     {.action = "person.unmerge",
                      .subject = fmt::format("person:{}", other.value),
                      .person = other,
                      .organisation = was.cell,
                      .details = {{"kept", std::to_string(merge.kept.value)}, {"other", std::to_string(other.value)}}});
    storage::take_back(transaction, merge.recorded, by);
    storage::undo_merge(transaction, merge, by);
    transaction.commit();
    return {};
}

Result<void> mark_distinct(App& app, const Actor& actor, PersonId a, PersonId b, std::string_view reason)
{
    auto why = clean_text(reason);
    if (code_points(why) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi rõ vì sao biết đây là hai người khác nhau.");
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto first = TRY(person_behind_gate(transaction, gate, right, a));
    TRY(person_behind_gate(transaction, gate, right, b));
    if (a == b)
        return problem(Problem::Kind::invalid, "Hãy chọn hai hồ sơ khác nhau.");
    auto by = record(app, transaction, actor,
                     {.action = "person.distinct",
                      .subject = fmt::format("person:{}", a.value),
                      .person = a,
                      .organisation = first.cell,
                      .details = {{"reason", why}, {"other", std::to_string(b.value)}}});
    storage::mark_distinct(transaction, a, b, by);
    transaction.commit();
    return {};
}

Result<void> unmark_distinct(App& app, const Actor& actor, PersonId a, PersonId b)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto first = TRY(person_behind_gate(transaction, gate, right, a));
    TRY(person_behind_gate(transaction, gate, right, b));
    auto by = record(app, transaction, actor,
                     {.action = "person.indistinct",
                      .subject = fmt::format("person:{}", a.value),
                      .person = a,
                      .organisation = first.cell,
                      .details = {{"other", std::to_string(b.value)}}});
    storage::unmark_distinct(transaction, a, b, by);
    transaction.commit();
    return {};
}

Result<MergedRecord> merged_record(App& app, const Actor& actor, PersonId other)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto [merge, was, kept] = TRY(merged_behind_gate(session, gate, Right::see_people, other));
    MergedRecord record{.person = std::move(was), .kept = std::move(kept)};
    record.cell_name = unit_name(app, record.person.cell);
    if (auto row = storage::audit_row(session, merge.recorded)) {
        record.merged_at = row->at;
        record.merged_by = row->actor_name;
        record.reason = reason_of(*row);
    }
    record.can_undo = gate.pass(right, record.person.cell).has_value() &&
                      gate.pass(right, record.kept.cell).has_value() && !storage::is_written_since(session, merge);
    return record;
}

std::vector<Person> records_merged_into(App& app, PersonId kept)
{
    auto session = app.database().read();
    std::vector<Person> found;
    for (const auto& merge : storage::merges_into(session, kept))
        if (auto was = last_of(session, merge))
            found.push_back(std::move(*was));
    return found;
}

Result<MergesDone> merges_done(App& app, const Actor& actor)
{
    constexpr std::size_t shown_max = 200;
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(right));
    auto session = app.database().read();
    MergesDone done;
    auto when_and_who = [&](AuditNumber number, auto& entry) {
        if (auto row = storage::audit_row(session, number)) {
            entry.at = row->at;
            entry.by = row->actor_name;
        }
    };
    for (const auto& merge : storage::last_merges(session, shown_max)) {
        if (!may_see(session, gate, merge.kept) || !may_see(session, gate, merge.other))
            continue;
        auto& entry = done.merges.emplace_back(PastMerge{.kept = merge.kept, .other = merge.other});
        entry.kept_name = name_of(session, merge.kept);
        entry.other_name = name_of(session, merge.other);
        entry.undone = merge.undone.has_value();
        when_and_who(merge.recorded, entry);
    }
    for (const auto& pair : storage::distinct_pairs(session)) {
        if (done.marked.size() >= shown_max)
            break;
        if (!may_see(session, gate, pair.first) || !may_see(session, gate, pair.second))
            continue;
        auto& entry = done.marked.emplace_back(MarkedPair{.first = pair.first, .second = pair.second});
        entry.first_name = name_of(session, pair.first);
        entry.second_name = name_of(session, pair.second);
        when_and_who(pair.recorded, entry);
    }
    return done;
}

} // namespace phusa
