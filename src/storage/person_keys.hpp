#pragma once

#include "domain/person.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>

// The key per person under which audit rows say personal things; it lies in the database sealed under the site key.
namespace phusa::storage
{

// `context` binds the bytes to their place. Makes the person's key where there is none yet. After a purge what is said
// of the person is sealed under a key that nobody keeps.
std::string seal_for_person(Transaction& transaction, PersonId person, std::string_view plain,
                            std::string_view context);
// nullopt when the key was destroyed or is not ours.
std::optional<std::string> open_for_person(Session& session, PersonId person, std::string_view sealed,
                                           std::string_view context);

} // namespace phusa::storage
