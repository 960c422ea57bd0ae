#pragma once

#include "app/pivot/pivot.hpp"
#include "app/story_question.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A pivot as the command line and the API are given it.
struct PivotWords {
    StoryAsked scope = {};
    std::string rows = {};                 // "occupation,sex"
    std::string columns = {};              // "year"
    std::string measure = {};              // key of PivotMeasure, empty for counts
    std::vector<std::string> filters = {}; // "sex=female", "occupation=farmer,student", "indicator=women"
};

struct PivotRead {
    PivotQuestion question;
    PivotMeasure measure = PivotMeasure::count;
};
// The Problem names what cannot be read by its option: `dashes` is "--" on the command line, empty in the API.
Result<PivotRead> read_pivot(const PivotWords& words, std::string_view dashes);
PivotOptions pivot_options(std::string_view dashes);

} // namespace phusa
