#pragma once

#include "domain/case.hpp"
#include "domain/verdict.hpp"
#include "rules/rulebook.hpp"

#include <optional>
#include <string>

namespace phusa
{

// What a sentence about a rule is made from: the day on which the rule was asked, the act on which it was, and the
// finding where there is one. Only for the files of rules/ that explanation.cpp calls.
struct Sentence {
    Rule rule = Rule::age_min;
    const Case& judged;
    Date day;
    Date as_of;
    const Rulebook& book;
    const Act* act = nullptr;         // absent for an act that is still to be done
    const Finding* finding = nullptr; // absent for a rule of blocked_by
    Matter about = Matter::admission;
};

std::string sentence_of_person(const Sentence& of);
std::string sentence_of_papers(const Sentence& of);
std::string sentence_of_votes(const Sentence& of);
std::string sentence_of_order(const Sentence& of);
std::string sentence_of_deadlines(const Sentence& of);

// "nghị quyết chi bộ ngày 03/04/2025": the act with its day, as it stands within a sentence.
std::string named_act(const Act& act);
std::string lower_title(ActKind kind);

} // namespace phusa
