// Reads regulations/special_regimes.toml.
#include "rules/special_regimes.hpp"

#include "base/embedded.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 6> known_keys = {"regime", "from", "paper", "citation", "confidence", "note"};

std::unexpected<Problem> wrong(std::size_t place, std::string_view key, std::string_view what)
{
    return problem(Problem::Kind::invalid,
                   fmt::format("special_regimes.toml, trường hợp thứ {}: {}: {}", place, key, what));
}

std::optional<Confidence> confidence_of(std::string_view written)
{
    if (written == "S")
        return Confidence::reported;
    if (written == "S2")
        return Confidence::secondary;
    if (written == "I")
        return Confidence::inferred;
    return written == "R" ? std::optional(Confidence::recalled) : std::nullopt;
}

Result<RegimeRequirement> read_case(const toml::table& table, std::size_t place)
{
    for (const auto& [key, node] : table)
        if (std::ranges::find(known_keys, key.str()) == known_keys.end())
            return wrong(place, key.str(), "không có mục này");
    auto text = [&](std::string_view key) { return table[key].value_or(std::string()); };
    RegimeRequirement made{.paper = text("paper"), .citation = text("citation"), .note = text("note")};
    auto regime = special_regime(text("regime"));
    auto confidence = confidence_of(text("confidence"));
    auto written = table["from"].value_exact<toml::date>();
    auto from = written ? Date::of(written->year, written->month, written->day) : std::nullopt;
    if (!regime)
        return wrong(place, "regime", "không có trường hợp này");
    if (!from)
        return wrong(place, "from", "phải là ngày, ví dụ 2018-08-28");
    if (!confidence)
        return wrong(place, "confidence", "chỉ nhận S, S2, I hoặc R");
    if (made.paper.empty())
        return wrong(place, "paper", "thiếu");
    if (made.citation.empty())
        return wrong(place, "citation", "thiếu");
    made.regime = *regime;
    made.from = *from;
    made.confidence = *confidence;
    return made;
}

} // namespace

const RegimeRequirement* requirement_on(SpecialRegime regime, Date day, std::span<const RegimeRequirement> all)
{
    const RegimeRequirement* found = nullptr;
    for (const auto& each : all)
        if (each.regime == regime && each.from <= day)
            found = &each;
    return found;
}

Result<std::vector<RegimeRequirement>> parse_special_regimes(std::string_view toml)
{
    auto parsed = toml::parse(toml);
    if (!parsed)
        return problem(Problem::Kind::invalid,
                       fmt::format("special_regimes.toml, dòng {}: {}", parsed.error().source().begin.line,
                                   parsed.error().description()));
    const toml::table& file = parsed.table();
    for (const auto& [key, value] : file)
        if (key != "case")
            return wrong(0, key.str(), "không có mục này");
    const auto* entries = file["case"].as_array();
    if (!entries || !entries->is_array_of_tables())
        return wrong(0, "case", "thiếu");
    std::vector<RegimeRequirement> all;
    for (const toml::node& node : *entries) {
        auto place = all.size() + 1;
        auto made = TRY(read_case(*node.as_table(), place));
        for (const auto& earlier : all)
            if (earlier.regime == made.regime && earlier.from >= made.from)
                return wrong(place, "from", "không sau mục đứng trước của cùng trường hợp");
        all.push_back(std::move(made));
    }
    return all;
}

std::span<const RegimeRequirement> shipped_special_regimes()
{
    static const std::vector<RegimeRequirement> all = [] {
        auto file = embedded_file("regulations/special_regimes.toml");
        assert(file);
        auto parsed = parse_special_regimes(*file);
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return *std::move(parsed);
    }();
    return all;
}

} // namespace phusa
