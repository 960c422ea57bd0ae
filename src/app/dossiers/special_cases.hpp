#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/recorded_act.hpp"

#include <string>
#include <vector>

namespace phusa
{

// What a special regime asks for on a day, for forms and for the facts of a dossier. Beside the judge's verdict, whose
// rules are settled: regulations/special_regimes.toml says what and by what.
struct SpecialRequirement {
    SpecialRegime regime = SpecialRegime::religious_believer;
    std::string title = {};    // "Người theo tôn giáo"
    std::string paper = {};    // what must be on file before the decision on admission
    std::string citation = {}; // by which regulation
    std::string note = {};     // what to compare first; empty where it is certain

    std::string sentence() const; // what is lacking, by what, and what to do
};

// Of all regimes, as of that day; one without a requirement yet is left out.
std::vector<SpecialRequirement> special_requirements(Date day);

// Of the regimes of a dossier those whose paper is not there for a decision on that day: not recorded, or dated later.
std::vector<SpecialRequirement> lacking_consents(const Dossier& dossier, Date decided);

// For that act: none but a decision on admission is stopped.
std::vector<SpecialRequirement> lacking_for(const Dossier& dossier, const RecordedAct& act);

// The refusal of a decision: fields named "regimes.religious_believer".
Problem refusal_of(const std::vector<SpecialRequirement>& lacking);

} // namespace phusa
