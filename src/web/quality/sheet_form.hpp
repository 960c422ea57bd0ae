#pragma once

#include "app/quality/sheet.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"
#include "web/layout/form_view.hpp"

#include <string>
#include <vector>

// The return of a correction sheet as fields of one form: "p12.born" is the birth of the person with the number 12.
namespace phusa::web::quality
{

std::string sheet_prefix(PersonId person); // "p12."
// The fields that are missing of one person, and those that were typed though they are missing no more.
View sheet_form(const SheetPerson& one, const Fields& typed, const Problem* problem);
// Of whom anything was filled in.
std::vector<PersonId> people_filled(const Fields& sent);
// What was filled in of one person, read against the versions that the form was made from. An empty field changes
// nothing. The Problem names the fields with the person's prefix.
Result<SheetReturn> read_sheet(App& app, const Actor& actor, const Fields& sent, PersonId person);

} // namespace phusa::web::quality
