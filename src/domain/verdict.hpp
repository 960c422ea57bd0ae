#pragma once

#include "base/date.hpp"
#include "domain/act.hpp"
#include "domain/rule.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace phusa
{

// One breach of one rule, kept as values: the sentence and the citation are written when somebody wants to read them
// (rules/explanation.hpp).
//
// `act` is the index in Case::acts; absent where the act that is missed does not exist. `due` is the last day in time,
// of rules with a deadline. `rulebook` is the place in the Rulebooks of the regulation that it breaks.
struct Finding {
    Rule rule = Rule::chronology;
    Matter about = Matter::admission; // the stage or matter in which it was found
    std::uint8_t rulebook = 0;
    std::optional<ActKind> ground = {};           // chronology: the kind of act that it has to follow
    std::optional<std::uint32_t> ground_act = {}; // chronology: that act; absent where there is none
    std::optional<std::uint32_t> act = {};
    std::optional<Date> due = {};

    Severity severity() const { return severity_of(rule); }
    friend bool operator==(const Finding&, const Finding&) = default;
};

// One act that remains to be done. `earliest`: the first lawful day if all entries before it happen at their own
// earliest; absent when no day can be lawful. `latest`: the last day without a warning. `blocked_by`: the rules unmet
// as things stand on the day of judging.
struct NextAct {
    ActKind act = ActKind::application;
    Matter about = Matter::admission; // the stage that it serves: admission up to the ceremony, then recognition
    std::optional<Date> earliest = {};
    std::optional<Date> latest = {};
    RuleSet blocked_by = {};

    friend bool operator==(const NextAct&, const NextAct&) = default;
};

// blocked: a block finding. waiting: none, but the next act is not yet lawful or lacks something. clear: otherwise.
enum class Outcome : std::uint8_t { clear, waiting, blocked };
std::string_view key_of(Outcome outcome);
std::string_view title_of(Outcome outcome);

// What the judge says of one Case on one day. Findings are ordered by act (those without one last), then by rule.
struct Verdict {
    Outcome outcome = Outcome::clear;
    std::vector<Finding> findings;
    std::vector<NextAct> next;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

} // namespace phusa
