#pragma once

#include "app/story.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"
#include "web/views/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa::web::reports
{

// What pages about a unit and a period are asked: `don_vi`, `tu` and `den` or `ky`, `co_cau`. What is wrong is noted in
// the reader.
StoryQuestion asked_of(FormReader& query);

// The unit with what is above and directly below it: one step at a time through the tree, also without a script.
std::vector<FormChoice> units_around(App& app, const Actor& actor, std::optional<OrganisationId> unit, Date on);

// layout/notice.
View warning(std::string text);

} // namespace phusa::web::reports
