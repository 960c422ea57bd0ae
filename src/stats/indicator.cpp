#include "stats/indicator.hpp"

#include "stats/indicator_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace phusa::stats
{

namespace
{

Result<Indicator> read_indicator(const toml::table& table, std::span<const Dimension> dimensions)
{
    TRY_DO(check_keys(table, {"key", "title", "source", "definition", "where"}, "[[indicator]]"));
    Indicator indicator;
    indicator.key = TRY(text_of(table, "key", "[[indicator]]"));
    indicator.title = TRY(text_of(table, "title", indicator.key));
    indicator.source = TRY(text_of(table, "source", indicator.key));
    indicator.definition = table["definition"].value_or(std::string());
    const auto* where = table["where"].as_table();
    if (!where)
        return wrong_file(fmt::format("{} thiếu “where” (dòng {}).", indicator.key, table.source().begin.line));
    TRY_DO(read_conditions(indicator, *where, dimensions));
    return indicator;
}

Result<IndicatorFile> read_file(const toml::table& table, std::span<const Dimension> dimensions)
{
    TRY_DO(check_keys(table, {"title", "source", "indicator"}, "tệp chỉ tiêu"));
    IndicatorFile file;
    file.title = TRY(text_of(table, "title", "Tệp chỉ tiêu"));
    file.source = TRY(text_of(table, "source", "Tệp chỉ tiêu"));
    const auto* list = table["indicator"].as_array();
    if (!list || !list->is_array_of_tables())
        return wrong_file("Tệp chỉ tiêu không có [[indicator]] nào.");
    for (const auto& node : *list) {
        auto indicator = TRY(read_indicator(*node.as_table(), dimensions));
        if (std::ranges::find(file.indicators, indicator.key, &Indicator::key) != file.indicators.end())
            return wrong_file(fmt::format("Chỉ tiêu “{}” có hai lần.", indicator.key));
        file.indicators.push_back(std::move(indicator));
    }
    return file;
}

} // namespace

const Indicator& IndicatorFile::at(std::string_view key) const
{
    auto found = std::ranges::find(indicators, key, &Indicator::key);
    assert(found != indicators.end());
    return *found;
}

Result<IndicatorFile> read_indicators(std::string_view text, std::span<const Dimension> dimensions)
{
    auto parsed = toml::parse(text);
    if (!parsed)
        return wrong_file(fmt::format("Không đọc được tệp chỉ tiêu, dòng {}: {}", parsed.error().source().begin.line,
                                      parsed.error().description()));
    return read_file(parsed.table(), dimensions);
}

} // namespace phusa::stats
