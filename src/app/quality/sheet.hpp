#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/membership.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Phiếu rà soát: what a cell is asked to fill in by hand, and its return.
namespace phusa
{

// What the sheet asks of a person, beside person_fields(): "identity", and of the last admission "ceremony_on",
// "decided_on", "decision_number", "admission_occupation", "admission_education", and "recognised_on".
struct SheetPerson {
    Person person;
    std::optional<Admission> admission; // the last one
    std::optional<Date> recognised;
    std::vector<std::string_view> gaps; // keys of what is missing, in the order of the form
};

struct CellSheet {
    Organisation cell;
    std::string above;               // the grassroots organisation
    std::vector<SheetPerson> people; // its members by name
};

// The sheets of a cell, or of every cell below a grassroots organisation. `cells_max` of them at most: a refusal that
// says to choose a lower unit.
Result<std::vector<CellSheet>> correction_sheets(App& app, const Actor& actor, OrganisationId unit);
Result<CellSheet> correction_sheet(App& app, const Actor& actor, OrganisationId cell);
// The same cell in the columns that import reads, members only: to fill in and import again.
Result<TableStream> correction_sheet_rows(App& app, const Actor& actor, OrganisationId cell);

std::string_view title_of_sheet_field(std::string_view key);
// Whether a fault (a key of data_checks()) is put right on the sheet.
bool is_on_sheet(std::string_view check);

// What came back of one person. What the sheet did not fill is as it was read.
struct SheetReturn {
    Person read;
    Person wanted;
    std::string identity; // digits, or empty
    std::optional<Admission> admission_read = {};
    std::optional<Admission> admission_wanted = {};
    std::optional<Date> recognised = {};
};
// One transaction: person, identity number, admission and recognition, with the reason "phiếu rà soát ngày …". Merged
// by field with what others changed since; false where nothing was changed. The Problem names the field of the sheet.
Result<bool> take_sheet_return(App& app, const Actor& actor, const SheetReturn& sent, Date sheet_day);

} // namespace phusa
