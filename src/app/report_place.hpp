#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/story.hpp"
#include "base/result.hpp"
#include "domain/organisation.hpp"

namespace phusa
{

// The unit that a report is about, as it stands in the structure by which it is counted.
struct ReportPlace {
    Organisation unit;
    Date structure;
};

// The unit of the question, which the asker may see reports of; where none is named, the one where their view begins (a
// program's: the root). By the structure asked; else by that of the end of the period, else, for a unit that came
// later, by that of as_of. An unknown unit, one that is not in the structure and one outside the asker's scope are
// not_found alike, and say what to ask for.
Result<ReportPlace> report_place(App& app, const Actor& actor, const StoryQuestion& question, const Period& period,
                                 Date as_of);

} // namespace phusa
