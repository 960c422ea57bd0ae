#pragma once

#include "app/demo/random.hpp"
#include "domain/recorded_act.hpp"

#include <optional>
#include <vector>

namespace phusa::demo
{

// What is known of one dossier before its story is told.
struct DossierPlot {
    Date ceremony;                          // held, or to be held
    std::optional<Date> decided = {};       // the decision on admission, where the register has it
    std::optional<Date> recognised = {};    // the decision on recognition
    bool youth_union = false;               // introduced by the Youth Union
    bool grassroots_cell = false;           // no committee between
    int members = 3;                        // official ones of the cell
    std::vector<PersonId> introducers = {}; // two official members of the cell
};

// The acts of one person's way up to `as_of`, in the order of time, with paper numbers; by chance of the stream.
std::vector<RecordedAct> tell_dossier(const DossierPlot& plot, Date as_of, Random random);

} // namespace phusa::demo
