#include "app/new_person.hpp"

#include "app/gate.hpp"
#include "app/recording.hpp"
#include "base/text.hpp"
#include "domain/membership.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

namespace phusa
{

namespace
{

Person person_of(const NewcomerFacts& facts)
{
    Person person;
    person.name = title_case_name(clean_text(facts.name));
    person.born = facts.born;
    person.cell = facts.cell;
    person.phone = clean_text(facts.phone);
    person.valid.first = facts.since;
    return person;
}

Result<void> check_days(const NewcomerFacts& facts, Date today)
{
    if (facts.since > today)
        return invalid("since", "Ngày này không thể ở tương lai.");
    if (!facts.is_member)
        return {};
    if (!facts.admitted)
        return invalid("admitted", "Hãy ghi ngày vào Đảng.");
    if (*facts.admitted > today)
        return invalid("admitted", "Ngày vào Đảng không thể ở tương lai.");
    if (facts.recognised && (*facts.recognised < *facts.admitted || *facts.recognised > today))
        return invalid("recognised", "Ngày công nhận chính thức phải sau ngày vào Đảng và không ở tương lai.");
    return {};
}

Result<void> check_cell(App& app, OrganisationId cell)
{
    auto tree = app.tree();
    auto place = tree->find(cell);
    if (!place || !has_members(tree->at(*place).kind))
        return invalid("cell", "Chỉ chi bộ mới có đảng viên và người được theo dõi; hãy chọn một chi bộ.");
    return {};
}

bool is_there(storage::Session& session, const Person& person)
{
    auto named = storage::people_named(session, person.name, person.born);
    return std::ranges::any_of(named, [&](PersonId id) {
        auto other = storage::person(session, id);
        return other && other->cell == person.cell;
    });
}

struct Membership {
    std::vector<Admission> admissions;
    std::vector<MembershipEvent> events;
};

// What befell the member before they came into this register, as far as it is told.
Membership membership_of(const NewcomerFacts& facts, const Person& person)
{
    Membership membership;
    if (!facts.admitted_elsewhere) {
        Admission admission;
        admission.person = person.id;
        admission.cell = facts.cell;
        admission.ceremony_on = facts.admitted;
        admission.born = person.born;
        membership.admissions.push_back(admission);
    }
    auto event = [&](MembershipEventKind kind, Date on) -> MembershipEvent& {
        MembershipEvent made;
        made.person = person.id;
        made.kind = kind;
        made.on = on;
        membership.events.push_back(made);
        return membership.events.back();
    };
    if (facts.recognised)
        event(MembershipEventKind::recognised, *facts.recognised);
    if (facts.admitted_elsewhere)
        event(MembershipEventKind::moved_in, facts.since).to = facts.cell;
    return membership;
}

// One version of the person for each standing, so that the cell of a past day has its members of that day.
Result<PersonId> store(storage::Transaction& transaction, Person person, const Membership& membership, AuditNumber by)
{
    auto standing = [&](Date day) { return standing_on(day, membership.admissions, membership.events); };
    std::vector<Date> days;
    for (const auto& admission : membership.admissions)
        days.push_back(admission.counted_on());
    for (const auto& event : membership.events)
        days.push_back(event.on);
    if (!membership.admissions.empty())
        person.valid.first = std::min(person.valid.first, *std::ranges::min_element(days));
    person.standing = standing(person.valid.first);
    auto id = storage::add_person(transaction, person, by);
    std::ranges::sort(days);
    for (auto day : days) {
        auto now = *storage::person(transaction, id);
        if (day <= now.valid.first || standing(day) == now.standing)
            continue;
        now.standing = standing(day);
        TRY_DO(storage::change_person(transaction, now, day, by));
    }
    return id;
}

} // namespace

Result<PersonId> add_person(App& app, const Actor& actor, const NewcomerFacts& facts)
{
    TRY_DO(Gate(app, actor).pass(Right::change_people, facts.cell));
    TRY_DO(check_cell(app, facts.cell));
    auto person = person_of(facts);
    TRY_DO(check(person, app.today()));
    TRY_DO(check_days(facts, app.today()));
    if (!facts.is_member && !facts.agreed)
        return invalid("agreed", "Chỉ ghi khi người này đã được cho biết và đồng ý.");
    auto transaction = app.database().write();
    if (is_there(transaction, person))
        return problem(Problem::Kind::conflict, "Chi bộ đã có người cùng họ tên và ngày sinh này.");
    person.id = storage::allocate_people(transaction);
    auto by = record(app, transaction, actor,
                     {.action = "person.add",
                      .subject = fmt::format("person:{}", person.id.value),
                      .person = person.id,
                      .organisation = person.cell,
                      .details = {{"member", facts.is_member ? "1" : "0"}, {"agreed", facts.agreed ? "1" : "0"}}});
    auto membership = facts.is_member ? membership_of(facts, person) : Membership();
    auto id = TRY(store(transaction, person, membership, by));
    for (const auto& admission : membership.admissions)
        storage::add_admission(transaction, admission, by);
    for (const auto& event : membership.events)
        storage::add_membership_event(transaction, event, by);
    transaction.commit();
    return id;
}

} // namespace phusa
