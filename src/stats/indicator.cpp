#include "stats/indicator.hpp"

#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <limits>
#include <optional>

namespace phusa::stats
{

namespace
{

constexpr int months_a_year = 12;

std::unexpected<Problem> wrong(std::string message) { return problem(Problem::Kind::invalid, std::move(message)); }

Result<void> check_keys(const toml::table& table, std::initializer_list<std::string_view> known, std::string_view where)
{
    for (const auto& [key, value] : table)
        if (std::ranges::find(known, key.str()) == known.end())
            return wrong(fmt::format("Khoá “{}” không có trong quy cách của {} (dòng {}).", key.str(), where,
                                     value.source().begin.line));
    return {};
}

Result<std::string> text_of(const toml::table& table, std::string_view key, std::string_view where)
{
    auto text = table[key].value<std::string>();
    if (!text || text->empty())
        return wrong(fmt::format("{} thiếu “{}” (dòng {}).", where, key, table.source().begin.line));
    return *text;
}

Result<void> add_value(Indicator::CodeTerm& term, const Dimension& dimension, const toml::node& node)
{
    auto key = node.value<std::string>();
    auto code = key ? dimension.code_of(*key) : std::nullopt;
    if (!code)
        return wrong(fmt::format("“{}” không phải giá trị của “{}” (dòng {}).", key.value_or("?"), dimension.key,
                                 node.source().begin.line));
    term.accepted.set(*code);
    return {};
}

Result<Indicator::CodeTerm> read_codes(const Dimension& dimension, std::size_t index, const toml::node& node)
{
    Indicator::CodeTerm term{.dimension = index, .accepted = {}};
    if (auto truth = node.value_exact<bool>(); truth && dimension.is_yes_no()) {
        term.accepted.set(*truth ? 1 : 0);
        return term;
    }
    const auto* list = node.as_array();
    if (!list || list->empty() || dimension.is_yes_no())
        return wrong(fmt::format("Điều kiện “{}” phải là {} (dòng {}).", dimension.key,
                                 dimension.is_yes_no() ? "true hoặc false" : "danh sách giá trị",
                                 node.source().begin.line));
    for (const auto& value : *list)
        TRY_DO(add_value(term, dimension, value));
    return term;
}

Result<void> read_age(Indicator& indicator, const toml::node& node)
{
    const auto* band = node.as_table();
    if (!band || band->empty())
        return wrong(fmt::format("Điều kiện “age” cần from hoặc to (dòng {}).", node.source().begin.line));
    TRY_DO(check_keys(*band, {"from", "to"}, "age"));
    constexpr int oldest_years = 150;
    auto from = (*band)["from"].value_or(0);
    auto to = (*band)["to"].value_or(oldest_years);
    if (from < 0 || to < from || to > oldest_years)
        return wrong(fmt::format("Khoảng tuổi {}–{} không hợp lệ (dòng {}).", from, to, node.source().begin.line));
    indicator.age_from_months = static_cast<std::uint16_t>(from * months_a_year);
    indicator.age_until_months = static_cast<std::uint16_t>((to + 1) * months_a_year);
    return {};
}

Result<void> read_conditions(Indicator& indicator, const toml::table& where, std::span<const Dimension> dimensions)
{
    for (const auto& [key, node] : where) {
        if (key.str() == "age") {
            TRY_DO(read_age(indicator, node));
            continue;
        }
        auto found = std::ranges::find(dimensions, key.str(), &Dimension::key);
        if (found == dimensions.end())
            return wrong(fmt::format("Không có chiều thống kê “{}” (dòng {}).", key.str(), node.source().begin.line));
        auto index = static_cast<std::size_t>(found - dimensions.begin());
        indicator.codes.push_back(TRY(read_codes(*found, index, node)));
    }
    return {};
}

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
        return wrong(fmt::format("{} thiếu “where” (dòng {}).", indicator.key, table.source().begin.line));
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
        return wrong("Tệp chỉ tiêu không có [[indicator]] nào.");
    for (const auto& node : *list) {
        auto indicator = TRY(read_indicator(*node.as_table(), dimensions));
        if (std::ranges::find(file.indicators, indicator.key, &Indicator::key) != file.indicators.end())
            return wrong(fmt::format("Chỉ tiêu “{}” có hai lần.", indicator.key));
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
        return wrong(fmt::format("Không đọc được tệp chỉ tiêu, dòng {}: {}", parsed.error().source().begin.line,
                                 parsed.error().description()));
    return read_file(parsed.table(), dimensions);
}

} // namespace phusa::stats
