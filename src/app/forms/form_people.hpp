#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "app/forms/form_sheet.hpp"
#include "base/result.hpp"
#include "domain/person.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One number of a form: the question that the form was made by, the row by its key, and which column.
struct FormNumber {
    FormQuestion form;
    std::string row;
    bool before = false; // the same period of the year before
};

// What stands behind a number, in the order of its days: an admission, a coming or a going, a member present; or an
// organisation. Where it stood then, by the structure of the form.
struct FormEntry {
    std::optional<PersonId> person;
    std::optional<OrganisationId> organisation;
    std::string name; // of the person today, or of the organisation
    PartialDate born;
    Sex sex = Sex::unknown;
    Standing standing = Standing::none; // today
    Date on;                            // the admission, the coming or going; of a member, the day they came
    std::string what;                   // "Kết nạp", "Chuyển sinh hoạt đảng"; of an organisation its kind
    std::string from;                   // names of units; empty where outside the register
    std::string to;
};

struct FormEntries {
    const stats::Form* form = nullptr;
    std::size_t row = 0;
    Organisation unit;
    Period days;            // of the column
    std::int64_t total = 0; // the number on the form
    std::int64_t shown = 0; // those of it whom the asker may see today
    bool are_people = true;
    std::vector<FormEntry> entries; // of the page asked
};

// The entries from `first` (0 for the first) on, at most `count`. Needs the right to see people at the unit of the
// form; only people whose cell of today the asker may see are in it. Headings, and rows that the form does not have,
// are not_found.
Result<FormEntries> form_entries(App& app, const Actor& actor, const FormNumber& number, std::size_t first,
                                 std::size_t count);
// All of them as a table for files; recorded in the audit log.
Result<TableStream> export_form_entries(App& app, const Actor& actor, const FormNumber& number);

} // namespace phusa
