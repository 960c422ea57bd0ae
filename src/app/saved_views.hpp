#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/saved_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// A saved question as its reader sees it.
struct SavedViewLine {
    SavedView view;
    std::string owner_name;  // as shown to people
    std::string shared_name; // of the unit; empty for the owner's own
    bool may_change = false;
};

// The reader's own, and those left for the users of a unit: whoever has the right to see reports there or at a unit
// below it. By name, the Vietnamese way.
Result<std::vector<SavedViewLine>> list_saved_views(App& app, const Actor& actor);
// Not found where the reader may not see it.
Result<SavedViewLine> show_saved_view(App& app, const Actor& actor, SavedViewId id);

// Who leaves a question for the users of a unit: its office, which records what its committee does.
inline constexpr Right sharing_right = Right::record_committee_acts;

struct NewSavedView {
    std::string report;
    std::string question;
    std::string name;
    std::optional<OrganisationId> shared = {};
};
// Needs the right to see reports; to leave it for a unit, sharing_right there.
Result<SavedViewId> save_view(App& app, const Actor& actor, const NewSavedView& wanted);
// Only by its owner or, where it is shared, by whoever has sharing_right at that unit. Nobody makes another's question
// their own or takes it to a unit in which they may not share.
Result<void> change_view(App& app, const Actor& actor, SavedViewId id, std::string_view name,
                         std::optional<OrganisationId> shared);
Result<void> delete_view(App& app, const Actor& actor, SavedViewId id);

} // namespace phusa
