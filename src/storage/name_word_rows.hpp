#pragma once

#include "domain/person.hpp"
#include "storage/sql/bulk.hpp"

#include <string_view>

namespace phusa::storage
{

// The rows by which searches find people as they are now (table name_word). They are found by their word alone, so
// that each costs one tree and not two: whoever takes them away must say what the person was called.

// Many new ones. Between the first person and finish() nothing else may run on the connection.
class NameWordRows
{
public:
    explicit NameWordRows(Transaction& transaction);
    // Nothing for a version that has ended.
    void put(const Person& person);
    void put(PersonId id, std::string_view folded_names);
    void finish() { bulk_.finish(); }

private:
    Bulk bulk_;
};

// Of the person as it is now, where they are not there yet.
void add_name_words(Transaction& transaction, PersonId id);
void remove_name_words(Transaction& transaction, const Person& before);

} // namespace phusa::storage
