#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/person.hpp"

#include <optional>
#include <string>

namespace phusa
{

// Somebody who is put into the register by hand.
//
// Of somebody who is no member only what may be kept before an application (DESIGN §8), and that they know of it and
// agree. Of a member the days by which the standing follows.
struct NewcomerFacts {
    std::string name = {};
    PartialDate born = {};
    OrganisationId cell = {};
    std::string phone = {};
    Date since = {};     // followed, or a member of this cell, from this day on
    bool agreed = false; // somebody who is no member: was told and agrees
    bool is_member = false;
    std::optional<Date> admitted = {};   // a member: the day of the ceremony
    std::optional<Date> recognised = {}; // absent: still on probation
    bool admitted_elsewhere = false;     // in another register: no admission of this one
};

// Conflict: somebody of that name, birth and cell is there already.
Result<PersonId> add_person(App& app, const Actor& actor, const NewcomerFacts& facts);

} // namespace phusa
