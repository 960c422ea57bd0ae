#pragma once

#include "app/organisations.hpp"
#include "app/people.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::web::search
{

struct Found {
    std::vector<PersonLine> people;
    std::int64_t people_total = 0;
    std::vector<OrganisationLine> units;
    bool people_first = true;
};

// The first people and units within the asker's scope whose names have all words, without minding marks. Nothing for
// empty words; who may not see people finds units only.
Result<Found> find(App& app, const Actor& actor, std::string_view words);

// Whether somebody rather looks for a person: "dao phai", and not "chi bộ 3", "xã bồi hạ" or "34.001".
bool looks_like_a_person(std::string_view words);

} // namespace phusa::web::search
