#include "stats/indicator_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr int months_a_year = 12;

Result<void> add_value(Indicator::CodeTerm& term, const Dimension& dimension, const toml::node& node)
{
    auto key = node.value<std::string>();
    auto code = key ? dimension.code_of(*key) : std::nullopt;
    if (!code)
        return wrong_file(fmt::format("“{}” không phải giá trị của “{}” (dòng {}).", key.value_or("?"), dimension.key,
                                      node.source().begin.line));
    term.accepted.set(*code);
    return {};
}

std::bitset<256> all_of(const Dimension& dimension)
{
    std::bitset<256> all;
    for (const auto& value : dimension.values)
        all.set(value.code);
    return all;
}

Result<Indicator::CodeTerm> read_codes(const Dimension& dimension, std::size_t index, const toml::node& node)
{
    Indicator::CodeTerm term{.dimension = index, .accepted = {}};
    if (auto truth = node.value_exact<bool>(); truth && dimension.is_yes_no()) {
        term.accepted.set(*truth ? 1 : 0);
        return term;
    }
    const auto* except = node.as_table();
    const auto* list = except && except->size() == 1 ? (*except)["except"].as_array() : node.as_array();
    if (!list || list->empty() || dimension.is_yes_no())
        return wrong_file(fmt::format("Điều kiện “{}” phải là {} (dòng {}).", dimension.key,
                                      dimension.is_yes_no() ? "true hoặc false" : "danh sách giá trị",
                                      node.source().begin.line));
    for (const auto& value : *list)
        TRY_DO(add_value(term, dimension, value));
    if (except)
        term.accepted = all_of(dimension) & ~term.accepted;
    return term;
}

Result<void> read_age(Indicator& indicator, const toml::node& node)
{
    const auto* band = node.as_table();
    if (!band || band->empty())
        return wrong_file(fmt::format("Điều kiện “age” cần from hoặc to (dòng {}).", node.source().begin.line));
    TRY_DO(check_keys(*band, {"from", "to"}, "age"));
    constexpr int oldest_years = 150;
    auto from = (*band)["from"].value_or(0);
    auto to = (*band)["to"].value_or(oldest_years);
    if (from < 0 || to < from || to > oldest_years)
        return wrong_file(fmt::format("Khoảng tuổi {}–{} không hợp lệ (dòng {}).", from, to, node.source().begin.line));
    indicator.age_from_months = static_cast<std::uint16_t>(from * months_a_year);
    indicator.age_until_months = static_cast<std::uint16_t>((to + 1) * months_a_year);
    return {};
}

} // namespace

std::unexpected<Problem> wrong_file(std::string message) { return problem(Problem::Kind::invalid, std::move(message)); }

Result<void> check_keys(const toml::table& table, std::initializer_list<std::string_view> known, std::string_view where)
{
    for (const auto& [key, value] : table)
        if (std::ranges::find(known, key.str()) == known.end())
            return wrong_file(fmt::format("Khoá “{}” không có trong quy cách của {} (dòng {}).", key.str(), where,
                                          value.source().begin.line));
    return {};
}

Result<std::string> text_of(const toml::table& table, std::string_view key, std::string_view where)
{
    auto text = table[key].value<std::string>();
    if (!text || text->empty())
        return wrong_file(fmt::format("{} thiếu “{}” (dòng {}).", where, key, table.source().begin.line));
    return *text;
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
            return wrong_file(
                fmt::format("Không có chiều thống kê “{}” (dòng {}).", key.str(), node.source().begin.line));
        auto index = static_cast<std::size_t>(found - dimensions.begin());
        indicator.codes.push_back(TRY(read_codes(*found, index, node)));
    }
    return {};
}

} // namespace phusa::stats
