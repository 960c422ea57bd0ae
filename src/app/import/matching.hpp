#pragma once

#include "app/import/intake.hpp"
#include "app/import/person_rows.hpp"
#include "storage/search_keys.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace phusa
{

// Who of the register a row means: by identity number, else by folded name, birth date and unit (DESIGN §6).
struct MatchedRow {
    PersonRow row;
    storage::SearchKeys keys;     // of the row
    std::optional<Person> person; // as they are now; absent for somebody new
    bool is_left_out = false;     // after an error
    bool has_identity = false;    // the person that was found has a number
    bool is_later = false;        // means somebody whom an earlier row of the piece means: to be asked again
};

MatchedRow row_to_match(const IntakeContext& context, PersonRow row);

// Fills in `person` of each row, asking for all of them at once. Leaves out rows that mean somebody beyond the
// importer's reach, several people, or, where a sheet has one row for each, somebody whom an earlier row means.
enum class RowsEach : bool { one, several };
void match_people(const IntakeContext& context, std::vector<MatchedRow>& rows, RowsEach each);

// A remark on a row that is no longer at hand.
void leave_out(const IntakeContext& context, MatchedRow& row, std::string_view key, std::string message);
void warn_of(const IntakeContext& context, const MatchedRow& row, std::string_view key, std::string message);

} // namespace phusa
