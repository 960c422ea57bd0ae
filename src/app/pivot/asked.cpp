#include "app/pivot/asked.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> parts;
    for (;;) {
        auto comma = text.find(',');
        if (auto part = text.substr(0, comma); !part.empty())
            parts.emplace_back(part);
        if (comma == std::string_view::npos)
            return parts;
        text = text.substr(comma + 1);
    }
}

Result<PivotFilter> filter_of(const std::string& text, const std::string& option)
{
    auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return invalid(
            option, fmt::format("{}: “{}” không phải điều kiện; hãy ghi CHIỀU=GIÁ_TRỊ, như sex=female", option, text));
    return PivotFilter{.key = text.substr(0, equals), .values = listed(std::string_view(text).substr(equals + 1))};
}

} // namespace

PivotOptions pivot_options(std::string_view dashes)
{
    return {.rows = fmt::format("{}rows", dashes),
            .columns = fmt::format("{}columns", dashes),
            .filter = fmt::format("{}filter", dashes)};
}

Result<PivotRead> read_pivot(const PivotWords& words, std::string_view dashes)
{
    PivotRead read;
    auto options = pivot_options(dashes);
    read.question.scope = TRY(story_question(words.scope, dashes));
    read.question.rows = listed(words.rows);
    read.question.columns = words.columns;
    for (const auto& text : words.filters)
        read.question.filters.push_back(TRY(filter_of(text, options.filter)));
    if (words.measure.empty())
        return read;
    auto measure = pivot_measure(words.measure);
    if (!measure) {
        std::string known;
        for (auto each : all_pivot_measures())
            known += fmt::format("{}{}", known.empty() ? "" : ", ", key_of(each));
        auto option = fmt::format("{}measure", dashes);
        return invalid(option, fmt::format("{}: không có “{}”; hãy chọn trong: {}", option, words.measure, known));
    }
    read.measure = *measure;
    return read;
}

} // namespace phusa
