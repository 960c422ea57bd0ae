#include "storage/search_keys.hpp"

#include "base/text.hpp"
#include "storage/identities.hpp"
#include "storage/name_words.hpp"

namespace phusa::storage
{

SearchKeys search_keys(const Person& person, std::string_view identity, const Keys& keys)
{
    auto name = fold(person.name);
    auto names = folded_names(name, person.other_name);
    return {.name = std::move(name),
            .names = std::move(names),
            .order = name_order(person),
            .identity_hash = identity.empty() ? std::string() : identity_hash(identity, keys)};
}

} // namespace phusa::storage
