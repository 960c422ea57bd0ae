#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/working_days.hpp"
#include "domain/case.hpp"
#include "domain/verdict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The judge with the rulebooks and holidays of the program, for doors that need no register.

// A finding with its words.
struct JudgedFinding {
    Finding finding;
    std::string regulation; // "24-QĐ/TW"
    std::string citation;   // "khoản 4.3, Quy định 24-QĐ/TW"
    std::string message;
};

struct JudgedCase {
    Verdict verdict;
    std::vector<JudgedFinding> findings; // those of the verdict, in its order
};

JudgedCase judge_case(const Case& judged, Date as_of);

// What `phusa judge` says of a file. The answer to an array is an array.
struct JudgeAnswer {
    std::string text;
    bool is_blocked = false; // some case has a block finding
};
Result<JudgeAnswer> judge_json(std::string_view json, Date as_of);     // JSON, as DESIGN §6 shows it
Result<JudgeAnswer> judge_in_words(std::string_view json, Date as_of); // Vietnamese, for people

// One verdict as JSON: outcome, findings, next.
std::string verdict_json(const JudgedCase& judged);
// One verdict in words.
std::string verdict_text(const Case& judged, const JudgedCase& said, Date as_of);

} // namespace phusa
