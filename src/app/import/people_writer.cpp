#include "app/import/people_writer.hpp"

#include "domain/person_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/imports.hpp"
#include "storage/membership_events.hpp"

#include <algorithm>
#include <cassert>

namespace phusa
{

namespace
{

// The first day of which the register knows somebody.
Date first_day(const Member& member, Date today)
{
    Date first = today;
    for (const auto& admission : member.admissions)
        first = std::min(first, admission.counted_on());
    for (const auto& event : member.events)
        first = std::min(first, event.on);
    return first;
}

template<typename Fact>
void mark(const std::vector<Fact>& facts, std::vector<bool>& changed, const Fact& fact)
{
    auto index = static_cast<std::size_t>(&fact - facts.data());
    assert(index < facts.size());
    changed[index] = true;
}

} // namespace

MembershipEvent* Member::latest(MembershipEventKind kind)
{
    MembershipEvent* found = nullptr;
    for (auto& event : events)
        if (event.kind == kind && (!found || found->on <= event.on))
            found = &event;
    return found;
}

void Member::add(Admission admission)
{
    admissions.push_back(std::move(admission));
    changed_admissions.push_back(true);
}

void Member::add(MembershipEvent event)
{
    events.push_back(std::move(event));
    changed_events.push_back(true);
}

void Member::changed(const Admission& admission) { mark(admissions, changed_admissions, admission); }
void Member::changed(const MembershipEvent& event) { mark(events, changed_events, event); }

bool Member::has_changed_facts() const
{
    auto is_changed = [](bool changed) { return changed; };
    return std::ranges::any_of(changed_admissions, is_changed) || std::ranges::any_of(changed_events, is_changed);
}

std::vector<Member> PeopleWriter::members(const std::vector<MatchedRow>& rows)
{
    std::vector<Member> found(rows.size());
    std::vector<PersonId> ids;
    std::unordered_map<PersonId, std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].person && !rows[i].is_left_out) {
            found[i].person = *rows[i].person;
            ids.push_back(rows[i].person->id);
            places.emplace(rows[i].person->id, i);
        }
    for (auto& admission : storage::admissions_of_people(context_.transaction, ids))
        found[places.at(admission.person)].admissions.push_back(std::move(admission));
    for (auto& event : storage::membership_events_of_people(context_.transaction, ids))
        found[places.at(event.person)].events.push_back(std::move(event));
    for (auto& member : found) {
        std::ranges::sort(member.admissions, {}, &Admission::counted_on);
        member.changed_admissions.assign(member.admissions.size(), false);
        member.changed_events.assign(member.events.size(), false);
    }
    return found;
}

void PeopleWriter::keep(Member member, const std::optional<Person>& before, IntakeCounts& counts)
{
    auto today = context_.app.today();
    auto& person = member.person;
    person.standing = standing_on(today, member.admissions, member.events);
    if (!before) {
        ++counts.added;
        person.invented = context_.app.invented();
        person.valid = {.first = first_day(member, today), .until = {}};
        new_people_.push_back(
            {.person = std::move(person), .identity = std::move(member.identity), .keys = std::move(member.keys)});
        their_admissions_.push_back(std::move(member.admissions));
        their_events_.push_back(std::move(member.events));
        return;
    }
    bool is_moved = person.cell != before->cell;
    bool is_corrected = !differing_fields(person, *before).empty() || person.standing != before->standing;
    bool is_changed = is_moved || is_corrected || !member.identity.empty() || member.has_changed_facts();
    ++(is_changed ? counts.updated : counts.unchanged);
    keep_facts(member);
    if (!member.identity.empty())
        identities_.push_back({.person = person, .identity = member.identity});
    if (is_moved && before->valid.first < today)
        moved_.push_back(person);
    else if (is_moved || is_corrected)
        corrected_.push_back(person);
}

void PeopleWriter::keep_facts(Member& member)
{
    for (std::size_t i = 0; i < member.admissions.size(); ++i) {
        if (!member.changed_admissions[i])
            continue;
        auto& admission = member.admissions[i];
        admission.person = member.person.id;
        (admission.id ? corrected_admissions_ : new_admissions_).push_back(std::move(admission));
    }
    for (std::size_t i = 0; i < member.events.size(); ++i) {
        if (!member.changed_events[i])
            continue;
        auto& event = member.events[i];
        event.person = member.person.id;
        (event.id ? corrected_events_ : new_events_).push_back(std::move(event));
    }
}

void PeopleWriter::number_new_people()
{
    if (new_people_.empty())
        return;
    auto id = storage::allocate_people(context_.transaction, static_cast<std::int64_t>(new_people_.size()));
    for (std::size_t i = 0; i < new_people_.size(); ++i, ++id.value) {
        new_people_[i].person.id = id;
        for (auto& admission : their_admissions_[i]) {
            admission.person = id;
            new_admissions_.push_back(std::move(admission));
        }
        for (auto& event : their_events_[i]) {
            event.person = id;
            new_events_.push_back(std::move(event));
        }
    }
}

void PeopleWriter::write()
{
    auto& transaction = context_.transaction;
    number_new_people();
    if (!new_admissions_.empty()) {
        auto id = storage::allocate_admissions(transaction, static_cast<std::int64_t>(new_admissions_.size()));
        for (auto& admission : new_admissions_)
            admission.id = AdmissionId(id.value++);
    }
    if (!new_events_.empty()) {
        auto id = storage::allocate_membership_events(transaction, static_cast<std::int64_t>(new_events_.size()));
        for (auto& event : new_events_)
            event.id = MembershipEventId(id.value++);
    }
    storage::insert_people(transaction, new_people_, context_.by);
    storage::correct_people(transaction, corrected_, context_.by);
    for (const auto& person : moved_) {
        auto changed = storage::change_person(transaction, person, context_.app.today(), context_.by);
        assert(changed.has_value()); // it was read in this transaction
    }
    storage::set_identities(transaction, identities_, context_.by);
    storage::insert_admissions(transaction, new_admissions_, context_.by);
    storage::correct_admissions(transaction, corrected_admissions_, context_.by);
    storage::insert_membership_events(transaction, new_events_, context_.by);
    storage::correct_membership_events(transaction, corrected_events_, context_.by);
    written_ += new_people_.size() + new_admissions_.size();
    if (written_ >= count_anew_at_) {
        storage::count_anew(transaction);
        count_anew_at_ = written_ * 4;
    }
    new_people_.clear();
    their_admissions_.clear();
    their_events_.clear();
    corrected_.clear();
    moved_.clear();
    identities_.clear();
    new_admissions_.clear();
    corrected_admissions_.clear();
    new_events_.clear();
    corrected_events_.clear();
}

} // namespace phusa
