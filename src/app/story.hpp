#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/people.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "base/table.hpp"
#include "domain/organisation.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// Whose admissions, of which days, are told. Everything may be left out.
struct StoryQuestion {
    std::optional<OrganisationId> organisation = {}; // else the unit of `code`
    std::string code = {};              // as in the structure asked; both absent: where the asker's view begins
    std::optional<Period> period = {};  // absent: default_story_period
    std::optional<Date> structure = {}; // absent: that of the end of the period
    std::optional<Date> as_of = {};     // what happened later is not counted; absent: today
};

// One number of the paragraph, and what it opens into.
struct StoryFigure {
    std::string text;            // as it stands there: "6.658", "60,6%", "29,5"
    std::size_t offset = 0;      // in the paragraph, in code points
    double value = 0;            // 6658, 60.6 (as printed), 29.5
    std::string unit;            // "người", "%" or "tuổi"
    std::optional<double> share; // of a count: percent of the total, as printed
    std::string key;             // "total", an indicator of regulations/indicators/article.toml, or "mean_age"
    std::string definition = {}; // what is counted, with its source
    std::optional<PeopleQuestion> people = {}; // who; absent where a list of people cannot be asked for it
};

// One paragraph about the admissions of a unit, as the article of Thái Bình has it, with everything behind it.
struct Story {
    // A share to be followed through the years, with others of its group.
    struct Trend {
        std::string group; // "Nghề nghiệp"
        std::string key;
        std::string title;
    };
    // One year of the period; the first and the last may be cut.
    struct Year {
        Period days;
        std::int64_t total = 0;
        PeopleQuestion admitted;      // the people of the year
        std::vector<std::int64_t> of; // in the order of `trends`, as `people`
        std::vector<std::optional<PeopleQuestion>> people;
    };

    Organisation unit;
    Period period;
    Date structure;
    Date as_of;
    bool is_unfinished = false;                                 // the period ends after as_of
    std::string text = {};                                      // NFC, one line
    std::vector<StoryFigure> figures = {};                      // in the order of the text
    Table table = {};                                           // group, indicator, count, share, definition, key
    std::vector<std::optional<PeopleQuestion>> row_people = {}; // of each row of the table
    std::vector<Trend> trends = {};
    std::vector<Year> years = {};
};

// Needs the right to see reports at the unit. Only figures: opening one into its people needs the right to see people.
// An unknown unit or one that is not in the structure is not_found and says what to ask for.
Result<Story> story(App& app, const Actor& actor, const StoryQuestion& asked);

// The setting `story.period` ("2007-01-01..2012-03-31") where it is set, else from 1 January five years before `as_of`
// to the end of the last quarter that is over then.
Period default_story_period(App& app, Date as_of);

} // namespace phusa
