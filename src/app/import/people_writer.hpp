#pragma once

#include "app/import/intake.hpp"
#include "app/import/matching.hpp"
#include "domain/membership.hpp"
#include "storage/people.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace phusa
{

// Somebody of whom a row speaks, with everything that is known of their membership.
struct Member {
    Person person;                           // without id for somebody new
    std::string identity;                    // to be written; empty where it stays
    std::optional<storage::SearchKeys> keys; // of somebody new, where they were reckoned
    std::vector<Admission> admissions;       // by day; without id those that are new
    std::vector<MembershipEvent> events;
    std::vector<bool> changed_admissions; // as many as admissions
    std::vector<bool> changed_events;

    Admission& latest_admission() { return admissions.back(); }
    // The last event of a kind; null where there is none.
    MembershipEvent* latest(MembershipEventKind kind);
    void add(Admission admission);
    void add(MembershipEvent event);
    void changed(const Admission& admission);
    void changed(const MembershipEvent& event);
    bool has_changed_facts() const;
};

// Gathers what rows make of people and writes it, many at once.
class PeopleWriter
{
public:
    explicit PeopleWriter(const IntakeContext& context) : context_(context) {}

    // What the register knows of the people that were found, in the order of `rows`.
    std::vector<Member> members(const std::vector<MatchedRow>& rows);
    // `before`: as the person was; absent for somebody new. Standing and first day are reckoned here.
    void keep(Member member, const std::optional<Person>& before, IntakeCounts& counts);
    void write();

private:
    void keep_facts(Member& member);
    void number_new_people();

    const IntakeContext& context_;
    std::vector<storage::NewPerson> new_people_;
    std::vector<std::vector<Admission>> their_admissions_; // as many as new_people_
    std::vector<std::vector<MembershipEvent>> their_events_;
    std::vector<Person> corrected_;
    std::vector<Person> moved_;
    std::vector<storage::NewPerson> identities_;
    std::vector<Admission> new_admissions_;
    std::vector<Admission> corrected_admissions_;
    std::vector<MembershipEvent> new_events_;
    std::vector<MembershipEvent> corrected_events_;
    std::size_t written_ = 0;           // rows so far
    std::size_t count_anew_at_ = 2'000; // and again whenever there are four times as many
};

} // namespace phusa
