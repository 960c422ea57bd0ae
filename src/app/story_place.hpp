#pragma once

#include "app/story.hpp"

namespace phusa
{

// The unit that a question about admissions is about, and the day whose structure it is seen in.
struct StoryPlace {
    Organisation unit;
    Date structure;
};

// By the structure asked; else by that of the end of the period, else, for a unit that came later, by that of as_of.
// Needs the right to see reports at the unit; one outside the asker's scope is answered as one that is not there, and
// says what to ask for.
Result<StoryPlace> story_place(App& app, const Actor& actor, const StoryQuestion& asked, const Period& period,
                               Date as_of);

} // namespace phusa
