#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/people.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/membership.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Two records of one person become one, and back. Both people must lie where the asker may change people.
namespace phusa
{

struct MergeSide {
    Person person;
    std::string cell_name = {};
    std::vector<AdmissionView> admissions = {};
    std::vector<MembershipEvent> events = {};
    std::int64_t dossiers = 0;
};

struct MergeView {
    MergeSide kept;
    MergeSide other;
    // Of the other record, what the kept one has already: the same admission or event written twice.
    std::vector<AdmissionId> same_admissions;
    std::vector<MembershipEventId> same_events;
    bool is_marked_distinct = false;
};
Result<MergeView> merge_view(App& app, const Actor& actor, PersonId kept, PersonId other);

// What is chosen. What is not named of the other record is given up; everything stays readable and can be put back.
struct MergeWish {
    PersonId kept;
    PersonId other;
    std::int64_t kept_version = 0; // as read: a conflict when somebody changed one of the two since
    std::int64_t other_version = 0;
    std::vector<std::string> from_other = {}; // keys of person_fields(), and "identity"
    std::vector<AdmissionId> admissions = {}; // of the other record, to be moved to the kept one
    std::vector<MembershipEventId> events = {};
    std::string reason = {};
};
// One transaction: fields, admissions, events, dossiers and the identity number go over; the other record leaves all
// lists and counts and points to the one that was kept.
Result<void> merge_people(App& app, const Actor& actor, const MergeWish& wish);

// Everything as it was before. Refused when something was written of the kept person since.
Result<void> undo_merge(App& app, const Actor& actor, PersonId other);

// Not one person: the pair does not come again. And back.
Result<void> mark_distinct(App& app, const Actor& actor, PersonId a, PersonId b, std::string_view reason);
Result<void> unmark_distinct(App& app, const Actor& actor, PersonId a, PersonId b);

// A record that was merged into another one, as it was last.
struct MergedRecord {
    Person person;
    std::string cell_name = {};
    Person kept;
    Clock::Time merged_at = {};
    std::string merged_by = {};
    std::string reason = {};
    bool can_undo = false; // by this asker, as things stand
};
Result<MergedRecord> merged_record(App& app, const Actor& actor, PersonId other);
// Those that went into this record.
std::vector<Person> records_merged_into(App& app, PersonId kept);

// What was merged or marked lately, newest first, within the asker's scope.
struct PastMerge {
    PersonId kept;
    std::string kept_name = {};
    PersonId other;
    std::string other_name = {};
    Clock::Time at = {};
    std::string by = {};
    bool undone = false;
};
struct MarkedPair {
    PersonId first;
    std::string first_name = {};
    PersonId second;
    std::string second_name = {};
    Clock::Time at = {};
    std::string by = {};
};
struct MergesDone {
    std::vector<PastMerge> merges;
    std::vector<MarkedPair> marked;
};
Result<MergesDone> merges_done(App& app, const Actor& actor);

} // namespace phusa
