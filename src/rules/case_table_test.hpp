#pragma once

#include "domain/case.hpp"
#include "domain/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A case as tests/rules/*.case write it, with what is expected of the judge. tests/rules/README.md explains the lines.
struct CaseTable {
    struct ExpectedFinding {
        Rule rule = Rule::age_min;
        Severity severity = Severity::block;
        std::optional<std::uint32_t> act;
        std::optional<std::optional<Date>> due; // compared only where it is written
    };

    struct ExpectedNext {
        ActKind act = ActKind::application;
        std::optional<Matter> about;
        std::optional<std::optional<Date>> earliest, latest;
        std::optional<RuleSet> blocked_by;
    };

    std::string name;
    std::string place; // "votes.case:12"
    Case judged;
    std::optional<Date> as_of;
    std::optional<Outcome> outcome;
    std::vector<ExpectedFinding> findings;
    bool looks_at_next = false;
    bool has_more = false;
    std::vector<ExpectedNext> next;
};

// Throws std::runtime_error, with file and line, where a line cannot be read: a table that tests nothing is a mistake.
std::vector<CaseTable> read_case_tables(const std::string& path);

// All *.case files of tests/rules.
std::vector<CaseTable> all_case_tables();

} // namespace phusa
