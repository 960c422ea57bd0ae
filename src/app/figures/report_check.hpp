#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/story.hpp"
#include "base/result.hpp"
#include "stats/figures/figure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A written report with what checking its figures came to. Nothing of it is kept.
struct ReportCheck {
    std::string text; // offsets of figures count its code points
    std::vector<stats::Figure> figures = {};

    std::size_t count(stats::FigureVerdict verdict) const;
    bool is_wrong() const { return count(stats::FigureVerdict::wrong) > 0; }
};

// A text in UTF-8 or a Word file (.docx), told apart by their first bytes. The Problem says what cannot be read.
Result<ReportCheck> check_report(std::string_view bytes);
// Compares what says the same as an indicator of regulations/figures/indicators.toml with the register, for the unit
// and period of the question. Needs the right to see reports at the unit.
Result<void> tie_to_register(App& app, const Actor& actor, const StoryQuestion& question, ReportCheck& check);

// {"figures":[{"text","offset","value","unit","of","expected","verdict","why"}]} of DESIGN §6.
std::string figures_json(const ReportCheck& check);
// A line for each figure, what is wrong first.
std::string figures_listing(const ReportCheck& check);

} // namespace phusa
