#pragma once

#include "domain/person.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One field of a person's record as people see and change it. The list is what pages, corrections and comparisons of
// versions go through, so that a new field cannot be forgotten in one of them.
struct PersonField {
    std::string_view key;                // "full_name": of forms, the API and files
    std::string_view title;              // "Họ và tên khai sinh"
    std::string (*shown)(const Person&); // as a person reads it
    bool (*same)(const Person&, const Person&);
    void (*copy)(const Person& from, Person& to);
};

std::span<const PersonField> person_fields();
// Keys of the fields in which two versions differ, in the order of the list.
std::vector<std::string_view> differing_fields(const Person& a, const Person& b);

} // namespace phusa
