#include "documents/paper_layout.hpp"

#include "base/embedded.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::string_view file_path = "regulations/papers/layouts.toml";

std::unexpected<Problem> wrong(std::string_view key, std::string_view what)
{
    return problem(Problem::Kind::invalid, fmt::format("layouts.toml: {}: {}", key, what));
}

using Length = std::pair<std::string_view, int PaperLayout::*>;
constexpr std::array<Length, 12> lengths = {{{"top", &PaperLayout::top},
                                             {"bottom", &PaperLayout::bottom},
                                             {"left", &PaperLayout::left},
                                             {"right", &PaperLayout::right},
                                             {"page_number_from_top", &PaperLayout::page_number_from_top},
                                             {"head_size", &PaperLayout::head_size},
                                             {"size", &PaperLayout::size},
                                             {"title_size", &PaperLayout::title_size},
                                             {"recipient_size", &PaperLayout::recipient_size},
                                             {"line_spacing", &PaperLayout::line_spacing},
                                             {"space_after", &PaperLayout::space_after},
                                             {"first_line", &PaperLayout::first_line}}};

Result<PaperLayout> parse_layout(const toml::table& table)
{
    PaperLayout layout;
    layout.name = table["name"].value_or(std::string());
    layout.font = table["font"].value_or(std::string());
    if (layout.name.empty() || layout.font.empty())
        return wrong("name, font", "phải có");
    auto from = table["from"].value<toml::date>();
    auto day = from ? Date::of(from->year, from->month, from->day) : std::nullopt;
    if (!day)
        return wrong("from", "phải là một ngày");
    layout.from = *day;
    for (const auto& [key, member] : lengths) {
        auto value = table[key].value<int>();
        if (!value || *value < 0)
            return wrong(key, "phải là số không âm");
        layout.*member = *value;
    }
    for (const auto& [key, node] : table) {
        bool is_known = key == "name" || key == "font" || key == "from" || key == "source" || key == "confidence" ||
                        std::ranges::find(lengths, key.str(), &Length::first) != lengths.end();
        if (!is_known)
            return wrong(key.str(), "không biết mục này");
    }
    return layout;
}

} // namespace

Result<std::vector<PaperLayout>> parse_paper_layouts(std::string_view toml)
{
    auto parsed = toml::parse(toml);
    if (!parsed)
        return wrong("cú pháp", parsed.error().description());
    const auto* list = parsed.table()["layout"].as_array();
    if (!list || list->empty())
        return wrong("layout", "phải có ít nhất một bảng [[layout]]");
    std::vector<PaperLayout> layouts;
    for (const auto& node : *list) {
        const auto* table = node.as_table();
        if (!table)
            return wrong("layout", "phải là bảng");
        layouts.push_back(TRY(parse_layout(*table)));
    }
    std::ranges::sort(layouts, {}, &PaperLayout::from);
    return layouts;
}

const std::vector<PaperLayout>& paper_layouts()
{
    static const std::vector<PaperLayout> layouts = [] {
        auto parsed = parse_paper_layouts(embedded_file(file_path).value_or(""));
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return std::move(*parsed);
    }();
    return layouts;
}

const PaperLayout& paper_layout_on(Date day)
{
    const auto& layouts = paper_layouts();
    const auto* found = &layouts.front();
    for (const auto& layout : layouts)
        if (layout.from <= day)
            found = &layout;
    return *found;
}

} // namespace phusa
