#include "app/forms/form_question.hpp"

#include <fmt/format.h>

#include <charconv>

namespace phusa
{

Result<FormQuestion> form_question(std::string code, const StoryAsked& asked, std::string_view recorded,
                                   std::string_view dashes)
{
    FormQuestion question{.code = std::move(code), .of = TRY(story_question(asked, dashes))};
    if (recorded.empty())
        return question;
    AuditNumber number;
    auto [end, error] = std::from_chars(recorded.data(), recorded.data() + recorded.size(), number.value);
    if (error != std::errc{} || end != recorded.data() + recorded.size())
        return invalid(fmt::format("{}recorded", dashes),
                       fmt::format("{}recorded: “{}” không phải là số của một dòng nhật ký", dashes, recorded));
    question.recorded = number;
    return question;
}

} // namespace phusa
