#pragma once

#include "domain/membership.hpp"
#include "domain/person.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What can be missing, implausible or there twice in a register: the one list of all such checks. They look at what is
// recorded and never at an identity number in clear.
namespace phusa
{

enum class FaultGroup : std::uint8_t { missing, implausible, duplicate };
std::string_view key_of(FaultGroup group);
std::string_view title_of(FaultGroup group);
std::span<const FaultGroup> all_fault_groups();

struct CheckedAdmission {
    std::optional<Date> decided;
    std::optional<Date> ceremony;
    bool has_number = false; // of the decision
    PartialDate born;        // as recorded with the admission
    Occupation occupation = Occupation::unknown;
    GeneralEducation general_education = GeneralEducation::unknown;

    Date counted_on() const { return ceremony ? *ceremony : *decided; }
};

struct CheckedEvent {
    MembershipEventKind kind = MembershipEventKind::recognised;
    Date on;
};

// What the checks look at: a person as they are now, with all admissions and events by their days.
struct CheckedPerson {
    PartialDate born;
    Sex sex = Sex::unknown;
    std::uint8_t ethnicity = 0;
    std::uint8_t religion = 0;
    GeneralEducation general_education = GeneralEducation::unknown;
    bool has_home = false;
    bool has_residence = false;
    bool has_card = false;
    std::size_t identity_digits = 0; // 0: no number recorded
    Standing standing = Standing::none;
    bool cell_is_there = true; // the unit exists on the day of the check
    std::span<const CheckedAdmission> admissions;
    std::span<const CheckedEvent> events;
};

struct DataCheck {
    std::string_view key; // "born.day": of addresses, the API and files; never given another meaning
    FaultGroup group = FaultGroup::missing;
    std::string_view title;  // what is wrong
    std::string_view advice; // what to do about it
    // Whether it holds of somebody on a day; null for duplicates, which are found by pairs (likeness).
    bool (*finds)(const CheckedPerson&, Date today) = nullptr;
};

// In the order in which pages show them. The place in this list is what a fault names.
std::span<const DataCheck> data_checks();
std::optional<std::uint8_t> data_check(std::string_view key);

// What is compared of two people for being one and the same.
struct Likened {
    std::string_view folded_name; // without marks, in lower case
    PartialDate born;
    std::string_view identity; // keyed hash of the number, or empty
};

// How likely two records are of one person.
enum class Likeness : std::uint8_t {
    same,         // the same number; or the same name and full day of birth, and not two numbers
    vague_birth,  // the same name, births that agree as far as both are known, and not two numbers
    other_number, // the same name and full day of birth, but two different numbers
};
std::optional<Likeness> likeness(const Likened& a, const Likened& b);
// The place of that likeness in data_checks().
std::uint8_t data_check(Likeness likeness);

} // namespace phusa
