#include "app/story_question.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

class AskedReader
{
public:
    AskedReader(const StoryAsked& asked, std::string_view dashes) : asked_(asked), dashes_(dashes) {}

    Result<StoryQuestion> read() const
    {
        StoryQuestion question;
        question.code = asked_.org;
        question.period = TRY(period());
        question.structure = TRY(day("structure", asked_.structure));
        question.as_of = TRY(day(dashes_.empty() ? "as_of" : "as-of", asked_.as_of));
        return question;
    }

private:
    std::string option(std::string_view name) const { return fmt::format("{}{}", dashes_, name); }

    std::unexpected<Problem> wrong(std::string_view name, std::string_view message) const
    {
        return invalid(option(name), fmt::format("{}: {}", option(name), message));
    }

    Result<std::optional<Date>> day(std::string_view name, const std::string& text) const
    {
        if (text.empty())
            return std::nullopt;
        if (auto read = Date::from_iso(text))
            return read;
        return wrong(name, fmt::format("“{}” không phải là ngày; hãy ghi như 2026-02-03", text));
    }

    Result<std::optional<Period>> period() const
    {
        if (!asked_.period.empty() && !(asked_.from.empty() && asked_.to.empty()))
            return wrong("period", fmt::format("đã ghi kỳ thì không ghi {} và {}", option("from"), option("to")));
        if (!asked_.period.empty()) {
            auto read = Period::parse(asked_.period);
            return read ? Result<std::optional<Period>>(*read) : wrong("period", read.error().message);
        }
        auto first = TRY(day("from", asked_.from));
        auto last = TRY(day("to", asked_.to));
        if (first.has_value() != last.has_value())
            return wrong(first ? "to" : "from", "hãy ghi cả ngày đầu và ngày cuối của kỳ");
        if (!first)
            return std::nullopt;
        if (*last < *first)
            return wrong("to", "ngày cuối của kỳ phải sau ngày đầu");
        return Period{*first, *last};
    }

    const StoryAsked& asked_;
    std::string_view dashes_;
};

} // namespace

Result<StoryQuestion> story_question(const StoryAsked& asked, std::string_view dashes)
{
    return AskedReader(asked, dashes).read();
}

} // namespace phusa
