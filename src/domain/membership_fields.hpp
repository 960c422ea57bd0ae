#pragma once

#include "domain/membership.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One field of a fact as people see and correct it, as PersonField is of a person.
template<typename Fact>
struct FactField {
    std::string_view key;
    std::string_view title;
    std::string (*shown)(const Fact&); // units by their numbers: their names are not known here
    bool (*same)(const Fact&, const Fact&);
    void (*copy)(const Fact& from, Fact& to);
};
using AdmissionField = FactField<Admission>;
using MembershipEventField = FactField<MembershipEvent>;

// What a correction may change. Of an event, neither its kind nor the units of a move: a wrong one is taken back and
// recorded anew.
std::span<const AdmissionField> admission_fields();
std::span<const MembershipEventField> membership_event_fields();

// An admission of this person with the facts that both have, as the person is in this version.
Admission admission_with_facts_of(const Person& person);

// Which yearly forms count this fact (forms.md §3), so that a correction can say what changes:
// "Biểu 2-BTCTW năm 2024". In the order of the forms.
std::vector<std::string> forms_counting(const Admission& admission);
std::vector<std::string> forms_counting(const MembershipEvent& event);

// What must hold of an event by itself, and towards the admissions of the person.
Result<void> check(const MembershipEvent& event, std::span<const Admission> admissions, Date today);

} // namespace phusa
