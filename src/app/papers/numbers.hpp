#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/made_paper.hpp"
#include "domain/organisation.hpp"

#include <string>
#include <vector>

namespace phusa
{

// One row of numbers of a body, as its office sees it.
struct SeriesView {
    NumberSeries series = {};
    int given = 0; // before Phù Sa
    int count = 0; // by Phù Sa
    int next = 0;  // the next to be given
};

struct BodyNumbers {
    Organisation body = {};
    std::string sign = {};               // "CB"
    std::vector<std::string> types = {}; // of documents that such a body issues
    std::vector<std::string> terms = {}; // names to choose from, the newest first
    std::string term_today = {};
    std::vector<SeriesView> series = {};
    std::vector<CommitteeTerm> own_terms = {}; // that the office told
    bool may_change = false;
};
Result<BodyNumbers> body_numbers(App& app, const Actor& actor, OrganisationId body);

// "The last number of this kind in this term before Phù Sa is N": the next one is N + 1.
struct NumbersGiven {
    OrganisationId body;
    std::string type;
    std::string term;
    int last = 0;
};
inline constexpr int paper_number_max = 9999;
// For the office of that body. Refused for a kind of document or a term that the body does not have.
Result<void> tell_numbers_given(App& app, const Actor& actor, const NumbersGiven& told);

// From when on numbers run through a term of that body: the day of its own congress.
Result<void> tell_term(App& app, const Actor& actor, OrganisationId body, const CommitteeTerm& term);
// Refused once numbers were given in it.
Result<void> forget_term(App& app, const Actor& actor, OrganisationId body, const std::string& name);

} // namespace phusa
