#include "app/membership_correction.hpp"

#include "app/correction.hpp"
#include "app/fact_gate.hpp"
#include "app/recording.hpp"
#include "app/standing.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/membership_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace phusa
{

namespace
{

using Told = std::vector<std::pair<std::string, std::string>>;

std::unexpected<Problem> made_by_dossier()
{
    return problem(Problem::Kind::refused,
                   "Việc này do hồ sơ kết nạp lập ra; ngày, số quyết định và việc huỷ bỏ phải sửa trong hồ sơ.");
}

AuditNumber recorded(App& app, storage::Transaction& transaction, const Actor& actor, std::string action,
                     const Person& person, std::string reason, Told told)
{
    told.emplace(told.begin(), "reason", std::move(reason));
    return record(app, transaction, actor,
                  {.action = std::move(action),
                   .subject = fmt::format("person:{}", person.id.value),
                   .person = person.id,
                   .organisation = person.cell,
                   .details = std::move(told)});
}

// The forms that count it before or after, each once.
template<typename Fact>
std::vector<std::string> forms_changed(const Fact& before, const Fact& after)
{
    auto forms = forms_counting(before);
    for (auto& form : forms_counting(after))
        if (std::ranges::find(forms, form) == forms.end())
            forms.push_back(std::move(form));
    return forms;
}

bool keeps_days(const Admission& before, const Admission& after)
{
    return before.ceremony_on == after.ceremony_on && before.decided_on == after.decided_on &&
           before.decision_number == after.decision_number && before.cell == after.cell;
}

Result<void> check_days(const Admission& admission, Date today)
{
    if (admission.ceremony_on && *admission.ceremony_on > today)
        return invalid("ceremony_on", "Ngày tổ chức lễ không thể ở tương lai.");
    if (admission.decided_on && *admission.decided_on > today)
        return invalid("decided_on", "Ngày quyết định không thể ở tương lai.");
    if (code_points(admission.decision_number) > limit::name_length_max)
        return invalid("decision_number", "Số quyết định dài quá; hãy viết gọn lại.");
    return {};
}

// Of several admissions all but the first are readmissions.
Result<void> check_order(const Admission& added, std::span<const Admission> others)
{
    for (const auto& other : others) {
        auto day = other.counted_on().vietnamese();
        if (other.counted_on() == added.counted_on())
            return problem(Problem::Kind::conflict, fmt::format("Sổ đã có lần kết nạp ngày {}.", day));
        if (other.counted_on() < added.counted_on() && !added.readmission)
            return invalid("readmission", fmt::format("Sổ đã có lần kết nạp ngày {}; lần sau đó là kết nạp lại.", day));
        if (other.counted_on() > added.counted_on() && !other.readmission)
            return problem(Problem::Kind::conflict,
                           fmt::format("Lần kết nạp ngày {} đang được ghi là lần đầu. Nếu đó là kết nạp lại, hãy đính "
                                       "chính lần ấy trước.",
                                       day));
    }
    return {};
}

// Where the register knows the person on that day; before the first day, where it first knows them.
OrganisationId cell_on(storage::Session& session, const Person& person, Date day)
{
    if (auto then = storage::person_on(session, person.id, day))
        return then->cell;
    for (const auto& version : storage::person_history(session, person.id))
        if (!version.replaced && version.fact.valid.first > day)
            return version.fact.cell;
    return person.cell;
}

} // namespace

Result<std::vector<std::string>> correct_admission(App& app, const Actor& actor, const Admission& read,
                                                   const Admission& wanted, std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto [person, now] = TRY(admission_behind_gate(transaction, gate, wanted.id));
    auto corrected = TRY(merged(admission_fields(), read, wanted, now));
    TRY_DO(check(corrected));
    TRY_DO(check_days(corrected, app.today()));
    auto told = changes_between(admission_fields(), now, corrected);
    if (told.empty())
        return problem(Problem::Kind::invalid, "Chưa có mục nào được sửa.");
    if (corrected.cell != now.cell)
        TRY_DO(gate.pass(Right::change_people, corrected.cell));
    if (storage::dossier_that_made(transaction, now.id) && !keeps_days(now, corrected))
        return made_by_dossier();
    auto by = recorded(app, transaction, actor, "admission.correct", person, why, std::move(told));
    TRY_DO(storage::correct_admission(transaction, corrected, by));
    TRY_DO(follow_standing(app, transaction, person.id, corrected.counted_on(), by));
    transaction.commit();
    return forms_changed(now, corrected);
}

Result<std::vector<std::string>> correct_event(App& app, const Actor& actor, const MembershipEvent& read,
                                               const MembershipEvent& wanted, std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto [person, now] = TRY(event_behind_gate(transaction, gate, wanted.id));
    auto corrected = TRY(merged(membership_event_fields(), read, wanted, now));
    TRY_DO(check(corrected, storage::admissions_of(transaction, person.id), app.today()));
    auto told = changes_between(membership_event_fields(), now, corrected);
    if (told.empty())
        return problem(Problem::Kind::invalid, "Chưa có mục nào được sửa.");
    if (storage::dossier_that_made(transaction, now.id))
        return made_by_dossier();
    told.emplace_back("kind", title_of(now.kind));
    auto by = recorded(app, transaction, actor, "membership.correct", person, why, std::move(told));
    TRY_DO(storage::correct_membership_event(transaction, corrected, by));
    TRY_DO(follow_standing(app, transaction, person.id, corrected.on, by));
    transaction.commit();
    return forms_changed(now, corrected);
}

Result<void> withdraw_admission(App& app, const Actor& actor, AdmissionId id, std::int64_t version,
                                std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto [person, now] = TRY(admission_behind_gate(transaction, gate, id));
    if (storage::dossier_that_made(transaction, id))
        return made_by_dossier();
    now.version = version;
    auto by =
        recorded(app, transaction, actor, "admission.withdraw", person, why, {{"on", now.counted_on().vietnamese()}});
    TRY_DO(storage::withdraw_admission(transaction, now, by));
    TRY_DO(follow_standing(app, transaction, person.id, now.counted_on(), by));
    transaction.commit();
    return {};
}

Result<void> withdraw_event(App& app, const Actor& actor, MembershipEventId id, std::int64_t version,
                            std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto [person, now] = TRY(event_behind_gate(transaction, gate, id));
    if (storage::dossier_that_made(transaction, id))
        return made_by_dossier();
    now.version = version;
    auto by = recorded(app, transaction, actor, "membership.withdraw", person, why,
                       {{"kind", std::string(title_of(now.kind))}, {"on", now.on.vietnamese()}});
    TRY_DO(storage::withdraw_membership_event(transaction, now, by));
    TRY_DO(follow_standing(app, transaction, person.id, now.on, by));
    transaction.commit();
    return {};
}

Result<std::vector<std::string>> add_admission(App& app, const Actor& actor, const Admission& admission,
                                               std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto person = TRY(person_behind_gate(transaction, gate, Right::change_people, admission.person));
    if (person.standing == Standing::none)
        return problem(Problem::Kind::refused,
                       "Theo sổ, người này chưa vào Đảng. Hãy lập hồ sơ kết nạp và ghi vào đó những việc đã có.");
    // Whoever left and is to be admitted again now: their dossier makes the admission.
    auto is_open = [](const Dossier& dossier) { return !dossier.closed; };
    if (!is_member(person.standing) && std::ranges::any_of(storage::dossiers_of(transaction, person.id), is_open))
        return made_by_dossier();
    auto added = admission;
    added.id = {};
    added.cell = person.cell; // until its day is known to be one
    TRY_DO(check(added));
    TRY_DO(check_days(added, app.today()));
    auto others = storage::admissions_of(transaction, person.id);
    TRY_DO(check_order(added, others));
    auto before = added.counted_on().plus_days(-1);
    if (is_member(standing_on(before, others, storage::membership_events_of(transaction, person.id))))
        return invalid(added.ceremony_on ? "ceremony_on" : "decided_on",
                       fmt::format("Theo sổ, ngày {} người này vẫn là đảng viên. Hãy ghi việc ra khỏi Đảng trước.",
                                   before.vietnamese()));
    added.cell = cell_on(transaction, person, added.counted_on());
    TRY_DO(gate.pass(Right::change_people, added.cell));
    auto by =
        recorded(app, transaction, actor, "admission.add", person, why, {{"on", added.counted_on().vietnamese()}});
    storage::add_admission(transaction, added, by);
    TRY_DO(follow_standing(app, transaction, person.id, added.counted_on(), by));
    transaction.commit();
    return forms_counting(added);
}

std::vector<MembershipEventKind> kinds_to_add()
{
    using enum MembershipEventKind;
    return {recognised, exempted, moved_out, moved_in, died, removed, resigned, expelled, restored};
}

Result<void> add_event(App& app, const Actor& actor, const MembershipEvent& event, std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto person = TRY(person_behind_gate(transaction, gate, Right::change_people, event.person));
    auto added = event;
    added.id = {};
    added.from = event.kind == MembershipEventKind::moved_out ? std::optional(person.cell) : std::nullopt;
    added.to = event.kind == MembershipEventKind::moved_in ? std::optional(person.cell) : std::nullopt;
    TRY_DO(check(added, storage::admissions_of(transaction, person.id), app.today()));
    for (const auto& there : storage::membership_events_of(transaction, person.id))
        if (there.kind == added.kind && there.on == added.on)
            return problem(Problem::Kind::conflict, "Việc này đã được ghi vào đúng ngày đó.");
    auto by = recorded(app, transaction, actor, "membership.add", person, why,
                       {{"kind", std::string(title_of(added.kind))}, {"on", added.on.vietnamese()}});
    storage::add_membership_event(transaction, added, by);
    TRY_DO(follow_standing(app, transaction, person.id, added.on, by));
    transaction.commit();
    return {};
}

} // namespace phusa
