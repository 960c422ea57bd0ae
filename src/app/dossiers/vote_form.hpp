#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/vote_roll.hpp"

#include <string>
#include <vector>

namespace phusa
{

// The cell of a dossier as it stood on the day of a meeting, for the page on which the secretary ticks the roll.
struct VoteForm {
    struct Member {
        PersonId id;
        std::string name;
        PartialDate born;
        bool is_exempt = false; // on that day: the excuse that is offered
    };

    Matter about = Matter::admission;
    Date on = {};
    std::string cell_name = {};
    std::string person_name = {};
    bool is_readmission = false;
    std::vector<Member> official = {};     // who has a vote, by name
    std::vector<Member> probationary = {}; // may be there, have no vote
    int failed_before = 0;                 // votes on the same matter that did not carry
};
Result<VoteForm> vote_form(App& app, const Actor& actor, DossierId id, Matter about, Date on);

} // namespace phusa
