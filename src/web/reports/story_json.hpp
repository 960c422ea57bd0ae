#pragma once

#include "app/story.hpp"

#include <string>

namespace phusa::web::reports
{

// The story as DESIGN §6 fixes it for `phusa report story --json` and /api/v1/reports/story:
// {"org":{"code","name"},"period":{"from","to"},"structure","as_of","columns":[…],"rows":[…],"text","figures":[…]}.
// A row is an object by the keys of the columns. `people`, of rows and figures, is the address in the API of the people
// behind a number; null where there is none to ask for, and everywhere where the reader may not see people.
std::string story_json(const Story& story, bool with_people);

} // namespace phusa::web::reports
