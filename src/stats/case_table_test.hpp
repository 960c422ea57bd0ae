#pragma once

#include "stats/columns.hpp"
#include "stats/count.hpp"
#include "stats/indicator.hpp"

#include <map>
#include <string>
#include <vector>

namespace phusa::stats
{

// A counting case as tests/stats/*.case write it: dimensions, rows, indicators, and questions with their answers.
struct CaseTable {
    struct Question {
        std::string text; // the line that asks, for messages
        bool by_year = false;
        std::vector<std::string> sides = {};   // of a pivot: rows, then the column
        std::vector<std::string> filters = {}; // indicators
        bool ages = false;                     // mean ages in place of counts
        Slice slice;
        // "women", "4"; of a pivot "farmer/male", "1 0 2 = 3"
        std::vector<std::pair<std::string, std::string>> answers;
    };

    std::vector<Dimension> dimensions;
    Columns columns{{}};
    IndicatorFile indicators;
    std::vector<Question> questions;
};

// A mistake in the file fails the running test.
CaseTable read_case(const std::string& path);

} // namespace phusa::stats
