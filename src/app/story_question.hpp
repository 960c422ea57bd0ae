#pragma once

#include "app/story.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// A question as the command line and the API are given it: codes, ISO dates and periods of Period::parse; empty where
// not said.
struct StoryAsked {
    std::string org = {};
    std::string period = {}; // or `from` and `to`
    std::string from = {};
    std::string to = {};
    std::string structure = {};
    std::string as_of = {};
};

// The Problem names what cannot be read by its option: `dashes` is "--" on the command line, empty in the API.
Result<StoryQuestion> story_question(const StoryAsked& asked, std::string_view dashes);

} // namespace phusa
