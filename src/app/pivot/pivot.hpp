#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/people.hpp"
#include "app/story.hpp"
#include "base/result.hpp"
#include "base/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One dimension with the values of it that are counted; or `indicator`, whose values must all hold.
struct PivotFilter {
    std::string key;
    std::vector<std::string> values;
};
inline constexpr std::string_view indicator_key = "indicator"; // values: keys of story_indicators()

// Which admissions, and by what they are set against each other. Keys of pivot_dimensions().
struct PivotQuestion {
    StoryQuestion scope;
    std::vector<std::string> rows; // one or two, the outer first
    std::string columns;           // may be empty: totals only
    std::vector<PivotFilter> filters;
};

// What stands in the cells.
enum class PivotMeasure : std::uint8_t { count, row_share, column_share, total_share, mean_age };
std::string_view key_of(PivotMeasure measure);
std::string_view title_of(PivotMeasure measure);
std::optional<PivotMeasure> pivot_measure(std::string_view key);
std::vector<PivotMeasure> all_pivot_measures();

struct PivotCell {
    std::int64_t count = 0;
    std::int64_t ages_known = 0;
    std::int64_t age_months = 0;               // over them
    std::optional<PeopleQuestion> people = {}; // absent where a list of people cannot be asked for it

    void add(const PivotCell& other); // leaves the people as they are
    double mean_age() const;          // in years; 0 where no age is known
};

struct PivotTable {
    struct Value {
        std::string key;
        std::string title;
    };
    struct Side {
        std::string key;
        std::string title;
        std::vector<Value> values; // those that anybody is in, and years and units also without
    };
    struct Row {
        std::vector<Value> values; // one for each side of the rows
        std::vector<PivotCell> cells;
        PivotCell total;
    };

    Organisation unit;
    Period period;
    Date structure;
    Date as_of;
    bool is_unfinished = false; // the period ends after as_of
    std::vector<Side> rows;     // their values are not told here but in the lines
    Side columns;
    std::vector<std::string> filters; // in words: "Giới tính: Nữ"
    std::vector<Row> lines;
    std::vector<PivotCell> column_totals;
    PivotCell whole;
};

// Needs the right to see reports at the unit. Unknown dimensions and values are invalid and name them; fields of the
// Problem are called as `options` says.
struct PivotOptions {
    std::string rows = "--rows";
    std::string columns = "--columns";
    std::string filter = "--filter";
};
Result<PivotTable> pivot(App& app, const Actor& actor, const PivotQuestion& asked, const PivotOptions& options = {});

// The same as rows of a Table: the values of each row, its cells, their total; the totals in the last row. Keys of the
// cells are those of the columns' values. Notes say unit, period, structure, filters and as_of.
Table pivot_sheet(const PivotTable& table, PivotMeasure measure);
// One value of the sheet: nothing where there is none (a share of nobody, an unknown age).
Cell pivot_value(const PivotTable& table, PivotMeasure measure, const PivotCell& cell, const PivotCell& row_total,
                 const PivotCell& column_total);

} // namespace phusa
