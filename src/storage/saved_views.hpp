#pragma once

#include "domain/saved_view.hpp"
#include "storage/database.hpp"

#include <optional>
#include <vector>

namespace phusa::storage
{

// A new number is given.
SavedViewId add_saved_view(Transaction& transaction, const SavedView& view);
// Name and unit as in `view`; nothing else of it changes.
void change_saved_view(Transaction& transaction, const SavedView& view);
void delete_saved_view(Transaction& transaction, SavedViewId id);

std::optional<SavedView> saved_view(Session& session, SavedViewId id);
// In the order in which they were saved.
std::vector<SavedView> saved_views_of(Session& session, AccountId owner);
std::vector<SavedView> shared_views(Session& session);

} // namespace phusa::storage
