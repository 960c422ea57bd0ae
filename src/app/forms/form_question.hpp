#pragma once

#include "app/forms/form_sheet.hpp"
#include "app/story_question.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// A question about a form as the command line and the API are given it; `recorded` is empty or the number of an audit
// row. The Problem names what cannot be read by its option, as story_question does.
Result<FormQuestion> form_question(std::string code, const StoryAsked& asked, std::string_view recorded,
                                   std::string_view dashes);

} // namespace phusa
