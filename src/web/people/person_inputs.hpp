#pragma once

#include "domain/person.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"

#include <span>
#include <string>
#include <string_view>

namespace phusa::web::people
{

// How one of person_fields() is typed: the table beside that one, for forms and for the API.
struct PersonInput {
    std::string_view key;
    std::string_view group;                                   // heading under which the form shows it
    std::string (*typed)(const Person&);                      // as it stands in the form
    std::string (*coded)(const Person&);                      // as it stands in the API: ISO dates, keys
    void (*read)(std::string_view key, FormReader&, Person&); // what was sent into the person
    void (*show)(FormView&, std::string_view key, std::string title, std::string value);
};

// One for each of person_fields(), in an order in which forms ask.
std::span<const PersonInput> person_inputs();

// Takes over what was sent of these fields and of nothing else: a field that was not sent stays as it is.
void read_person(const Fields& sent, FormReader& reader, Person& person);

} // namespace phusa::web::people
