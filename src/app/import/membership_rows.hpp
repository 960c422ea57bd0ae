#pragma once

#include "app/import/people_writer.hpp"
#include "app/import/row_reader.hpp"
#include "domain/membership.hpp"

#include <optional>
#include <string>

namespace phusa
{

// What a row of a list of members says of the membership.
struct MembershipRow {
    std::optional<Date> admitted_on;
    std::optional<Date> decided_on;
    std::string decision_number;
    std::optional<Occupation> occupation; // on the day of admission
    std::optional<Date> recognised_on;
    std::optional<Standing> standing;
    std::optional<Date> standing_on;

    bool has_admission() const { return admitted_on || decided_on; }
};

// Also says where days contradict each other or the birth.
MembershipRow read_membership(RowReader& row, PartialDate born, Date today);

// Lays it over what is known; why it cannot be, as the key of a column and a sentence.
struct MembershipFault {
    std::string_view key;
    std::string message;
};
std::optional<MembershipFault> lay_over(const MembershipRow& row, Member& member);

} // namespace phusa
