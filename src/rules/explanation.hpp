#pragma once

#include "domain/case.hpp"
#include "domain/verdict.hpp"
#include "rules/rulebook.hpp"

#include <string>

namespace phusa
{

// A finding in words. Written when somebody wants to read it, never while judging.
struct Explanation {
    std::string regulation; // "24-QĐ/TW"
    std::string citation;   // "khoản 4.3, Quy định 24-QĐ/TW"
    std::string message;    // what is wrong, by which numbers and dates, and what to do next
};

// Of a finding that `judge` made of this very case with these rulebooks on `as_of`.
Explanation explain(const Finding& finding, const Case& judged, Date as_of, const Rulebooks& books);

// A rule of NextAct::blocked_by, as things stand on `as_of`: what is lacking, and what to do.
std::string explain_unmet(Rule rule, const NextAct& next, const Case& judged, Date as_of, const Rulebooks& books);

} // namespace phusa
